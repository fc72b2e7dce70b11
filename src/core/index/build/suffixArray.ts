import { MAX_SEGMENT_CHARACTERS } from '../format/segmentFormat.ts';
import { LEAST_KEY } from './lmsPieces.ts';
import { placeLmsSuffixes } from './lmsSuffixes.ts';
import { SuffixArrays } from './sweeps.ts';

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
  /** By rank: the units that the suffix has in common with the one before it, up to the limit; 0 for the first, and one entry more. */
  readonly agreement: Uint8Array;
}

/**
 * The suffix array, and what is asked of each suffix: what stands before it, told on the way, where the unit is at hand; how far it agrees
 * with its neighbour, compared unit by unit, which costs no more than `limit` units and, in real text, six. The linear way
 * (J. Kärkkäinen, G. Manzini, S. J. Puglisi, CPM 2009) misses the cache three times as often.
 * @param limit below 256; 0 where nobody asks
 * @param classOf asked once for each unit there is, and for `undefined`, which is what stands before the text
 */
export function sortSuffixes(
  text: Uint16Array,
  limit = 0,
  classOf: (unit: number | undefined) => number = () => 0,
): SortedSuffixes {
  const n = text.length;
  if (n > MAX_SEGMENT_CHARACTERS) throw new RangeError(`${n} units are too many to be sorted at once`);
  const units = unitsOf(text);
  const arrays = new SuffixArrays(n, units.length, LEAST_KEY);
  const counts = new Int32Array(units.length);
  writeSymbols(text, units, arrays.symbols, counts);
  if (n > 1) placeLmsSuffixes(arrays.symbols, arrays.sa, counts, arrays.cursor);
  arrays.marksOf.set(units.map(classOf));
  arrays.induceAll(counts, classOf(undefined));
  const agreement = limit > 0 ? arrays.compareAll(limit) : new Uint8Array(0);
  return { sa: arrays.sa, before: arrays.marks, agreement };
}

/** The code units that occur, ascending: by their number here, 0, 1, 2 …, buckets hold no gaps. */
function unitsOf(text: Uint16Array): number[] {
  const occurs = new Uint8Array(0x10000);
  for (let i = 0; i < text.length; i++) occurs[text[i]!] = 1;
  const units: number[] = [];
  for (let unit = 0; unit < occurs.length; unit++) if (occurs[unit] === 1) units.push(unit);
  return units;
}

/** @param counts gets how often each of `units` occurs */
function writeSymbols(text: Uint16Array, units: readonly number[], symbols: Uint16Array, counts: Int32Array): void {
  const symbolOf = new Uint16Array(0x10000);
  for (let symbol = 0; symbol < units.length; symbol++) symbolOf[units[symbol]!] = symbol;
  for (let i = 0; i < text.length; i++) {
    const symbol = symbolOf[text[i]!]!;
    symbols[i] = symbol;
    counts[symbol]!++;
  }
}
