import { MAX_SEGMENT_CHARACTERS } from './segmentFormat.ts';
import type { KeyPlace } from './seriesKeys.ts';

/**
 * The postings of a segment tell where the series are that have a key. Each is a number of 64 bits: the hash of the key
 * in the upper 40, the position in the lower 24; they are in ascending order. Two keys share a hash in about one query
 * of a million, so whoever reads a series compares it with the query.
 */
export const POSTING_BYTES = 8;

const POSITION_BITS = 24;
/** Bits of the hash in the lower half. */
const HASH_LOW_BITS = 8;

/** The postings of one document in any order, with positions counted from its start: of each first the lower 32 bits, then the upper. */
export function postingsOf(keys: readonly KeyPlace[]): Uint32Array {
  const words = new Uint32Array(2 * keys.length);
  let at = 0;
  for (const { key, start } of keys) {
    const hash = hashOf(key);
    words[at++] = ((hash << POSITION_BITS) | start) >>> 0;
    words[at++] = Math.floor(hash / 2 ** HASH_LOW_BITS);
  }
  return words;
}

/**
 * The postings of a segment, sorted.
 * @param postings those of its documents, see `postingsOf`
 * @param starts where in the segment each document begins
 */
export function packPostings(postings: readonly Uint32Array[], starts: Uint32Array): Uint8Array {
  const words = new Uint32Array(postings.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const [document, entries] of postings.entries()) {
    words.set(entries, at);
    // A position in the segment fits into its bits, so that nothing is carried into the hash.
    for (const end = at + entries.length; at < end; at += 2) words[at]! += starts[document]!;
  }
  // The two halves of a posting lie as in a 64-bit number, the lower first.
  new BigUint64Array(words.buffer).sort();
  return new Uint8Array(words.buffer);
}

/** Reads `count` postings from the one at `index` on: the lower half of each, then the upper. */
export type ReadPostings = (index: number, count: number) => Uint32Array;

/** Postings in a block: so many are read for a key that is not there or has few places. */
const BLOCK = 64;
/** Postings that are read at once for a key that goes on beyond a block. */
const RUN = 1024;

/**
 * The postings of a segment, read by position. The first hash of each block is remembered once it was read, so that
 * finding a block soon costs no reads.
 */
export class PostingTable {
  readonly #count: number;
  readonly #read: ReadPostings;
  /** Hash of the first entry of each block; NaN where that is not known yet. Made when first asked. */
  #firsts: Float64Array | undefined;

  constructor(count: number, read: ReadPostings) {
    this.#count = count;
    this.#read = read;
  }

  /** Positions of `key`, ascending. */
  positions(key: string): number[] {
    const wanted = hashOf(key);
    const positions: number[] = [];
    let index = this.#blockBefore(wanted) * BLOCK;
    for (let length = BLOCK; index < this.#count; index += length, length = RUN) {
      const words = this.#read(index, Math.min(length, this.#count - index));
      for (let at = 0; at < words.length; at += 2) {
        const hash = hashIn(words, at);
        if (hash > wanted) return positions;
        if (hash === wanted) positions.push(words[at]! & (MAX_SEGMENT_CHARACTERS - 1));
      }
    }
    return positions;
  }

  /** The last block that begins before `hash`; the first if none does. */
  #blockBefore(hash: number): number {
    let low = 0;
    let high = Math.ceil(this.#count / BLOCK);
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (this.#firstOf(middle) < hash) low = middle;
      else high = middle;
    }
    return low;
  }

  #firstOf(block: number): number {
    this.#firsts ??= new Float64Array(Math.ceil(this.#count / BLOCK)).fill(Number.NaN);
    let first = this.#firsts[block]!;
    if (Number.isNaN(first)) {
      first = hashIn(this.#read(block * BLOCK, 1), 0);
      this.#firsts[block] = first;
    }
    return first;
  }
}

/** The 40 bits of the entry that begins at `at` of `words`. */
function hashIn(words: Uint32Array, at: number): number {
  return words[at + 1]! * 2 ** HASH_LOW_BITS + (words[at]! >>> POSITION_BITS);
}

/** 40 bits: FNV-1a twice, with different offset bases, 32 bits and 8. */
function hashOf(key: string): number {
  let high = 0x811c9dc5;
  let low = 0x050c5d1f;
  for (let at = 0; at < key.length; at++) {
    const unit = key.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x01000193);
  }
  return (high >>> 0) * 2 ** HASH_LOW_BITS + ((low ^ (low >>> 8) ^ (low >>> 16) ^ (low >>> 24)) & 0xff);
}
