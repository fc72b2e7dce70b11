import { MAX_SEGMENT_CHARACTERS } from './segmentFormat.ts';
import type { KeyPlace } from './seriesKeys.ts';

/**
 * Where the series of a segment are that have a key: entries of 64 bits, ascending, the hash of the key in the upper 40 and the position
 * in the lower 24. Two keys of one hash are a matter of one query in a million; whoever reads a series looks whether it is the one.
 */
export const POSTING_BYTES = 8;

const POSITION_BITS = 24;

/** @param keys with positions in the segment */
export function packPostings(keys: Iterable<KeyPlace>, count: number): Uint8Array {
  const words = new Uint32Array(2 * count);
  let at = 0;
  for (const { key, start } of keys) {
    const { high, low } = hashOf(key);
    words[at++] = ((low << POSITION_BITS) | start) >>> 0;
    words[at++] = high;
  }
  // Halves lie as in the number they make: the lower first.
  new BigUint64Array(words.buffer).sort();
  return new Uint8Array(words.buffer);
}

/** Reads `count` postings from the one at `index` on: the lower half of each, then the upper. */
export type ReadPostings = (index: number, count: number) => Uint32Array;

/** Entries read at once: hashes are spread evenly, so that a key is found where its hash says, give or take so many. */
const WINDOW = 1024;

/** Positions of `key`, ascending, among `count` postings. One read as a rule, O(log count) else, and one for every so many positions. */
export function postingsOf(key: string, count: number, read: ReadPostings): number[] {
  const { high, low } = hashOf(key);
  const least = (low << POSITION_BITS) >>> 0;
  const isBefore = (words: Uint32Array, at: number): boolean =>
    words[2 * at + 1]! < high || (words[2 * at + 1] === high && words[2 * at]! < least);
  const guess = Math.floor((high / 2 ** 32) * count);
  let start = Math.max(0, Math.min(guess - WINDOW / 2, count - WINDOW));
  let words = read(start, Math.min(WINDOW, count));
  const isAround = (start === 0 || isBefore(words, 0)) && (start + WINDOW >= count || !isBefore(words, WINDOW - 1));
  if (!isAround) {
    start = firstWhere(count, at => !isBefore(read(at, 1), 0));
    words = read(start, Math.min(WINDOW, count - start));
  }
  let at = firstWhere(words.length / 2, index => !isBefore(words, index));
  const positions: number[] = [];
  for (;;) {
    for (; at < words.length / 2; at++) {
      if (words[2 * at + 1] !== high || words[2 * at]! >>> POSITION_BITS !== low) return positions;
      positions.push(words[2 * at]! & (MAX_SEGMENT_CHARACTERS - 1));
    }
    start += words.length / 2;
    if (start >= count) return positions;
    words = read(start, Math.min(WINDOW, count - start));
    at = 0;
  }
}

/** The first of 0 … `count` for which `holds`, given that it does for all after it. */
function firstWhere(count: number, holds: (index: number) => boolean): number {
  let from = 0;
  let to = count;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** FNV-1a twice, with different offset bases: 32 bits and 8. */
function hashOf(key: string): { readonly high: number; readonly low: number } {
  let high = 0x811c9dc5;
  let low = 0x050c5d1f;
  for (let at = 0; at < key.length; at++) {
    const unit = key.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x01000193);
  }
  return { high: high >>> 0, low: (low ^ (low >>> 8) ^ (low >>> 16) ^ (low >>> 24)) & 0xff };
}
