import { bufferOf, viewOf } from '../common/bytes.ts';
import type { Format } from './format.ts';

const HEADER_BYTES = 512;

/** Names of streams, which stand in the directory in UTF-16, and what a file with one of them is. */
const STREAMS: readonly (readonly [string, Format])[] = [
  ['EncryptedPackage', { kind: 'encrypted', reason: '已加密' }],
  ['WordDocument', { kind: 'doc' }],
  ['Workbook', { kind: 'unsupported', reason: '不支持 Excel 表格' }],
  ['Book', { kind: 'unsupported', reason: '不支持 Excel 表格' }],
  ['PowerPoint Document', { kind: 'unsupported', reason: '不支持 PowerPoint 演示文稿' }],
  ['VisioDocument', { kind: 'unsupported', reason: '不支持 Visio 绘图' }],
  ['__properties_version1.0', { kind: 'unsupported', reason: '不支持 Outlook 邮件' }],
];

/**
 * A compound file by the names of its streams, which are looked for as they are: finding out what a file is should not
 * depend on its sector tables. A Word document with an Excel table in it has both streams, so Word comes first.
 */
export function detectCompound(bytes: Uint8Array): Format {
  const buffer = bufferOf(bytes);
  const found = STREAMS.find(([name]) => buffer.includes(`${name}\0`, 0, 'utf16le'));
  if (found !== undefined) return found[1];
  return {
    kind: 'unsupported',
    reason: isCut(bytes) ? '损坏：不是完整的复合文档' : '不支持这种复合文档（不是 Word 97–2003 或新版 WPS 文档）',
  };
}

/** Whether the directory with the names, whose sector the header tells, would lie behind the end of the file. */
function isCut(bytes: Uint8Array): boolean {
  if (bytes.length < HEADER_BYTES) return true;
  const header = viewOf(bytes);
  return (header.getUint32(48, true) + 1) * 2 ** header.getUint16(30, true) >= bytes.length;
}
