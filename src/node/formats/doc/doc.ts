import { orDamaged } from '../common/damage.ts';
import { FormatError, type FormatText, formatText } from '../common/formatText.ts';
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
    const read = ([start, end]: Part) => layTables(readMarks(text.slice(start, end)));
    const { textBoxes, headers, headerTextBoxes, ...parts } = partsOf(file);
    const boxes = read(textBoxes);
    return formatText({
      text: tidyText([...[parts.body, parts.footnotes, parts.endnotes].map(read), boxes].join('\n')),
      margins: [read(headers), read(headerTextBoxes), boxes].join('\n'),
    });
  });
}

type Part = readonly [start: number, end: number];

function partsOf({ lengths }: DocFile): Record<keyof DocFile['lengths'], Part> {
  const parts = {} as Record<keyof DocFile['lengths'], Part>;
  let at = 0;
  for (const name of Object.keys(lengths) as (keyof DocFile['lengths'])[]) {
    parts[name] = [at, at + lengths[name]];
    at += lengths[name];
  }
  return parts;
}
