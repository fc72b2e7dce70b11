import { AssembledModule, PAGE_BYTES } from '../../webAssembly/assembledModule.ts';
import { bucketEnds, bucketStarts } from './buckets.ts';
import { SWEEPS_MODULE } from './sweepsModule.ts';

/**
 * Ranks that one call passes. V8 exchanges its first, quick translation of a function for a better one when the
 * function is called, not while it runs.
 */
const STEP = 1 << 16;

/** Where the arrays begin in the memory, in bytes. */
type Addresses = readonly [sa: number, symbols: number, cursor: number, marks: number, marksOf: number];

interface Sweeps {
  placeLarger(from: number, to: number, ...arrays: Addresses): void;
  placeSmaller(from: number, to: number, ...arrays: [...Addresses, markOfNothing: number]): void;
  compare(
    from: number,
    to: number,
    sa: number,
    symbols: number,
    length: number,
    limit: number,
    agreement: number,
  ): void;
}

const MODULE = new AssembledModule(SWEEPS_MODULE);

/**
 * The arrays of a suffix sort, side by side in one memory. The two sweeps of SA-IS that touch every suffix, and the
 * comparison of neighbours, are WebAssembly (`sweeps.wat`). With it the whole sort is a fifth quicker than with the
 * same steps in JavaScript, and comparing takes two fifths of the time.
 */
export class SuffixArrays {
  /** The text as symbols, followed by `behind` zeros. */
  readonly symbols: Uint16Array;
  readonly sa: Int32Array;
  /** For each symbol, where in its bucket the next suffix goes. */
  readonly cursor: Int32Array;
  /** By rank: the mark of the symbol before the suffix. */
  readonly marks: Uint8Array;
  /** The mark of each symbol. */
  readonly marksOf: Uint8Array;
  /** What one call of `compare` writes. */
  readonly #compared: Uint8Array;
  readonly #sweeps: Sweeps;

  /** @throws RangeError if there is not enough memory */
  constructor(length: number, alphabet: number, behind: number) {
    const cursorAt = 4 * length;
    const symbolsAt = cursorAt + 4 * alphabet;
    const marksAt = symbolsAt + 2 * (length + behind);
    const marksOfAt = marksAt + length;
    const comparedAt = marksOfAt + alphabet;
    const pages = Math.ceil((comparedAt + STEP) / PAGE_BYTES);
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    this.sa = new Int32Array(memory.buffer, 0, length);
    this.cursor = new Int32Array(memory.buffer, cursorAt, alphabet);
    this.symbols = new Uint16Array(memory.buffer, symbolsAt, length + behind);
    this.marks = new Uint8Array(memory.buffer, marksAt, length);
    this.marksOf = new Uint8Array(memory.buffer, marksOfAt, alphabet);
    this.#compared = new Uint8Array(memory.buffer, comparedAt, STEP);
    this.#sweeps = MODULE.exports({ sweeps: { memory } }) as Sweeps;
  }

  /**
   * Places all suffixes, given the LMS suffixes sorted at the ends of their buckets in `sa` and 0 everywhere else.
   * @param counts how often each symbol occurs
   * @param markOfNothing the mark for the suffix that is the whole text, before which nothing stands
   */
  induceAll(counts: Int32Array, markOfNothing: number): void {
    const { sa, symbols, cursor, marks, marksOf } = this;
    const last = sa.length - 1;
    if (last < 0) return;
    bucketStarts(counts, cursor);
    const isAfterSmaller = last > 0 && symbols[last - 1]! < symbols[last]!;
    sa[cursor[symbols[last]!]!++] = isAfterSmaller ? ~last : last;
    const at = [sa, symbols, cursor, marks, marksOf].map(({ byteOffset }) => byteOffset) as unknown as Addresses;
    for (let from = 0; from <= last; from += STEP) {
      this.#sweeps.placeLarger(from, Math.min(from + STEP, last + 1), ...at);
    }
    bucketEnds(counts, cursor);
    for (let to = last + 1; to > 0; to -= STEP) {
      this.#sweeps.placeSmaller(Math.max(to - STEP, 0), to, ...at, markOfNothing);
    }
  }

  /**
   * How far each suffix agrees with the one before it, as `SortedSuffixes.agreement`. All suffixes must be in order.
   * The result has memory of its own, because it is freed before the suffixes are.
   * @param limit below 256
   */
  compareAll(limit: number): Uint8Array {
    const { sa, symbols } = this;
    const agreement = new Uint8Array(sa.length + 1);
    for (let from = 1; from < sa.length; from += STEP) {
      const to = Math.min(from + STEP, sa.length);
      const target = this.#compared.byteOffset - from;
      this.#sweeps.compare(from, to, sa.byteOffset, symbols.byteOffset, sa.length, limit, target);
      agreement.set(this.#compared.subarray(0, to - from), from);
    }
    return agreement;
  }
}
