import { CLOSES, classAt, classTable, isHan, NEWLINE, OPENS, PAUSE, STOP } from '../structure/charClass.ts';
import { DOCUMENT_SEPARATOR } from './segmentFormat.ts';

/** A recurrent stretch of a segment's text that stands on its own: «真抓实干», «时间表、路线图、责任人». */
export interface MinedPhrase {
  /** One place where it stands, UTF-16 units from the start of the segment's text. */
  readonly position: number;
  readonly length: number;
  /** Documents of the segment that have it. */
  readonly documents: number;
}

export const miningOptions = {
  /** Shorter stretches are words, not phrases. */
  minLength: 4,
  /** Longer repeats are copied sentences. */
  maxLength: 32,
  minDocuments: 2,
  /**
   * Share of occurrences that must stand against punctuation on either side. Document frequency alone would let
   * through mostly fragments («力保障群众»): a repeat need not begin or end where a phrase does.
   */
  minEdgeShare: 0.25,
  /** Occurrences looked at per repeat; more change the shares by less than they matter. */
  sample: 64,
};

interface OpenInterval {
  readonly from: number;
  readonly length: number;
}

/**
 * Repeats of the text, read off the intervals of its LCP array (M. I. Abouelhoda, S. Kurtz, E. Ohlebusch, "Replacing
 * suffix trees with enhanced suffix arrays", J. Discrete Algorithms 2, 2004), cut at clause marks, kept where both
 * edges are clause edges often enough. Sorted by text, shorter first. Linear in the text but for the samples.
 */
export function minePhrases(
  text: Uint16Array,
  sa: Int32Array,
  lcp: Int32Array,
  documentStarts: Uint32Array,
  options = miningOptions,
): MinedPhrase[] {
  const found: Array<MinedPhrase & { from: number }> = [];
  const seenIn = new Int32Array(documentStarts.length).fill(-1);
  let query = 0;
  const visit = (interval: OpenInterval, to: number, outerLength: number): void => {
    const start = sa[interval.from]!;
    if ((BITS[text[start]!]! & HAN) === 0) return;
    const shortest = Math.max(outerLength + 1, options.minLength);
    const lengths = cutLengths(text, start, shortest, Math.min(interval.length, options.maxLength));
    if (lengths.length === 0) return;
    const places = samplePlaces(sa, interval.from, to, options.sample);
    if (share(places, p => isEdge(text[p - 1])) < options.minEdgeShare) return;
    query++;
    let documents = 0;
    for (const place of places) {
      const document = documentAt(documentStarts, place);
      if (seenIn[document] !== query) documents++;
      seenIn[document] = query;
    }
    if (documents < options.minDocuments) return;
    for (const length of lengths) {
      if (share(places, p => isEdge(text[p + length])) < options.minEdgeShare) continue;
      if (!isBalanced(text, start, length)) continue;
      found.push({ position: start, length, documents, from: interval.from });
    }
  };

  const stack: OpenInterval[] = [{ from: 0, length: 0 }];
  for (let i = 1; i <= sa.length; i++) {
    const shared = i < sa.length ? lcp[i]! : 0;
    let from = i - 1;
    while (stack.length > 1 && stack[stack.length - 1]!.length > shared) {
      const closed = stack.pop()!;
      from = closed.from;
      visit(closed, i, Math.max(shared, stack[stack.length - 1]!.length));
    }
    if (stack[stack.length - 1]!.length < shared) stack.push({ from, length: shared });
  }
  found.sort((a, b) => a.from - b.from || a.length - b.length);
  return found.map(({ position, length, documents }) => ({ position, length, documents }));
}

/** Lengths in `[shortest, longest]` at which the stretch from `start` may end: before a clause mark, and at the end of the repeat. */
function cutLengths(text: Uint16Array, start: number, shortest: number, longest: number): number[] {
  const lengths: number[] = [];
  for (let length = 1; length <= longest; length++) {
    const unit = text[start + length];
    const last = text[start + length - 1]!;
    if ((BITS[last]! & SENTENCE_END) !== 0) break;
    if (length >= shortest && !isEdge(last) && (length === longest || isEdge(unit))) lengths.push(length);
  }
  return lengths;
}

/** What a unit is to mining. */
const HAN = 1;
const SENTENCE_END = 2;
const EDGE = 4;
const EDGES = PAUSE | STOP | NEWLINE | OPENS | CLOSES;

/** One look-up a unit instead of a string: mining asks some hundred times per character of the corpus. */
const BITS = classTable(code => {
  const unit = String.fromCharCode(code);
  const isEnd = code === DOCUMENT_SEPARATOR || unit === '；' || (classAt(unit, 0) & (STOP | NEWLINE)) !== 0;
  const isMark = code === DOCUMENT_SEPARATOR || (classAt(unit, 0) & EDGES) !== 0;
  return (isHan(unit) ? HAN : 0) | (isEnd ? SENTENCE_END : 0) | (isMark ? EDGE : 0);
});

function isEdge(unit: number | undefined): boolean {
  return unit === undefined || (BITS[unit]! & EDGE) !== 0;
}

function samplePlaces(sa: Int32Array, from: number, to: number, limit: number): Int32Array {
  const count = to - from;
  if (count <= limit) return sa.subarray(from, to);
  const places = new Int32Array(limit);
  for (let i = 0; i < limit; i++) places[i] = sa[from + Math.floor((i * count) / limit)]!;
  return places;
}

function share(places: Int32Array, test: (place: number) => boolean): number {
  let yes = 0;
  for (const place of places) if (test(place)) yes++;
  return yes / places.length;
}

const PAIRS = new Map([
  ['“', '”'],
  ['（', '）'],
  ['《', '》'],
  ['‘', '’'],
]);
const CLOSERS = new Set(PAIRS.values());

function isBalanced(text: Uint16Array, start: number, length: number): boolean {
  const expected: string[] = [];
  for (let i = start; i < start + length; i++) {
    const mark = String.fromCharCode(text[i]!);
    const closer = PAIRS.get(mark);
    if (closer !== undefined) expected.push(closer);
    else if (CLOSERS.has(mark) && expected.pop() !== mark) return false;
  }
  return expected.length === 0;
}

/** Index of the last start `<= position`; `starts` is ascending and begins with 0. */
export function documentAt(starts: Uint32Array, position: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (starts[middle]! <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}
