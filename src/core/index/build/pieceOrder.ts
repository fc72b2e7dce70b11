import { LEAST_KEY, type LmsPieces, MOST_KEY } from './lmsPieces.ts';

/**
 * Sorts the starts of pieces by their keys: a radix sort from the last symbol to the first, each pass of which
 * distributes the pieces whose keys are long enough into buckets (A. V. Aho, J. E. Hopcroft, J. D. Ullman, "The Design
 * and Analysis of Computer Algorithms", 1974, 3.2). The symbols of the last passes are carried along, since fetching
 * them from the text takes several times as long as all else.
 * @param s symbols of the text, and zeros behind them
 * @param sa gets the sorted starts in its first part; all of it is overwritten
 */
export function sortPieces(s: Uint16Array, sa: Int32Array, { starts, shapes }: LmsPieces, alphabet: number): void {
  const count = starts.length;
  const list = sa.subarray(0, count);
  const other = sa.subarray(count, 2 * count);
  // Pieces with longer keys stand before those with shorter ones, so a pass always sorts a first part of the list.
  const sizes = listByShape(starts, shapes, list);
  const tallies = tallySymbols(s, starts, shapes, alphabet);
  const bucketsOf = (symbol: number): Int32Array =>
    startsOf(tallies.subarray(symbol * alphabet, (symbol + 1) * alphabet));
  for (let k = MOST_KEY; k > LEAST_KEY; k--) {
    if (sizes[k] === 0) continue;
    distribute(s, k, list.subarray(0, sizes[k]), other, bucketsOf(k));
    list.set(other.subarray(0, sizes[k]));
  }
  const room = sa.subarray(2 * count);
  const pairs = room.length < count ? new Int32Array(count) : room.subarray(0, count);
  const otherPairs = new Int32Array(count);
  const heads = new Uint16Array(count);
  distributeByThird(s, list, other, pairs, heads, bucketsOf(3));
  distributeBySecond(other, list, pairs, heads, otherPairs, bucketsOf(2));
  distributeByFirst(list, other, otherPairs, heads, bucketsOf(1));
  distributeByHead(other, list, heads, bucketsOf(0));
}

/**
 * Lists the starts by the lengths of their keys, longer ones first; among keys of one length those first that end with
 * an L-type suffix. Returns, for each length, how many keys have at least that length.
 */
function listByShape(starts: Int32Array, shapes: Uint8Array, list: Int32Array): Int32Array {
  const sizes = new Int32Array(MOST_KEY + 1);
  const cursor = new Int32Array(2 * (MOST_KEY + 1));
  for (let i = 0; i < shapes.length; i++) cursor[shapes[i]!]!++;
  for (let length = MOST_KEY, sum = 0; length >= 0; length--) {
    for (let shape = 2 * length; shape <= 2 * length + 1; shape++) {
      const here = cursor[shape]!;
      cursor[shape] = sum;
      sum += here;
    }
    sizes[length] = sum;
  }
  for (let i = 0; i < starts.length; i++) list[cursor[shapes[i]!]!++] = startOf(starts[i]!);
  return sizes;
}

/** Counts how often each symbol stands at each index of a key. */
function tallySymbols(s: Uint16Array, starts: Int32Array, shapes: Uint8Array, alphabet: number): Int32Array {
  const tallies = new Int32Array((MOST_KEY + 1) * alphabet);
  for (let i = 0; i < starts.length; i++) {
    const start = startOf(starts[i]!);
    const end = start + (shapes[i]! >>> 1);
    for (let at = start, row = 0; at <= end; at++, row += alphabet) tallies[row + s[at]!]!++;
  }
  return tallies;
}

/** The position of an entry of `LmsPieces.starts`, whether it is a cut or not. */
export function startOf(entry: number): number {
  return entry < 0 ? ~entry : entry;
}

/** Turns the sizes of buckets into the indexes at which they begin. */
function startsOf(counts: Int32Array): Int32Array {
  for (let c = 0, sum = 0; c < counts.length; c++) {
    const here = counts[c]!;
    counts[c] = sum;
    sum += here;
  }
  return counts;
}

function distribute(s: Uint16Array, k: number, from: Int32Array, to: Int32Array, cursor: Int32Array): void {
  for (let i = 0; i < from.length; i++) {
    const start = from[i]!;
    to[cursor[s[start + k]!]!++] = start;
  }
}

/**
 * Distributes by the last symbol that all keys have. `pairs` gets the two symbols before it, the later one in the lower
 * half, and `heads` the first symbol.
 */
function distributeByThird(
  s: Uint16Array,
  from: Int32Array,
  to: Int32Array,
  pairs: Int32Array,
  heads: Uint16Array,
  cursor: Int32Array,
): void {
  for (let i = 0; i < from.length; i++) {
    const start = from[i]!;
    const at = cursor[s[start + 3]!]!++;
    to[at] = start;
    pairs[at] = s[start + 2]! | (s[start + 1]! << 16);
    heads[at] = s[start]!;
  }
}

function distributeBySecond(
  from: Int32Array,
  to: Int32Array,
  pairs: Int32Array,
  heads: Uint16Array,
  toPairs: Int32Array,
  cursor: Int32Array,
): void {
  for (let i = 0; i < from.length; i++) {
    const pair = pairs[i]!;
    const at = cursor[pair & 0xffff]!++;
    to[at] = from[i]!;
    toPairs[at] = (pair >>> 16) | (heads[i]! << 16);
  }
}

function distributeByFirst(
  from: Int32Array,
  to: Int32Array,
  pairs: Int32Array,
  toHeads: Uint16Array,
  cursor: Int32Array,
): void {
  for (let i = 0; i < from.length; i++) {
    const pair = pairs[i]!;
    const at = cursor[pair & 0xffff]!++;
    to[at] = from[i]!;
    toHeads[at] = pair >>> 16;
  }
}

function distributeByHead(from: Int32Array, to: Int32Array, heads: Uint16Array, cursor: Int32Array): void {
  for (let i = 0; i < from.length; i++) to[cursor[heads[i]!]!++] = from[i]!;
}
