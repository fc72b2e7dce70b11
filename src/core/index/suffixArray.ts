/**
 * Suffix array of `text`: start positions of all suffixes in ascending order of their code units.
 * SA-IS, linear time (G. Nong, S. Zhang, W. H. Chan, "Two Efficient Algorithms for Linear Time Suffix
 * Array Construction", IEEE Trans. Computers 60(10), 2011), over a dense alphabet.
 */
export function suffixArray(text: Uint16Array): Int32Array {
  const { symbols, size } = denseAlphabet(text);
  const sa = new Int32Array(text.length);
  inducedSort(symbols, size, sa, new Int32Array(text.length + 1));
  return sa;
}

/** Numbers the code units that occur 0, 1, 2 … in their own order, so that buckets hold no gaps. */
function denseAlphabet(text: Uint16Array): { symbols: Uint16Array; size: number } {
  const rank = new Uint16Array(0x10000);
  for (const unit of text) rank[unit] = 1;
  let size = 0;
  for (let unit = 0; unit < rank.length; unit++) if (rank[unit]) rank[unit] = size++;
  const symbols = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) symbols[i] = rank[text[i]!]!;
  return { symbols, size };
}

type Symbols = Uint16Array | Int32Array;

/**
 * A suffix is S-type if it is smaller than the one that starts one later, else L-type (the last one is L); the first of a
 * run of S-types is LMS («leftmost S»). Sorting the LMS suffixes sorts all others by two sweeps over the array.
 *
 * In both sweeps an entry is a suffix whose predecessor is still to be placed; its complement is one whose predecessor is
 * of the other type, so that this sweep passes it by. Which it is, is decided when it is placed: the two symbols that tell
 * lie side by side then, and no table of types is needed. (After Y. Mori's sais-lite.)
 *
 * @param sa overwritten, holds the result
 * @param scratch overwritten; one number more than symbols
 */
function inducedSort(s: Symbols, alphabet: number, sa: Int32Array, scratch: Int32Array): void {
  const n = s.length;
  sa.fill(0);
  if (n < 2) return;
  const counts = new Int32Array(alphabet);
  for (let i = 0; i < n; i++) counts[s[i]!]!++;
  const cursor = new Int32Array(alphabet);

  bucketEnds(counts, cursor);
  const lms = lmsPositions(s, scratch.subarray(0, n >>> 1));
  const free = scratch.subarray(n >>> 1);
  for (const position of lms) sa[--cursor[s[position]!]!] = position;
  const lmsCounts = bucketSizes(counts, cursor);
  sortLmsSubstrings(s, sa, counts, cursor);
  sortLms(s, sa, lms, free);

  const sorted = free.subarray(0, lms.length);
  sorted.set(sa.subarray(0, lms.length));
  sa.fill(0);
  bucketEnds(counts, cursor);
  // Those of a bucket lie together, so their symbols need not be looked up.
  for (let c = alphabet - 1, next = sorted.length; c >= 0; c--) {
    for (let at = cursor[c]!, left = lmsCounts[c]!; left > 0; left--) sa[--at] = sorted[--next]!;
  }
  induceAll(s, sa, counts, cursor);
}

function bucketStarts(counts: Int32Array, cursor: Int32Array): void {
  for (let c = 0, sum = 0; c < counts.length; c++) {
    cursor[c] = sum;
    sum += counts[c]!;
  }
}

function bucketEnds(counts: Int32Array, cursor: Int32Array): void {
  for (let c = 0, sum = 0; c < counts.length; c++) {
    sum += counts[c]!;
    cursor[c] = sum;
  }
}

/** What has been put into each bucket, from its end down to its cursor. */
function bucketSizes(counts: Int32Array, cursor: Int32Array): Int32Array {
  const sizes = new Int32Array(counts.length);
  for (let c = 0, end = 0; c < counts.length; c++) {
    end += counts[c]!;
    sizes[c] = end - cursor[c]!;
  }
  return sizes;
}

