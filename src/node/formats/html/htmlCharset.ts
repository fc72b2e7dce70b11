/** Declarations stand at the head of a page; old ones behind a long comment or script. */
const HEAD_BYTES = 4096;
const COMMENT = /<!--.*?-->/gs;
const META = /<meta\b[^>]{0,400}?\bcharset\s*=\s*["']?\s*([\w-]{2,20})/i;
const XML_DECLARATION = /^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w-]{2,20})["']/i;
/** GB18030 reads every GB2312 and GBK text; pages that call themselves so use characters beyond. */
const NAMES: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  // A page whose «charset=utf-16» can be read byte by byte is none.
  'utf-16': 'utf-8',
  'utf-16le': 'utf-8',
  gb2312: 'gb18030',
  'gb_2312-80': 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
  cp936: 'gb18030',
  gb18030: 'gb18030',
  big5: 'big5',
  'big5-hkscs': 'big5',
};

/**
 * The encoding a page says it is in, `<meta charset="gb2312">` → «gb18030», as a name for `TextDecoder`. It is a claim:
 * pages saved by browsers keep the old one over UTF-8 bytes, so strict UTF-8 comes before it.
 */
export function sniffHtmlCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES)).replaceAll(COMMENT, '');
  const declared = META.exec(head)?.[1] ?? XML_DECLARATION.exec(head)?.[1];
  return declared === undefined ? undefined : NAMES[declared.toLowerCase()];
}
