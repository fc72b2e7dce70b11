import { bufferOf } from '../common/bytes.ts';
import { FormatError, type FormatText, formatText } from '../common/formatText.ts';
import { statedTitle, titleIn } from '../common/statedTitle.ts';
import { tidyText } from '../common/tidyText.ts';
import { readXml } from '../common/xml.ts';
import { ZipArchive, type ZipLimits } from '../common/zip.ts';
import { readDocxBody } from './docxBody.ts';
import { DocxNumbering } from './docxNumbering.ts';
import { DocxStyles } from './docxStyles.ts';

/**
 * Text of a .docx: paragraphs with their automatic numbers («一、», «（二）»), rows of tables, text boxes, foot- and endnotes.
 * Deleted, hidden and commenting text stays out. Throws {@link FormatError}.
 */
export function readDocx(bytes: Uint8Array, limits?: Partial<ZipLimits>): FormatText {
  refuseCompoundFile(bytes);
  const archive = new ZipArchive(bytes, limits);
  const main = firstOf(relations(archive, ''), 'officeDocument') ?? 'word/document.xml';
  const body = archive.read(main);
  if (body === undefined) throw new FormatError('损坏：压缩包里没有 Word 正文');

  const related = relations(archive, main);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const part = (kind: string) => archive.read(firstOf(related, kind) ?? `${folder}${kind}.xml`);
  const styles = new DocxStyles(part('styles'));
  const numbering = new DocxNumbering(part('numbering'), styles);

  const { blocks, title, footnotes, endnotes } = readDocxBody(body, styles, numbering);
  const texts = [blocks.text()];
  for (const [kind, ids] of [
    ['footnotes', footnotes],
    ['endnotes', endnotes],
  ] as const) {
    const notes = ids.length === 0 ? undefined : part(kind);
    if (notes !== undefined) texts.push(readDocxBody(notes, styles, numbering, new Set(ids)).blocks.text());
  }
  const text = tidyText(texts.filter(part => part !== '').join('\n'));
  const margins = related
    .filter(({ kind }) => kind === 'header' || kind === 'footer')
    .map(({ target }) => archive.read(target))
    .flatMap(xml => (xml === undefined ? [] : [readDocxBody(xml, styles, numbering).blocks.text(), watermark(xml)]));
  return formatText({
    text,
    title: title ?? statedTitle(titleIn(archive.read('docProps/core.xml')), text),
    margins: margins.join('\n'),
  });
}

/** The words of a watermark, which Word keeps as a drawing in the header. */
function watermark(xml: Uint8Array): string {
  const lines: string[] = [];
  readXml(xml, {
    open(name, { string: words }) {
      if (name === 'v:textpath' && words !== undefined) lines.push(words);
    },
  });
  return lines.join('\n');
}

/** A password puts the whole archive into a compound file, as does the format before .docx. */
function refuseCompoundFile(bytes: Uint8Array): void {
  if (!(bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0)) return;
  const buffer = bufferOf(bytes);
  if (buffer.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw new FormatError('已加密');
  throw new FormatError('文件内容是 Word 97–2003 文档，与扩展名不符');
}

interface Relation {
  readonly kind: string;
  readonly target: string;
}

/** Parts to which `part` refers, each with the last word of the kind of reference: «styles», «word/styles.xml». */
function relations(archive: ZipArchive, part: string): readonly Relation[] {
  const cut = part.lastIndexOf('/') + 1;
  const out: Relation[] = [];
  const xml = archive.read(`${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`);
  if (xml === undefined) return out;
  readXml(xml, {
    open(name, { Type: type, Target: target, TargetMode: mode }) {
      if (name !== 'rel:Relationship' || type === undefined || target === undefined || mode === 'External') return;
      const kind = type.slice(type.lastIndexOf('/') + 1);
      out.push({ kind, target: target.startsWith('/') ? target.slice(1) : part.slice(0, cut) + target });
    },
  });
  return out;
}

function firstOf(relations: readonly Relation[], wanted: string): string | undefined {
  return relations.find(({ kind }) => kind === wanted)?.target;
}
