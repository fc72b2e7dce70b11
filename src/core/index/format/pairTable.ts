import type { ByteSource } from './byteSource.ts';
import type { SuffixInterval } from './suffixInterval.ts';
import { VarintReader, VarintWriter } from './varint.ts';

/** Pairs that are read at a time: some two hundred bytes. */
const BLOCK_PAIRS = 64;

/** The most bytes that an entry takes: two varints. */
const ENTRY_BYTES = 2 * 5;
/** Buffer for the entries of a block while they are searched. */
const passing = new Uint8Array(BLOCK_PAIRS * ENTRY_BYTES);

/** All pairs of units that occur in a segment, in the order of the suffixes, and how many suffixes begin with each. */
export interface PackedPairs {
  /** Three runs of one number for each block: its first pair; the rank of the first suffix of that pair; the byte at which its entries start. */
  readonly blocks: Uint32Array;
  /** For each pair two varints: how far its number lies above that of the pair before (left out for the first of a block), and how many suffixes it has. */
  readonly entries: Uint8Array;
}

/**
 * Makes the table of pairs of a text.
 * @param sa its suffix array
 * @param agreement of `sortSuffixes`, with a limit of 2 or more
 */
export function packPairs(text: Uint16Array, sa: Int32Array, agreement: Uint8Array): PackedPairs {
  const firsts: number[] = [];
  const ranks: number[] = [];
  const starts: number[] = [];
  const entries = new VarintWriter();
  let pairs = 0;
  let before = 0;
  for (let from = 0; from < sa.length; ) {
    let to = from + 1;
    while (to < sa.length && agreement[to]! >= 2) to++;
    const place = sa[from]!;
    // The last separator has no unit after it; no query holds it.
    const pair = pairOf(text[place]!, text[place + 1] ?? 0);
    if (pairs++ % BLOCK_PAIRS === 0) {
      firsts.push(pair);
      ranks.push(from);
      starts.push(entries.length);
    } else {
      entries.write(pair - before);
    }
    entries.write(to - from);
    before = pair;
    from = to;
  }
  return { blocks: Uint32Array.from([...firsts, ...ranks, ...starts]), entries: entries.bytes() };
}

/**
 * Tells the interval of the suffixes that begin with two given units. This takes one short read, where a search takes a
 * dozen; the index of the blocks is in memory.
 */
export class PairTable {
  readonly #source: ByteSource;
  readonly #position: number;
  readonly #length: number;
  readonly #firsts: Uint32Array;
  readonly #ranks: Uint32Array;
  readonly #starts: Uint32Array;

  /** @param entries where `PackedPairs.entries` lie in `source` */
  constructor(
    source: ByteSource,
    entries: { readonly position: number; readonly length: number },
    blocks: Uint32Array,
  ) {
    const count = blocks.length / 3;
    this.#source = source;
    this.#position = entries.position;
    this.#length = entries.length;
    this.#firsts = blocks.subarray(0, count);
    this.#ranks = blocks.subarray(count, 2 * count);
    this.#starts = blocks.subarray(2 * count);
  }

  /** The suffixes that begin with `first`, `second`; empty if the pair does not occur. */
  interval(first: number, second: number): SuffixInterval {
    const wanted = pairOf(first, second);
    const block = this.#blockOf(wanted);
    if (block < 0) return { from: 0, to: 0 };
    const start = this.#starts[block]!;
    const length = (this.#starts[block + 1] ?? this.#length) - start;
    this.#source.read(this.#position + start, passing, length);
    const reader = new VarintReader(passing.subarray(0, length));
    let pair = this.#firsts[block]!;
    let from = this.#ranks[block]!;
    for (;;) {
      const to = from + reader.next();
      if (pair === wanted) return { from, to };
      if (reader.isAtEnd) return { from: to, to };
      pair += reader.next();
      if (pair > wanted) return { from: to, to };
      from = to;
    }
  }

  /** The last block whose first pair is not above `pair`; -1 if there is none. */
  #blockOf(pair: number): number {
    let low = 0;
    let high = this.#firsts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#firsts[middle]! <= pair) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

/** Two units as one number. Numbers are in the order of the texts. */
export function pairOf(first: number, second: number): number {
  return first * 0x10000 + second;
}
