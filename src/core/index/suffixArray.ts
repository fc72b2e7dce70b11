/**
 * Suffix array of `text`: start positions of all suffixes in ascending order of their code units.
 * SA-IS, linear time (G. Nong, S. Zhang, W. H. Chan, "Two Efficient Algorithms for Linear Time Suffix
 * Array Construction", IEEE Trans. Computers 60(10), 2011), over a dense alphabet.
 */
export function suffixArray(text: Uint16Array): Int32Array {
  const { symbols, size } = denseAlphabet(text);
  return inducedSort(symbols, size);
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

function inducedSort(s: Symbols, alphabet: number): Int32Array {
  const n = s.length;
  const sa = new Int32Array(n);
  if (n === 0) return sa;
  if (n === 1) return sa; // one suffix, at 0

  // A suffix is S-type if it is smaller than the one that starts after it, else L-type. The last is L-type.
  const isS = new Uint8Array(n);
  for (let i = n - 2; i >= 0; i--) isS[i] = s[i] === s[i + 1] ? isS[i + 1]! : s[i]! < s[i + 1]! ? 1 : 0;

  // In the bucket of each symbol the L-type suffixes come first.
  const startL = new Int32Array(alphabet + 1);
  const startS = new Int32Array(alphabet + 1);
  for (let i = 0; i < n; i++) {
    if (isS[i]) startL[s[i]! + 1]!++;
    else startS[s[i]!]!++;
  }
  for (let c = 0; c < alphabet; c++) {
    startS[c]! += startL[c]!;
    startL[c + 1]! += startS[c]!;
  }

  const lmsOf = new Int32Array(n + 1).fill(-1);
  let lmsCount = 0;
  for (let i = 1; i < n; i++) if (!isS[i - 1] && isS[i]) lmsOf[i] = lmsCount++;
  const lms = new Int32Array(lmsCount);
  for (let i = 1, k = 0; i < n; i++) if (!isS[i - 1] && isS[i]) lms[k++] = i;

  const cursor = new Int32Array(alphabet + 1);
  const induce = (sorted: Int32Array): void => {
    sa.fill(-1);
    cursor.set(startS);
    for (const position of sorted) sa[cursor[s[position]!]!++] = position;
    cursor.set(startL);
    sa[cursor[s[n - 1]!]!++] = n - 1;
    for (let i = 0; i < n; i++) {
      const before = sa[i]! - 1;
      if (before >= 0 && !isS[before]) sa[cursor[s[before]!]!++] = before;
    }
    cursor.set(startL);
    for (let i = n - 1; i >= 0; i--) {
      const before = sa[i]! - 1;
      if (before >= 0 && isS[before]) sa[--cursor[s[before]! + 1]!] = before;
    }
  };

  induce(lms);
  if (lmsCount === 0) return sa;

  // Name the LMS substrings in their sorted order; equal ones share a name.
  const sorted = new Int32Array(lmsCount);
  for (let i = 0, k = 0; i < n; i++) if (lmsOf[sa[i]!] !== undefined && lmsOf[sa[i]!]! >= 0) sorted[k++] = sa[i]!;
  const names = new Int32Array(lmsCount);
  let name = 0;
  for (let i = 1; i < lmsCount; i++) {
    if (!sameLmsSubstring(s, lms, lmsOf, sorted[i - 1]!, sorted[i]!)) name++;
    names[lmsOf[sorted[i]!]!] = name;
  }
  if (name + 1 < lmsCount) {
    const reduced = inducedSort(names, name + 1);
    for (let i = 0; i < lmsCount; i++) sorted[i] = lms[reduced[i]!]!;
  }
  induce(sorted);
  return sa;
}

function sameLmsSubstring(s: Symbols, lms: Int32Array, lmsOf: Int32Array, left: number, right: number): boolean {
  const n = s.length;
  const leftEnd = lms[lmsOf[left]! + 1] ?? n;
  const rightEnd = lms[lmsOf[right]! + 1] ?? n;
  if (leftEnd - left !== rightEnd - right) return false;
  let i = left;
  let j = right;
  while (i < leftEnd) {
    if (s[i] !== s[j]) return false;
    i++;
    j++;
  }
  return i < n && j < n && s[i] === s[j];
}

/**
 * `lcp[i]` = length of the longest common prefix of suffixes `sa[i - 1]` and `sa[i]`; `lcp[0]` is 0.
 * Linear time (J. Kärkkäinen, G. Manzini, S. J. Puglisi, "Permuted Longest-Common-Prefix Array", CPM 2009).
 */
export function lcpArray(text: Uint16Array, sa: Int32Array): Int32Array {
  const n = sa.length;
  const previous = new Int32Array(n);
  if (n > 0) previous[sa[0]!] = -1;
  for (let i = 1; i < n; i++) previous[sa[i]!] = sa[i - 1]!;
  const permuted = previous; // overwritten in text order
  let length = 0;
  for (let i = 0; i < n; i++) {
    const j = previous[i]!;
    if (j < 0) {
      length = 0;
    } else {
      while (i + length < n && j + length < n && text[i + length] === text[j + length]) length++;
    }
    permuted[i] = length;
    if (length > 0) length--;
  }
  const lcp = new Int32Array(n);
  for (let i = 0; i < n; i++) lcp[i] = permuted[sa[i]!]!;
  return lcp;
}
