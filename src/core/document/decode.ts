import type { TextEncoding } from './textEncoding.ts';

/** Text of a file, without its byte order mark. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
  readonly hadBom: boolean;
  /** Share of units that are U+FFFD because their bytes mean nothing in `encoding`; above 0.01 the text is suspect. */
  readonly replacementRatio: number;
}

/** The bytes are not text. `message` is Chinese and can be shown to the user as it stands. */
export class DecodeError extends Error {
  readonly reason: 'binary' | 'utf-32';

  constructor(reason: 'binary' | 'utf-32', message: string) {
    super(message);
    this.name = 'DecodeError';
    this.reason = reason;
  }
}

/** Bytes that the encoding is guessed from. They are enough to tell encodings apart, and the guess takes a few milliseconds for files of any size. */
const SAMPLE_BYTES = 65_536;
/** A file with more than this share of control characters is no text, which has next to none. */
const CONTROL_LIMIT = 0.02;

const BYTE_ORDER_MARKS: readonly { readonly bytes: readonly number[]; readonly encoding: TextEncoding }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0x84, 0x31, 0x95, 0x33], encoding: 'gb18030' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** Score of a text without any Chinese. */
const ASCII_SCORE = 0.01;

/** Files that are often renamed to .txt, told apart so that the user hears what they are. */
const BINARY_SIGNATURES: readonly { readonly bytes: readonly number[]; readonly name: string }[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], name: 'ZIP 或 Office 文档' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], name: 'Word 97–2003 文档' },
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], name: 'PDF 文档' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], name: 'PNG 图片' },
  { bytes: [0xff, 0xd8, 0xff], name: 'JPEG 图片' },
];

/** The commonest characters of official prose, simplified and traditional, and the marks between them. */
const COMMON = new Set(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经' +
    '十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形' +
    '相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五' +
    '果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回' +
    '则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花' +
    '带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装' +
    '市县省委政府乡镇村抓落促推强化会议精神坚持贯彻同志习近平' +
    '這個國為時來們學說發經會對過動實現電機關開業應還問題點體義變總無華黨與從進員種產報見長門農區決戰張專項務東書議認識設計環節' +
    '，。、；：？！“”《》（）　—…',
);

/** The text of bytes that are all UTF-8, a byte order mark included; `undefined` if one of them is not. */
export type ReadUtf8 = (bytes: Uint8Array) => string | undefined;

/**
 * The text of a file. Its encoding is that of its byte order mark; else UTF-8 if every byte fits; else the encoding in
 * which the first 64 kB read most like Chinese prose (GB18030, Big5, UTF-16 of either order, damaged UTF-8). Bytes that
 * mean nothing become U+FFFD.
 * @param readUtf8 a quicker way than `TextDecoder`, if the caller has one
 * @throws DecodeError if the bytes are no text
 */
export function decode(bytes: Uint8Array, readUtf8: ReadUtf8 = readStrictly): DecodedText {
  if (startsWith(bytes, [0xff, 0xfe, 0, 0]) || startsWith(bytes, [0, 0, 0xfe, 0xff])) {
    throw new DecodeError('utf-32', '文件编码为 UTF-32，暂不支持，请另存为 UTF-8');
  }
  for (const mark of BYTE_ORDER_MARKS) {
    if (startsWith(bytes, mark.bytes)) {
      return { ...decodeAs(bytes.subarray(mark.bytes.length), mark.encoding), hadBom: true };
    }
  }
  for (const signature of BINARY_SIGNATURES) {
    if (startsWith(bytes, signature.bytes)) throw new DecodeError('binary', `文件内容是${signature.name}，不是纯文本`);
  }
  const utf8 = utf8Text(bytes, readUtf8);
  const encoding = utf8 === undefined ? guessEncoding(bytes) : 'utf-8';
  if (encoding === undefined || (utf8 !== undefined && isBinary(sampleOf(bytes, utf8)))) {
    throw new DecodeError('binary', '文件是二进制数据，不是文本');
  }
  return utf8 === undefined ? decodeAs(bytes, encoding) : decoded(utf8, encoding);
}

function decodeAs(bytes: Uint8Array, encoding: TextEncoding): DecodedText {
  return decoded(new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes), encoding);
}

/** `text` as that of a file without a byte order mark. */
function decoded(text: string, encoding: TextEncoding): DecodedText {
  let replaced = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) replaced++;
  return { text, encoding, hadBom: false, replacementRatio: text.length === 0 ? 0 : replaced / text.length };
}

/**
 * The encoding in which the bytes read most like Chinese; `undefined` if that reading is binary. A reading that is binary competes all the
 * same: a text full of NULs must not come out in an encoding in which it is longer, so that they are fewer.
 */
function guessEncoding(bytes: Uint8Array): TextEncoding | undefined {
  let best: TextEncoding | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const encoding of ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const) {
    const text = sampleText(bytes, encoding);
    const score = chineseScore(text);
    if (score <= bestScore) continue;
    if (!isBinary(text)) best = encoding;
    else if (score > ASCII_SCORE) best = undefined;
    else continue;
    bestScore = score;
  }
  return best;
}

/** The text if every byte of it fits into UTF-8; else `undefined`. ASCII in UTF-16 would fit too, but it has NULs. */
function utf8Text(bytes: Uint8Array, readUtf8: ReadUtf8): string | undefined {
  return bytes.subarray(0, SAMPLE_BYTES).includes(0) ? undefined : readUtf8(bytes);
}

function readStrictly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function sampleOf(bytes: Uint8Array, text: string): string {
  return bytes.length <= SAMPLE_BYTES ? text : sampleText(bytes, 'utf-8');
}

/** `stream` keeps a character cut by the end of the sample from counting as damage. */
function sampleText(bytes: Uint8Array, encoding: TextEncoding): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(0, SAMPLE_BYTES), { stream: true });
}

/** Share of common Chinese characters among all that are not ASCII; damage counts against it. */
function chineseScore(text: string): number {
  let common = 0;
  let wrong = 0;
  let ascii = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) ascii++;
    else if (code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff)) wrong++;
    else if (COMMON.has(text[i]!)) common++;
  }
  const other = text.length - ascii;
  if (text.length === 0) return 0;
  return other === 0 ? ASCII_SCORE : (common - wrong) / other;
}

function isBinary(text: string): boolean {
  let controls = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d && code !== 0x0c) controls++;
  }
  return text.length > 0 && controls / text.length > CONTROL_LIMIT;
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, i) => bytes[i] === byte);
}
