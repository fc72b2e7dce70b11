import { bucketEnds } from './buckets.ts';
import { LEAST_KEY, type LmsPieces, lmsPieces } from './lmsPieces.ts';
import { type Groups, groupsOf, sortByNames } from './namedOrder.ts';
import { sortPieces, startOf } from './pieceOrder.ts';

/**
 * Sorts the LMS suffixes of a text and puts them at the ends of their buckets in `sa`, all else being 0. Two sweeps
 * over the array then sort all other suffixes.
 * A suffix is S-type if it is smaller than the one that starts one symbol later, else L-type; the last one is L-type.
 * The first suffix of a run of S-types is an LMS suffix («leftmost S»). The text between two of them is cut into
 * pieces. The pieces are sorted and named, and then the sequence of names is sorted.
 * @param s symbols of the text, and behind them `LEAST_KEY` zeros
 */
export function placeLmsSuffixes(s: Uint16Array, sa: Int32Array, counts: Int32Array, cursor: Int32Array): void {
  const pieces = lmsPieces(s, sa.length, counts.length);
  const { starts, lmsCounts } = pieces;
  const count = starts.length;
  sortPieces(s, sa, pieces, counts.length);
  const order = sa.subarray(0, count);
  const names = sa.subarray(count, 2 * count);
  sortByNames(names, order, namePieces(s, sa, pieces));
  // Pieces that begin at a cut have done their part and are left out.
  let next = 0;
  for (let i = 0; i < count; i++) {
    const start = starts[order[i]!]!;
    if (start >= 0) names[next++] = start;
  }
  starts.set(names.subarray(0, next));
  sa.fill(0);
  bucketEnds(counts, cursor);
  // The suffixes of a bucket lie together, so their first symbols need not be looked up.
  for (let c = counts.length - 1; c >= 0; c--) {
    for (let at = cursor[c]!, left = lmsCounts[c]!; left > 0; left--) sa[--at] = starts[--next]!;
  }
}

/** Bits of the number of a piece: starts lie two apart, so there are at most 2²³. The shape of a piece has room in the bits above. */
const ITEM_BITS = 23;
const ITEM = (1 << ITEM_BITS) - 1;
/** Pieces whose symbols are fetched together: they stay in the cache of the processor until they are compared. */
const BATCH = 256;

/**
 * Names each piece by the rank of the first piece that equals it.
 * @param sa begins with the starts of the pieces in the order of their keys. It gets the numbers of the pieces in that
 * order, followed by the name of each number
 * @returns the pieces that share their name with others
 */
function namePieces(s: Uint16Array, sa: Int32Array, { starts, shapes }: LmsPieces): Groups {
  const count = starts.length;
  const order = sa.subarray(0, count);
  // Starts lie two apart, so half of a start is an index that no other piece has.
  const numbers = sa.subarray(count, count + ((sa.length + 1) >>> 1));
  for (let i = 0; i < count; i++) numbers[startOf(starts[i]!) >>> 1] = (shapes[i]! << ITEM_BITS) | i;
  markFirsts(s, order, numbers, sa.length);
  return groupsOf(order, sa.subarray(count, 2 * count));
}

/** Replaces each start by the number of its piece, complemented where the key differs from that of the piece before. */
function markFirsts(s: Uint16Array, order: Int32Array, numbers: Int32Array, length: number): void {
  const entries = new Int32Array(BATCH);
  const heads = new Int32Array(BATCH);
  const tails = new Int32Array(BATCH);
  let last = length;
  let lastShape = 0;
  let lastHead = 0;
  let lastTail = 0;
  for (let from = 0; from < order.length; from += BATCH) {
    const size = Math.min(BATCH, order.length - from);
    // What is read here depends on no comparison, so the processor fetches many places at once.
    for (let i = 0; i < size; i++) {
      const start = order[from + i]!;
      entries[i] = numbers[start >>> 1]!;
      heads[i] = s[start]! | (s[start + 1]! << 16);
      tails[i] = s[start + 2]! | (s[start + 3]! << 16);
    }
    for (let i = 0; i < size; i++) {
      const start = order[from + i]!;
      const shape = entries[i]! >>> ITEM_BITS;
      const head = heads[i]!;
      const tail = tails[i]!;
      const isEqual =
        ((shape ^ lastShape) | (head ^ lastHead) | (tail ^ lastTail)) === 0 &&
        agree(s, last, start, shape >>> 1, length);
      const item = entries[i]! & ITEM;
      order[from + i] = isEqual ? item : ~item;
      last = start;
      lastShape = shape;
      lastHead = head;
      lastTail = tail;
    }
  }
}

/**
 * Whether two keys of one shape, which are known to agree in the symbols that all keys have, are equal. What touches
 * the end of the text equals nothing.
 */
function agree(s: Uint16Array, a: number, b: number, last: number, length: number): boolean {
  if (Math.max(a, b) + last >= length) return false;
  for (let i = LEAST_KEY + 1; i <= last; i++) if (s[a + i] !== s[b + i]) return false;
  return true;
}
