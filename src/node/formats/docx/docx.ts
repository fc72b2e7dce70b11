import { bufferOf } from '../common/bytes.ts';
import { FormatError, type FormatText } from '../common/formatText.ts';
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
  const main = relations(archive, '').get('officeDocument') ?? 'word/document.xml';
  const body = archive.read(main);
  if (body === undefined) throw new FormatError('损坏：压缩包里没有 Word 正文');

  const related = relations(archive, main);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const part = (kind: string) => archive.read(related.get(kind) ?? `${folder}${kind}.xml`);
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
  const found = title ?? statedTitle(titleIn(archive.read('docProps/core.xml')), text);
  return found === undefined ? { text } : { text, title: found };
}

/** A password puts the whole archive into a compound file, as does the format before .docx. */
function refuseCompoundFile(bytes: Uint8Array): void {
  if (!(bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0)) return;
  const buffer = bufferOf(bytes);
  if (buffer.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw new FormatError('已加密');
  throw new FormatError('文件内容是 Word 97–2003 文档，与扩展名不符');
}

/** Parts to which `part` refers, by the last word of the kind of reference: «styles» → «word/styles.xml». */
function relations(archive: ZipArchive, part: string): Map<string, string> {
  const cut = part.lastIndexOf('/') + 1;
  const out = new Map<string, string>();
  const xml = archive.read(`${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`);
  if (xml === undefined) return out;
  readXml(xml, {
    open(name, { Type: type, Target: target, TargetMode: mode }) {
      if (name !== 'rel:Relationship' || type === undefined || target === undefined || mode === 'External') return;
      const kind = type.slice(type.lastIndexOf('/') + 1);
      if (!out.has(kind)) out.set(kind, target.startsWith('/') ? target.slice(1) : part.slice(0, cut) + target);
    },
  });
  return out;
}
