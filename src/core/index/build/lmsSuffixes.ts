import { bucketEnds } from './buckets.ts';
import { LEAST_KEY, type LmsPieces, lmsPieces } from './lmsPieces.ts';
import { type Groups, groupsOf, sortByNames } from './namedOrder.ts';
import { sortPieces, startOf } from './pieceOrder.ts';

/**
 * A suffix is S-type if it is smaller than the one that starts one later, else L-type (the last one is L); the first of a
 * run of S-types is LMS («leftmost S»). Sorting the LMS suffixes sorts all others by two sweeps over the array; here they are put, sorted,
 * at the ends of their buckets; all else is 0. What lies between two of them is cut into pieces, the pieces are sorted and named, and then the sequence of names.
 * @param s symbols of the text, and zeros behind them, one for each symbol of `LEAST_KEY`
 */
export function placeLmsSuffixes(s: Uint16Array, sa: Int32Array, counts: Int32Array, cursor: Int32Array): void {
  const pieces = lmsPieces(s, sa.length, counts.length);
  const { starts, lmsCounts } = pieces;
  const count = starts.length;
  sortPieces(s, sa, pieces, counts.length);
  const order = sa.subarray(0, count);
  const names = sa.subarray(count, 2 * count);
  sortByNames(names, order, namePieces(s, sa, pieces));
  // Cuts have done their part.
  let next = 0;
  for (let i = 0; i < count; i++) {
    const start = starts[order[i]!]!;
    if (start >= 0) names[next++] = start;
  }
  starts.set(names.subarray(0, next));
  sa.fill(0);
  bucketEnds(counts, cursor);
  // Those of a bucket lie together, so their symbols need not be looked up.
  for (let c = counts.length - 1; c >= 0; c--) {
    for (let at = cursor[c]!, left = lmsCounts[c]!; left > 0; left--) sa[--at] = starts[--next]!;
  }
}

/** Pieces are numbered below this, as their starts lie two apart; shapes have room above it. */
const ITEM_BITS = 23;
const ITEM = (1 << ITEM_BITS) - 1;
/** Pieces that are fetched at a time: they stay in the processor's cache until they are compared. */
const BATCH = 256;

/**
 * Names pieces by the rank of the first that is equal.
 * @param sa has their starts in the order of their keys; gets their numbers in that order, then the name of each number
 * @returns those that have a name in common
 */
function namePieces(s: Uint16Array, sa: Int32Array, { starts, shapes }: LmsPieces): Groups {
  const count = starts.length;
  const order = sa.subarray(0, count);
  // Half of a start finds a place of its own.
  const numbers = sa.subarray(count, count + ((sa.length + 1) >>> 1));
  for (let i = 0; i < count; i++) numbers[startOf(starts[i]!) >>> 1] = (shapes[i]! << ITEM_BITS) | i;
  markFirsts(s, order, numbers, sa.length);
  return groupsOf(order, sa.subarray(count, 2 * count));
}

/** Puts the number of a piece in the place of its start, complemented where its key is another than that of the one before. */
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
    // No comparison decides what is read here, so that the processor waits for many places at once.
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

/** Whether keys of one shape that agree as far as all keys go are equal; the end of the text equals nothing. */
function agree(s: Uint16Array, a: number, b: number, last: number, length: number): boolean {
  if (Math.max(a, b) + last >= length) return false;
  for (let i = LEAST_KEY + 1; i <= last; i++) if (s[a + i] !== s[b + i]) return false;
  return true;
}
