import { decodeWindows1252 } from '../common/windows1252.ts';

/** Code pages by the charset number of a font ([MS-WMF] CharacterSet). */
const PAGE_OF_CHARSET = new Map([
  [77, 10000],
  [128, 932],
  [129, 949],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
]);
const LABELS = new Map([
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gb18030'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [10000, 'macintosh'],
  [10008, 'gb18030'],
  [54936, 'gb18030'],
  [65001, 'utf-8'],
]);
const DOUBLE_BYTE = new Set([932, 936, 949, 950, 10008, 54936]);
const WESTERN = 1252;

type Decoder = InstanceType<typeof TextDecoder>;
const decoders = new Map<string, Decoder>();

export function pageOfCharset(charset: number): number | undefined {
  return PAGE_OF_CHARSET.get(charset);
}

export function isDoubleByte(page: number): boolean {
  return DOUBLE_BYTE.has(page);
}

/**
 * Bytes of a run in the code page of its font, else of the document: D6 D0 → «中». Fonts for Latin letters lie on Chinese
 * text in many files, so what does not fit the one page is tried in the other: B7 alone → «·».
 */
export function decodeRun(bytes: Uint8Array, fontPage: number | undefined, documentPage: number): string {
  const first = fontPage ?? documentPage;
  const pages = isDoubleByte(first) ? [first, documentPage, WESTERN] : [documentPage, first, WESTERN];
  // A font of another script is meant; that of no script (Times New Roman) is not.
  if (fontPage !== undefined && !isDoubleByte(fontPage)) pages.unshift(fontPage);
  for (const page of pages) {
    const text = decodeAs(bytes, page, { fatal: true });
    if (text !== undefined) return text;
  }
  return decodeAs(bytes, first, { fatal: false }) ?? '';
}

/** `undefined` if `fatal` and the bytes mean nothing in the code page. */
function decodeAs(bytes: Uint8Array, page: number, { fatal }: { fatal: boolean }): string | undefined {
  const label = LABELS.get(page) ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : undefined);
  if (page === WESTERN || label === undefined) return decodeWindows1252(bytes);
  const key = `${label} ${fatal}`;
  const decoder = decoders.get(key) ?? new TextDecoder(label, { fatal, ignoreBOM: true });
  decoders.set(key, decoder);
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}