/** Starts of the LMS suffixes, ascending, at the end of `found`. */
function lmsPositions(s: Symbols, found: Int32Array): Int32Array {
  let from = found.length;
  let isS = false;
  for (let i = s.length - 2; i >= 0; i--) {
    if (s[i]! < s[i + 1]!) {
      isS = true;
    } else if (s[i]! > s[i + 1]!) {
      if (isS) found[--from] = i + 1;
      isS = false;
    }
  }
  return found.subarray(from);
}

/** With the LMS suffixes in their buckets in any order, leaves them sorted up to the next LMS position, complemented; all else is 0. */
function sortLmsSubstrings(s: Symbols, sa: Int32Array, counts: Int32Array, cursor: Int32Array): void {
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
 * Brings the LMS suffixes, given in the order of their substrings, into the order of the whole suffixes; they end up first in `sa`.
 * @param nameOf overwritten; half as many numbers as symbols and one more
 */
function sortLms(s: Symbols, sa: Int32Array, lms: Int32Array, nameOf: Int32Array): void {
  const n = s.length;
  const count = lms.length;
  let found = 0;
  for (let i = 0; i < n && found < count; i++) {
    if (sa[i]! < 0) sa[found++] = ~sa[i]!;
  }
  // LMS positions lie at least two apart, so half of one finds a place of its own.
  for (let i = 0; i < count; i++) nameOf[lms[i]! >>> 1] = (lms[i + 1] ?? n) - lms[i]!;
  const name = nameSubstrings(s, sa.subarray(0, count), nameOf);
  if (name === count) return;
  // Half of a position is never below its number, so the names can be moved together where they are.
  const names = nameOf.subarray(0, count);
  for (let i = 0; i < count; i++) names[i] = nameOf[lms[i]! >>> 1]! - 1;
  const order = sa.subarray(n - count);
  inducedSort(names, name, order, new Int32Array(count + 1));
  for (let i = 0; i < count; i++) sa[i] = lms[order[i]!]!;
}

/** Substrings that are fetched at a time: they stay in the processor's cache until they are compared. */
const BATCH = 256;

/**
 * Numbers LMS substrings from 1 on in their order, equal ones alike.
 * @param nameOf has their lengths, by half their positions, and gets their names
 * @returns how many different ones there are
 */
function nameSubstrings(s: Symbols, ordered: Int32Array, nameOf: Int32Array): number {
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
      if (!isEqual) name++;
      nameOf[position >>> 1] = name;
      last = position;
      lastLength = length;
      lastHead = heads[i]!;
    }
  }
  return name;
}

/** Whether two LMS substrings of `length`, with the symbol that follows each, are equal; the end of the text equals nothing. */
function agree(s: Symbols, a: number, b: number, length: number): boolean {
  if (Math.max(a, b) + length >= s.length) return false;
  for (let i = 0; i <= length; i++) if (s[a + i] !== s[b + i]) return false;
  return true;
}

/** With the LMS suffixes sorted at the ends of their buckets, places all others. */
function induceAll(s: Symbols, sa: Int32Array, counts: Int32Array, cursor: Int32Array): void {
  const n = s.length;
  bucketStarts(counts, cursor);
  sa[cursor[s[n - 1]!]!++] = s[n - 2]! < s[n - 1]! ? ~(n - 1) : n - 1;
  for (let i = 0; i < n; i++) {
    const entry = sa[i]!;
    sa[i] = ~entry;
    if (entry <= 0) continue;
    const before = entry - 1;
    const symbol = s[before]!;
    sa[cursor[symbol]!++] = before > 0 && s[before - 1]! < symbol ? ~before : before;
  }
  bucketEnds(counts, cursor);
  for (let i = n - 1; i >= 0; i--) {
    const entry = sa[i]!;
    if (entry <= 0) {
      sa[i] = ~entry;
      continue;
    }
    const before = entry - 1;
    const symbol = s[before]!;
    sa[--cursor[symbol]!] = before === 0 || s[before - 1]! > symbol ? ~before : before;
  }
}
