import { MAX_SEGMENT_CHARACTERS } from '../format/segmentFormat.ts';
import { bucketEnds, bucketStarts } from './buckets.ts';
import { LEAST_KEY } from './lmsPieces.ts';
import { placeLmsSuffixes } from './lmsSuffixes.ts';

/**
 * Suffix array of `text`: start positions of all suffixes in ascending order of their code units.
 * The last part of SA-IS (G. Nong, S. Zhang, W. H. Chan, "Two Efficient Algorithms for Linear Time Suffix
 * Array Construction", IEEE Trans. Computers 60(10), 2011), over a dense alphabet; the LMS suffixes it starts from are sorted by
 * radix and prefix doubling (`lmsSuffixes.ts`), in less time on real text. O(n log² n) at worst.
 * @param text of 2²⁴ units at most
 * @throws RangeError for a longer one
 */
export function suffixArray(text: Uint16Array): Int32Array {
  return sortSuffixes(text).sa;
}

export interface SortedSuffixes {
  readonly sa: Int32Array;
  /** By rank: the class of the unit before the suffix. */
  readonly before: Uint8Array;
}

/**
 * The suffix array, and what stands before each suffix, told on the way, where the unit is at hand; later it would have to be fetched.
 * @param classOf asked once for each unit there is, and for `undefined`, which is what stands before the text
 */
export function sortSuffixes(
  text: Uint16Array,
  classOf: (unit: number | undefined) => number = () => 0,
): SortedSuffixes {
  const n = text.length;
  if (n > MAX_SEGMENT_CHARACTERS) throw new RangeError(`${n} units are too many to be sorted at once`);
  const { symbols, counts, units } = denseAlphabet(text);
  const sa = new Int32Array(n);
  const cursor = new Int32Array(counts.length);
  if (n > 1) placeLmsSuffixes(symbols, sa, counts, cursor);
  const before = new Uint8Array(n);
  if (n > 0) induceAll(symbols, sa, counts, cursor, before, Uint8Array.from(units, classOf), classOf(undefined));
  return { sa, before };
}

/** Numbers the code units that occur 0, 1, 2 … in their own order, so that buckets hold no gaps; behind the symbols of the text stand zeros. */
function denseAlphabet(text: Uint16Array): { symbols: Uint16Array; counts: Int32Array; units: number[] } {
  const occurs = new Uint8Array(0x10000);
  for (let i = 0; i < text.length; i++) occurs[text[i]!] = 1;
  const rank = new Uint16Array(0x10000);
  const units: number[] = [];
  for (let unit = 0; unit < occurs.length; unit++) if (occurs[unit] === 1) rank[unit] = units.push(unit) - 1;
  const symbols = new Uint16Array(text.length + LEAST_KEY);
  const counts = new Int32Array(units.length);
  for (let i = 0; i < text.length; i++) {
    const symbol = rank[text[i]!]!;
    symbols[i] = symbol;
    counts[symbol]!++;
  }
  return { symbols, counts, units };
}

/**
 * With the LMS suffixes sorted at the ends of their buckets, places all others.
 * @param marks gets `marksOf` the symbol before each suffix, by rank, and `markOfNothing` for the whole text
 */
function induceAll(
  s: Uint16Array,
  sa: Int32Array,
  counts: Int32Array,
  cursor: Int32Array,
  marks: Uint8Array,
  marksOf: Uint8Array,
  markOfNothing: number,
): void {
  const n = sa.length;
  bucketStarts(counts, cursor);
  sa[cursor[s[n - 1]!]!++] = n > 1 && s[n - 2]! < s[n - 1]! ? ~(n - 1) : n - 1;
  for (let i = 0; i < n; i++) {
    const entry = sa[i]!;
    sa[i] = ~entry;
    if (entry <= 0) continue;
    const before = entry - 1;
    const symbol = s[before]!;
    marks[i] = marksOf[symbol]!;
    sa[cursor[symbol]!++] = before > 0 && s[before - 1]! < symbol ? ~before : before;
  }
  bucketEnds(counts, cursor);
  for (let i = n - 1; i >= 0; i--) {
    const entry = sa[i]!;
    if (entry <= 0) {
      sa[i] = ~entry;
      if (entry === -1) marks[i] = markOfNothing;
      continue;
    }
    const before = entry - 1;
    const symbol = s[before]!;
    marks[i] = marksOf[symbol]!;
    const rank = --cursor[symbol]!;
    if (before === 0) {
      sa[rank] = -1;
      continue;
    }
    const beforeThat = s[before - 1]!;
    // An LMS suffix is passed by when its turn comes.
    marks[rank] = marksOf[beforeThat]!;
    sa[rank] = beforeThat > symbol ? ~before : before;
  }
}
