import { orDamaged } from '../common/damage.ts';
import { FormatError, type FormatText } from '../common/formatText.ts';
import { layTables } from '../common/tableText.ts';
import { tidyText } from '../common/tidyText.ts';
import { openCompoundFile } from './compoundFile.ts';
import { type DocFile, openDoc } from './docFile.ts';
import { readMarks } from './docMarks.ts';
import { DocText } from './docText.ts';

/**
 * Text of a Word 97–2003 document (.doc, .wps): the body with the numbers of its lists, then footnotes, endnotes and text
 * boxes; no headers, comments, hidden or deleted text. Throws {@link FormatError} for what is encrypted, older or damaged.
 */
export function readDoc(bytes: Uint8Array): FormatText {
  const container = openCompoundFile(bytes);
  if (container.stream('EncryptedPackage') !== undefined) throw new FormatError('已加密');
  const main = container.stream('WordDocument');
  if (main === undefined) throw new FormatError('损坏：没有 Word 文档的正文');
  return orDamaged(' Word 文档', () => {
    const file = openDoc(main, name => container.stream(name));
    const text = new DocText(file);
    const parts = partsToRead(file).map(([start, end]) => layTables(readMarks(text.slice(start, end))));
    return { text: tidyText(parts.join('\n')) };
  });
}

/** The parts of the text stand one behind the other, in this order. */
function partsToRead({ lengths }: DocFile): [start: number, end: number][] {
  const footnotes = lengths.body;
  const endnotes = footnotes + lengths.footnotes + lengths.headers + lengths.macros + lengths.comments;
  const textBoxes = endnotes + lengths.endnotes;
  return [
    [0, footnotes],
    [footnotes, footnotes + lengths.footnotes],
    [endnotes, textBoxes],
    [textBoxes, textBoxes + lengths.textBoxes],
  ];
}
