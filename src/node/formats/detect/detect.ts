import { extname } from 'node:path';
import { isMarkdown } from '../../../core/document/importDocument.ts';
import { bufferOf } from '../common/bytes.ts';
import { detectCompound } from './detectCompound.ts';
import { detectZip } from './detectZip.ts';
import type { Format } from './format.ts';

/** Markup and signatures stand at the head of a file, at most behind a comment or a byte order mark. */
const HEAD_BYTES = 4096;

/** Files that speeches are not in, by what stands at an offset; long enough that no prose begins like that. */
const OTHER_FILES: readonly (readonly [offset: number, signature: string, name: string])[] = [
  [0, '\x89PNG\r\n', 'PNG 图片'],
  [0, '\xff\xd8\xff', 'JPEG 图片'],
  [0, 'GIF87a', 'GIF 图片'],
  [0, 'GIF89a', 'GIF 图片'],
  [6, '\0\0\0\0\x36\0\0\0', 'BMP 图片'],
  [0, 'II*\0', 'TIFF 图片'],
  [0, 'MM\0*', 'TIFF 图片'],
  [8, 'WEBPVP8', 'WebP 图片'],
  [0, '8BPS\0', 'Photoshop 图片'],
  [8, 'WAVEfmt ', '音频或视频'],
  [8, 'AVI LIST', '音频或视频'],
  [0, 'ID3\x02', '音频或视频'],
  [0, 'ID3\x03', '音频或视频'],
  [0, 'ID3\x04', '音频或视频'],
  [0, '\xff\xfb', '音频或视频'],
  [0, '\xff\xf3', '音频或视频'],
  [0, 'OggS\0', '音频或视频'],
  [0, 'fLaC\0', '音频或视频'],
  [0, '#!AMR\n', '音频或视频'],
  [0, '\x1aE\xdf\xa3', '音频或视频'],
  [0, 'FLV\x01', '音频或视频'],
  [4, 'ftyp', '音频或视频'],
  [0, 'MZ\x90\0', '程序'],
  [0, 'MZP\0', '程序'],
  [0, '\x7fELF', '程序'],
  [0, '\xca\xfe\xba\xbe', '程序'],
  [0, '\xcf\xfa\xed\xfe', '程序'],
  [0, '\0asm', '程序'],
  [0, 'Rar!\x1a\x07', 'RAR 压缩包'],
  [0, '7z\xbc\xaf\x27\x1c', '7z 压缩包'],
  [0, '\x1f\x8b\x08', 'gzip 压缩包'],
  [0, '\xfd7zXZ\0', 'xz 压缩包'],
  [257, 'ustar', 'tar 压缩包'],
  [0, 'SQLite format 3\0', 'SQLite 数据库'],
  [0, 'CAJ\0', 'CAJ 文献'],
  [0, 'HN\0\0', 'CAJ 文献'],
  [0, 'KDH 2', 'CAJ 文献'],
  [0, 'AT&TFORM', 'DjVu 文献'],
  [0, '%!PS-Adobe', 'PostScript 文档'],
  [0, 'wOFF\0', '字体'],
  [0, 'wOF2\0', '字体'],
  [0, '\0\x01\0\0\0', '字体'],
  [0, 'OTTO\0', '字体'],
  [0, 'ttcf\0', '字体'],
];
/** A ZIP file begins with an entry, with its end if it is empty, or with a mark of its division into volumes. */
const ZIP_STARTS = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'];
const COMPOUND_START = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

/**
 * The kind of a file from its bytes: a .doc that is a web page is `html`, a .txt that is a Word package is `docx`.
 * The path decides only between a page fragment and prose with tags in it (Markdown).
 */
export function detectFormat(bytes: Uint8Array, path = ''): Format {
  const head = latin1(bytes.subarray(0, HEAD_BYTES));
  if (ZIP_STARTS.some(start => head.startsWith(start))) return detectZip(bytes);
  if (head.startsWith(COMPOUND_START)) return detectCompound(bytes);
  const start = head.replace(/^\xef\xbb\xbf/, '').trimStart();
  if (start.startsWith('{\\rtf')) return { kind: 'rtf' };
  if (start.startsWith('%PDF-') || isLatePdf(head)) return { kind: 'pdf' };
  const other = OTHER_FILES.find(([offset, signature]) => head.startsWith(signature, offset));
  if (other !== undefined) return { kind: 'unsupported', reason: `不支持${spaced(other[2])}` };
  return detectMarkup(withoutNuls(start), path);
}

/** Up to 1024 bytes of anything may stand before the header, as some mail and scan gateways leave there. */
function isLatePdf(head: string): boolean {
  const at = head.slice(0, 1024).search(/%PDF-\d\.\d/);
  return at >= 0 && /\d obj\b/.test(head.slice(at));
}

function detectMarkup(start: string, path: string): Format {
  if (/^MIME-Version:/i.test(start) && /multipart\/related/i.test(start)) {
    return { kind: 'unsupported', reason: '不支持单个文件网页（MHT），请另存为 .docx' };
  }
  if (!start.startsWith('<')) return { kind: 'text' };
  if (/<\?mso-application[^>]*Word|<w:wordDocument|<pkg:package/i.test(start)) {
    return { kind: 'unsupported', reason: '不支持 Word XML 文档，请另存为 .docx' };
  }
  if (/<office:document\b/i.test(start)) {
    return { kind: 'unsupported', reason: '不支持单个 XML 文件的 OpenDocument，请另存为 .odt' };
  }
  const bare = withoutProlog(start);
  if (/^<(?:!doctype\s+html|html|head|body|meta|title|script|link|style|base|center|frameset)\b/i.test(bare)) {
    return { kind: 'html' };
  }
  const isFragment =
    /^<(?:div|p|table|h[1-6]|span|font|section|article|br)\b[^>]*>/i.test(bare) && /<\/\w+>/.test(bare);
  const namedHtml = /^\.(?:s|x|d)?html?$/i.test(extname(path));
  return { kind: namedHtml || (isFragment && !isMarkdown(path)) ? 'html' : 'text' };
}

/** «<?xml …?><!-- saved from … --><html>» → «<html>». */
function withoutProlog(start: string): string {
  let rest = start;
  for (;;) {
    const end = rest.startsWith('<!--') ? rest.indexOf('-->') + 3 : rest.startsWith('<?') ? rest.indexOf('?>') + 2 : 0;
    if (end < 4) return rest;
    rest = rest.slice(end).trimStart();
  }
}

/** Markup in UTF-16 is ASCII with NULs between. */
function withoutNuls(text: string): string {
  return text
    .replace(/^(?:\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
    .trimStart();
}

/** «不支持 PNG 图片», «不支持音频或视频»: a blank between Chinese and Latin letters only. */
function spaced(name: string): string {
  return /^[A-Za-z0-9]/.test(name) ? ` ${name}` : name;
}

function latin1(bytes: Uint8Array): string {
  return bufferOf(bytes).toString('latin1');
}
