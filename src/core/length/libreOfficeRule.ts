import { lateClassTable } from '../text/charClass.ts';
import type { Span } from '../text/span.ts';

/** What runs with its like make one word: letters, digits, signs and marks of no Asian script, “ … · × among them. */
const WORD = 0;
/** One word by itself: Han, kana, full-width forms. */
const ASIAN = 1;
/** One word by itself, though no letter: ① ² ½. */
const ALONE = 2;
/** Belongs to the words on both sides of it, unless there are two in a row: these end the word. */
const HYPHEN = 3;
/** Counts nothing: blanks, and — and –, which are «additional separators» as the program is delivered. */
const BLANK = 4;
/** The second half of a character that has been counted. */
const LOW_SURROGATE = 5;

/** Blocks whose characters are words by themselves, first and last unit. */
const ASIAN_RANGES: readonly (readonly [number, number])[] = [
  [0x1100, 0x11ff], // Hangul
  [0x2e80, 0xa4cf], // radicals, marks, kana, Han, Yi
  [0xac00, 0xd7af], // Hangul
  [0xd840, 0xd8bf], // high surrogates of Han
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xff00, 0xffef],
];

const IN_WORDS = /[\p{Alphabetic}\p{P}\p{S}\p{Nd}\p{Cf}\p{Grapheme_Extend}\p{Cs}]/u;

const classes = lateClassTable(code => {
  const unit = String.fromCharCode(code);
  if (unit === '—' || unit === '–' || unit === '\u200b' || /\s/.test(unit)) return BLANK;
  if (unit === '-') return HYPHEN;
  if (code >= 0xdc00 && code <= 0xdfff) return LOW_SURROGATE;
  if (ASIAN_RANGES.some(([first, last]) => first <= code && code <= last)) return ASIAN;
  return IN_WORDS.test(unit) ? WORD : ALONE;
});

/**
 * «字数» as LibreOffice Writer states it, separators as delivered: «GDP增长7.5%。» is 5, «——» is none, «……» is 1. O(n).
 *
 * After `SwScanner::NextWord` (sw/source/core/txtnode/txtedt.cxx) with the break rules of WORD_COUNT (i18npool, count_word.txt):
 * boundaries of words, and within them a word for each Asian character.
 */
export function countAsLibreOffice(text: string, { start, end }: Span): number {
  const table = classes();
  let count = 0;
  let isInWord = false;
  let hyphens = 0;
  for (let at = start; at < end; at++) {
    const unit = table[text.charCodeAt(at)]!;
    if (unit === LOW_SURROGATE) continue;
    const runsOn = unit === WORD || unit === HYPHEN;
    const continuesWord = runsOn && isInWord && (unit === HYPHEN || hyphens < 2);
    if (unit !== BLANK && !continuesWord) count++;
    isInWord = runsOn;
    hyphens = unit === HYPHEN ? hyphens + 1 : 0;
  }
  return count;
}
