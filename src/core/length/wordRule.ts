import { lateClassTable } from '../text/charClass.ts';
import type { Span } from '../text/span.ts';

/** Takes up a full-width place of its own. */
const FULL_WIDTH = 1;
/** Separates words and counts nothing. */
const BLANK = 2;
/** The second half of a character that has been counted. */
const LOW_SURROGATE = 4;

/** Ranges of first and last unit. Marks that both scripts have (“ — … · × ① □) are full-width in a Chinese text. */
const FULL_WIDTH_RANGES: readonly (readonly [number, number])[] = [
  [0x00b1, 0x00b1], // ±
  [0x00b7, 0x00b7], // ·
  [0x00d7, 0x00d7], // ×
  [0x00f7, 0x00f7], // ÷
  [0x2014, 0x2016], // —
  [0x2018, 0x201d], // quotation marks
  [0x2025, 0x2026], // …
  [0x2030, 0x2030], // ‰
  [0x203b, 0x203b], // ※
  [0x2103, 0x2103], // ℃
  [0x2160, 0x217f], // Ⅰ ⅰ
  [0x2190, 0x22ff], // arrows, mathematical signs
  [0x2460, 0x27bf], // ① □ ★
  [0x2e80, 0xdbff], // radicals, marks, kana, Han, syllables of Korean and Yi; high surrogates
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xff01, 0xffe6],
];

const classes = lateClassTable(code => {
  if (code === 0x3000 || /\s/.test(String.fromCharCode(code))) return BLANK;
  if (code >= 0xdc00 && code <= 0xdfff) return LOW_SURROGATE;
  return FULL_WIDTH_RANGES.some(([first, last]) => first <= code && code <= last) ? FULL_WIDTH : 0;
});

/**
 * «字数» as Word and WPS state it: every Chinese character and full-width mark is one, and so is every run of others between blanks
 * and those: «GDP增长7.5%。» is 5. O(n).
 */
export function countAsWord(text: string, { start, end }: Span): number {
  const table = classes();
  let count = 0;
  let isInWord = false;
  for (let at = start; at < end; at++) {
    const unit = table[text.charCodeAt(at)]!;
    const continuesWord = unit === 0 && isInWord;
    if (unit === FULL_WIDTH || (unit === 0 && !continuesWord)) count++;
    isInWord = unit === 0;
  }
  return count;
}
