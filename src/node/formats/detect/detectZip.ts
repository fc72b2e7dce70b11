import { bufferOf } from '../common/bytes.ts';
import type { Format } from './format.ts';

const END_OF_DIRECTORY = 'PK\x05\x06';
/** The end record may stand before a comment of at most this length. */
const MAX_TAIL = 65_557;

/** Packages told by an entry that only they have, in this order. */
const PACKAGES: readonly (readonly [RegExp, Format])[] = [
  [/EncryptedPackage|encryption\.xml/, { kind: 'encrypted', reason: '已加密' }],
  [/\bword\/\w*document\w*\.xml/i, { kind: 'docx' }],
  [/\bxl\/workbook/i, { kind: 'unsupported', reason: '不支持 Excel 表格' }],
  [/\bppt\/presentation/i, { kind: 'unsupported', reason: '不支持 PowerPoint 演示文稿' }],
  [/\bOFD\.xml/, { kind: 'unsupported', reason: '不支持 OFD 版式文件，请另存为 .docx 或 .pdf' }],
  [/\b(?:uof\.xml|_meta\/meta\.xml)/i, { kind: 'unsupported', reason: '不支持标文通（UOF）文档，请另存为 .docx' }],
  [/\bword\//, { kind: 'docx' }],
];

/** What `mimetype`, the first entry of an OpenDocument package and stored as it is, says. */
const MIME_TYPES: readonly (readonly [RegExp, Format])[] = [
  [/^application\/vnd\.oasis\.opendocument\.text/, { kind: 'odt' }],
  [/^application\/vnd\.oasis\.opendocument/, { kind: 'unsupported', reason: '不支持 OpenDocument 表格或演示文稿' }],
  [/^application\/epub/, { kind: 'unsupported', reason: '不支持 EPUB 电子书' }],
];

/** A ZIP file by the names in its directory; nothing is unpacked. */
export function detectZip(bytes: Uint8Array): Format {
  const buffer = bufferOf(bytes);
  const mime = /mimetype(application\/[\w.+-]+)/.exec(buffer.toString('latin1', 0, 256))?.[1];
  const byMime = MIME_TYPES.find(([pattern]) => mime !== undefined && pattern.test(mime));
  if (byMime !== undefined) return byMime[1];
  const names = directoryText(buffer);
  const known = PACKAGES.find(([entry]) => entry.test(names));
  if (known !== undefined) return known[1];
  // OpenDocument packages written without `mimetype`: the reader says whether it is one of text.
  if (names.includes('content.xml') && names.includes('META-INF/manifest.xml')) return { kind: 'odt' };
  const isCut = !buffer.includes(END_OF_DIRECTORY, 0, 'latin1');
  return { kind: 'unsupported', reason: isCut ? '损坏：压缩包不完整' : '不支持 ZIP 压缩包' };
}

/** The central directory as Latin-1, or the whole file where there is none (a package cut short). */
function directoryText(buffer: Buffer): string {
  const tailStart = Math.max(0, buffer.length - MAX_TAIL);
  const end = buffer.toString('latin1', tailStart).lastIndexOf(END_OF_DIRECTORY);
  if (end < 0) return buffer.toString('latin1');
  const start = buffer.length >= tailStart + end + 20 ? buffer.readUInt32LE(tailStart + end + 16) : 0;
  return buffer.toString('latin1', start < tailStart + end ? start : 0, tailStart + end);
}
