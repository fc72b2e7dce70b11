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

/** Positions of `key`, ascending, among `count` postings; `entryAt` reads one. O(log count + positions). */
export function postingsOf(
  key: string,
  count: number,
  entryAt: (index: number) => { readonly high: number; readonly low: number },
): number[] {
  const { high, low } = hashOf(key);
  const least = (low << POSITION_BITS) >>> 0;
  let from = 0;
  let to = count;
  while (from < to) {
    const middle = (from + to) >>> 1;
    const entry = entryAt(middle);
    if (entry.high < high || (entry.high === high && entry.low < least)) from = middle + 1;
    else to = middle;
  }
  const positions: number[] = [];
  for (let index = from; index < count; index++) {
    const entry = entryAt(index);
    if (entry.high !== high || entry.low >>> POSITION_BITS !== low) break;
    positions.push(entry.low & (MAX_SEGMENT_CHARACTERS - 1));
  }
  return positions;
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
