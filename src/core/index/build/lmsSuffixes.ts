import { bucketEnds, bucketSizes, bucketStarts } from './buckets.ts';
import { sortByNames } from './namedOrder.ts';

/**
 * A suffix is S-type if it is smaller than the one that starts one later, else L-type (the last one is L); the first of a
 * run of S-types is LMS («leftmost S»). Sorting the LMS suffixes sorts all others by two sweeps over the array; here they are put, sorted,
 * at the ends of their buckets.
 *
 * In all sweeps an entry is a suffix whose predecessor is still to be placed; its complement is one whose predecessor is
 * of the other type, so that this sweep passes it by. Which it is, is decided when it is placed: the two symbols that tell
 * lie side by side then, and no table of types is needed. (After Y. Mori's sais-lite.)
 */
export function placeLmsSuffixes(s: Uint16Array, sa: Int32Array, counts: Int32Array, cursor: Int32Array): void {
  bucketEnds(counts, cursor);
  const lms = lmsPositions(s);
  for (let i = 0; i < lms.length; i++) {
    const position = lms[i]!;
    sa[--cursor[s[position]!]!] = position;
  }
  const lmsCounts = bucketSizes(counts, cursor);
  sortLmsSubstrings(s, sa, counts, cursor);
  sortLms(s, sa, lms);
  sa.fill(0);
  bucketEnds(counts, cursor);
  // Those of a bucket lie together, so their symbols need not be looked up.
  for (let c = counts.length - 1, next = lms.length; c >= 0; c--) {
    for (let at = cursor[c]!, left = lmsCounts[c]!; left > 0; left--) sa[--at] = lms[--next]!;
  }
}

/** Starts of the LMS suffixes, ascending. */
function lmsPositions(s: Uint16Array): Int32Array {
  const found = new Int32Array(s.length >>> 1);
  let from = found.length;
  let isS = false;
  let following = s[s.length - 1]!;
  for (let i = s.length - 2; i >= 0; i--) {
    const symbol = s[i]!;
    if (symbol < following) {
      isS = true;
    } else if (symbol > following) {
      if (isS) found[--from] = i + 1;
      isS = false;
    }
    following = symbol;
  }
  return found.subarray(from);
}

/** With the LMS suffixes in their buckets in any order, leaves them sorted up to the next LMS position, complemented; all else is 0. */
function sortLmsSubstrings(s: Uint16Array, sa: Int32Array, counts: Int32Array, cursor: Int32Array): void {
  const n = s.length;
  bucketStarts(counts, cursor);
  sa[cursor[s[n - 1]!]!++] = s[n - 2]! < s[n - 1]! ? ~(n - 1) : n - 1;
  for (let i = 0; i < n; i++) {
    const entry = sa[i]!;
    if (entry < 0) {
      sa[i] = ~entry;
    } else if (entry > 0) {
      const before = entry - 1;
      const symbol = s[before]!;
      if (before > 0) sa[cursor[symbol]!++] = s[before - 1]! < symbol ? ~before : before;
      sa[i] = 0;
    }
  }
  bucketEnds(counts, cursor);
  for (let i = n - 1; i >= 0; i--) {
    const entry = sa[i]!;
    if (entry <= 0) continue;
    const before = entry - 1;
    const symbol = s[before]!;
    if (before > 0) sa[--cursor[symbol]!] = s[before - 1]! > symbol ? ~before : before;
    sa[i] = 0;
  }
}

/**
 * Brings the LMS suffixes, given in `sa` in the order of their substrings, into the order of the whole suffixes.
 * @param lms their positions, ascending; gets them in that order
 */
function sortLms(s: Uint16Array, sa: Int32Array, lms: Int32Array): void {
  const n = s.length;
  const count = lms.length;
  let found = 0;
  for (let i = 0; i < n && found < count; i++) {
    if (sa[i]! < 0) sa[found++] = ~sa[i]!;
  }
  // LMS positions lie at least two apart, so half of one finds a place of its own, and behind them in `sa` there is room for all halves.
  const nameOf = sa.subarray(count, count + ((n + 1) >>> 1));
  for (let i = 0; i < count; i++) nameOf[lms[i]! >>> 1] = (lms[i + 1] ?? n) - lms[i]!;
  nameSubstrings(s, sa.subarray(0, count), nameOf);
  // Half of a position is never below its number, so the names can be moved together where they are.
  const names = nameOf.subarray(0, count);
  for (let i = 0; i < count; i++) names[i] = nameOf[lms[i]! >>> 1]!;
  const order = sa.subarray(0, count);
  // In real text they are less than a third of all suffixes.
  const spare = sa.subarray(2 * count);
  sortByNames(names, order, spare.length < count ? new Int32Array(count) : spare.subarray(0, count));
  for (let i = 0; i < count; i++) names[i] = lms[order[i]!]!;
  lms.set(names);
}

/** Substrings that are fetched at a time: they stay in the processor's cache until they are compared. */
const BATCH = 256;

/**
 * Names LMS substrings by the rank of the first that is equal.
 * @param nameOf has their lengths, by half their positions, and gets their names
 */
function nameSubstrings(s: Uint16Array, ordered: Int32Array, nameOf: Int32Array): void {
  const lengths = new Int32Array(BATCH);
  const heads = new Int32Array(BATCH);
  let name = 0;
  let last = -1;
  let lastLength = 0;
  let lastHead = 0;
  for (let from = 0; from < ordered.length; from += BATCH) {
    const size = Math.min(BATCH, ordered.length - from);
    // No comparison decides what is read here, so that the processor waits for many places at once.
    for (let i = 0; i < size; i++) {
      const position = ordered[from + i]!;
      lengths[i] = nameOf[position >>> 1]!;
      heads[i] = s[position]!;
    }
    for (let i = 0; i < size; i++) {
      const position = ordered[from + i]!;
      const length = lengths[i]!;
      const isEqual = last >= 0 && length === lastLength && heads[i] === lastHead && agree(s, last, position, length);
      if (!isEqual) name = from + i;
      nameOf[position >>> 1] = name;
      last = position;
      lastLength = length;
      lastHead = heads[i]!;
    }
  }
}

/** Whether two LMS substrings of `length`, with the symbol that follows each, are equal; the end of the text equals nothing. */
function agree(s: Uint16Array, a: number, b: number, length: number): boolean {
  if (Math.max(a, b) + length >= s.length) return false;
  for (let i = 0; i <= length; i++) if (s[a + i] !== s[b + i]) return false;
  return true;
}
