import { MAX_SEGMENT_CHARACTERS } from '../format/segmentFormat.ts';
import { LEAST_KEY } from './lmsPieces.ts';
import { placeLmsSuffixes } from './lmsSuffixes.ts';
import { SuffixArrays } from './sweeps.ts';

/**
 * The suffix array of `text`: the start positions of all suffixes, in ascending order of their code units.
 * The last part is that of SA-IS (G. Nong, S. Zhang, W. H. Chan, "Two Efficient Algorithms for Linear Time Suffix Array
 * Construction", IEEE Trans. Computers 60(10), 2011), over a dense alphabet. The LMS suffixes that it starts from are
 * sorted by radix and prefix doubling (`lmsSuffixes.ts`), which takes less time on real text and O(n log² n) at worst.
 * @param text of 2²⁴ units at most
 * @throws RangeError if it is longer
 */
export function suffixArray(text: Uint16Array): Int32Array {
  return sortSuffixes(text).sa;
}

/** The sorted suffixes of a text. Rank is the index into `sa`. */
export interface SortedSuffixes {
  readonly sa: Int32Array;
  /** By rank: the class of the unit before the suffix. */
  readonly before: Uint8Array;
  /** By rank: how many units the suffix shares with the one of the rank before, up to the limit. 0 for the first, and for one entry more at the end. */
  readonly agreement: Uint8Array;
}

/**
 * Sorts the suffixes of `text` and tells what mining asks of each of them. The unit before a suffix is told on the way,
 * while it is at hand. How far it agrees with its neighbour is found by comparing them, which takes `limit` units at
 * most and six on average in real text. The linear way (J. Kärkkäinen, G. Manzini, S. J. Puglisi, CPM 2009) misses the
 * cache three times as often.
 * @param limit of `agreement`, below 256; 0 if nobody asks for it
 * @param classOf gives the class of a unit; called once for each different unit, and with `undefined` for the start of
 * the text
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

/** The different code units of the text, ascending. A symbol is an index into this list: 0, 1, 2 …, so that buckets have no gaps. */
function unitsOf(text: Uint16Array): number[] {
  const occurs = new Uint8Array(0x10000);
  for (let i = 0; i < text.length; i++) occurs[text[i]!] = 1;
  const units: number[] = [];
  for (let unit = 0; unit < occurs.length; unit++) if (occurs[unit] === 1) units.push(unit);
  return units;
}

/**
 * Writes the text as symbols.
 * @param counts gets the number of occurrences of each symbol
 */
function writeSymbols(text: Uint16Array, units: readonly number[], symbols: Uint16Array, counts: Int32Array): void {
  const symbolOf = new Uint16Array(0x10000);
  for (let symbol = 0; symbol < units.length; symbol++) symbolOf[units[symbol]!] = symbol;
  for (let i = 0; i < text.length; i++) {
    const symbol = symbolOf[text[i]!]!;
    symbols[i] = symbol;
    counts[symbol]!++;
  }
}
