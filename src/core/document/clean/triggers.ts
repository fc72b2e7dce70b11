import { isSpace, lateClassTable } from '../../text/charClass.ts';
import { isGb2312 } from './gbk.ts';

/** Kinds of units that cleaning steps act on, as bits: a step whose units do not occur in a text has nothing to do there. */
export const UNSEEN = 1; // zero-width marks, controls, odd line breaks and blanks, look-alike code points
export const HASH = 2; // #
export const QUESTION = 4; // ? and U+FFFD, what damaged bytes leave behind
export const TONED = 8; // ā á ǎ à … of pinyin notes
export const FOREIGN_HAN = 16; // ideographs outside GB 2312, the repertoire of ordinary simplified text
export const BLANK = 32;
export const QUOTE = 64; // " ' and corner brackets
export const ASCII_MARK = 128; // , ; : ? ! ( )

const UNSEEN_UNIT =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2064\u2066-\u206f\u2e80-\u2fdf\uf900-\ufaff\ufeff\ufff9-\ufffb]|[\ufe00-\ufe0f]/u;
const UNITS: readonly (readonly [number, string])[] = [
  [HASH, '#'],
  [QUESTION, '?？\ufffd'],
  [TONED, 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ'],
  [QUOTE, '"＂\'「」『』'],
  [ASCII_MARK, ',;:?!()'],
];

/** The kinds of units that occur in `text`, as bits. O(n), two milliseconds per million. */
export function kindsIn(text: string): number {
  const kinds = kindTable();
  let found = 0;
  for (let at = 0; at < text.length; at++) found |= kinds[text.charCodeAt(at)]!;
  return found;
}

const kindTable = lateClassTable(kindsOf);

function kindsOf(code: number): number {
  const unit = String.fromCharCode(code);
  let bits = UNSEEN_UNIT.test(unit) ? UNSEEN : 0;
  if (isSpace(unit)) bits |= BLANK;
  if (code >= 0x3400 && code <= 0x9fff && !isGb2312(unit)) bits |= FOREIGN_HAN;
  for (const [bit, units] of UNITS) if (units.includes(unit)) bits |= bit;
  return bits;
}
