/**
 * Classes of characters, by UTF-16 unit. Drafts are typed by hand, so the half-width twins count too.
 * All tests take one unit (`text[i]`, or `''` past the end, which belongs to no class) and cost O(1).
 */

const PAUSES = '、，；：,;:';
const STOPS = '。！？!?…';
const OPENING = '“‘「『（(《〈【〔[';
const CLOSING = '”’」』）)》〉】〕]"';
/** Blanks within a line, the ideographic space too. */
export const SPACES = ' \t\u00a0\u3000\r';

/** Bits of `classAt`: `classAt(text, at) & (PAUSE | STOP)` tests for several classes at once. */
export const HAN = 1;
export const PAUSE = 2;
export const STOP = 4;
export const OPENS = 8;
export const CLOSES = 16;
export const SPACE = 32;
export const DIGIT = 64;
export const NEWLINE = 128;

/** A table with the bits that `bitsOf` gives for each UTF-16 unit: the fastest test for text that is examined unit by unit. */
export function classTable(bitsOf: (code: number) => number): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let code = 0; code < table.length; code++) table[code] = bitsOf(code);
  return table;
}

/** The same, made at the first call: with many classes given by patterns it takes ten milliseconds. */
export function lateClassTable(bitsOf: (code: number) => number): () => Uint8Array {
  let table: Uint8Array | undefined;
  return () => {
    table ??= classTable(bitsOf);
    return table;
  };
}

/** The same for classes whose units are listed, which is much faster than calling `bitsOf` 65,536 times. */
export function unitTable(classes: ReadonlyArray<readonly [units: string, bits: number]>): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const [units, bits] of classes) for (let i = 0; i < units.length; i++) table[units.charCodeAt(i)]! |= bits;
  return table;
}

/** First and last unit of each block of Han: 汉, 〇, compatibility ideographs, and the surrogates that write rare characters. */
const HAN_BLOCKS = [
  [0x4e00, 0x9fff],
  [0x3400, 0x4dbf],
  [0xf900, 0xfaff],
  [0x3007, 0x3007],
  [0xd840, 0xd88f],
  [0xdc00, 0xdfff],
] as const;

const CLASSES = unitTable([
  [PAUSES, PAUSE],
  [STOPS, STOP],
  [OPENING, OPENS],
  [CLOSING, CLOSES],
  [SPACES, SPACE],
  ['0123456789', DIGIT],
  ['\n', NEWLINE],
]);
for (const [first, last] of HAN_BLOCKS) CLASSES.fill(HAN, first, last + 1);

/** The classes of the unit at `at`, as bits; 0 before the start and past the end. */
export function classAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? CLASSES[text.charCodeAt(at)]! : 0;
}

/** The classes of the unit `code`, as bits. */
export function classOf(code: number): number {
  return CLASSES[code]!;
}

/** All units of one of `classes`, ascending. */
export function codesOf(classes: number): number[] {
  return Array.from(CLASSES.keys()).filter(code => CLASSES[code]! & classes);
}

/** Offset of the first unit of `[start, end)` that is of one of `classes`, or `end`. The fast way to skip other units. */
export function skipTo(classes: number, text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) if (CLASSES[text.charCodeAt(at)]! & classes) return at;
  return end;
}

/** 汉, 〇 and the surrogates that write rare characters: true. Kana, letters, digits, punctuation: false. */
export function isHan(unit: string): boolean {
  return (classAt(unit, 0) & HAN) !== 0;
}

/** Whether `text` from `from` on consists of Han only, including the surrogates that write it. */
export function isAllHan(text: string, from = 0): boolean {
  for (let at = from; at < text.length; at++) if ((classAt(text, at) & HAN) === 0) return false;
  return true;
}

/** Number of Han characters in `[start, end)`, and of surrogates that write them. */
export function hanCount(text: string, start = 0, end = text.length): number {
  let count = 0;
  for (let at = start; at < end; at++) if ((classAt(text, at) & HAN) !== 0) count++;
  return count;
}

/** 、，；： */
export function isPause(unit: string): boolean {
  return (classAt(unit, 0) & PAUSE) !== 0;
}

/** 。！？… */
export function isStop(unit: string): boolean {
  return (classAt(unit, 0) & STOP) !== 0;
}

/** Whether the unit ends a clause: any pause, any stop, a line break. */
export function isClauseEnd(unit: string): boolean {
  return (classAt(unit, 0) & (PAUSE | STOP | NEWLINE)) !== 0;
}

/** Whether the unit ends a clause for good. «、» does not: it separates the items of a list within one clause. */
export function isClauseBreak(unit: string): boolean {
  return unit !== '、' && isClauseEnd(unit);
}

/** Whether the unit ends a sentence: any stop, a line break. «；» does not: it separates the members of a long sentence. */
export function isSentenceEnd(unit: string): boolean {
  return (classAt(unit, 0) & (STOP | NEWLINE)) !== 0;
}

/** “ （ 《 … */
export function isOpening(unit: string): boolean {
  return (classAt(unit, 0) & OPENS) !== 0;
}

/** ” ） 》 …; the straight quote counts as closing, because it is tested after a stop. */
export function isClosing(unit: string): boolean {
  return (classAt(unit, 0) & CLOSES) !== 0;
}

/** Blanks within a line, the ideographic space too. */
export function isSpace(unit: string): boolean {
  return (classAt(unit, 0) & SPACE) !== 0;
}

export function isDigit(unit: string): boolean {
  return (classAt(unit, 0) & DIGIT) !== 0;
}

/** Offset `end` without the blanks, closing marks and punctuation before it, such as `。`, `。”`, `！）`; not below `start`. */
export function trimClosing(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && isTail(text, last - 1)) last--;
  // A bracket or quote that was opened inside belongs to the text: «“三个不到位”» keeps its last mark.
  while (last < end && classAt(text, last) & CLOSES && opensWithin(text, start, last, text[last]!)) last++;
  return last;
}

function isTail(text: string, at: number): boolean {
  return (classAt(text, at) & (PAUSE | STOP | NEWLINE | SPACE | CLOSES)) !== 0 || text[at] === '*';
}

function opensWithin(text: string, start: number, end: number, closing: string): boolean {
  if (closing === '"') return false;
  const opening = OPENING[CLOSING.indexOf(closing)]!;
  const open = text.lastIndexOf(opening, end - 1);
  return open >= start && text.indexOf(closing, open) === end;
}
