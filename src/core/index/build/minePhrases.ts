import { DocumentTable } from '../format/documentTable.ts';
import { branching, edgeShare, endsSentence, isBalanced, isEdge, isHanUnit } from '../format/phraseEdges.ts';
import type { MinedPhrase } from '../format/phraseSection.ts';
import { idiomFinder } from './idiomFinder.ts';
import { forEachRepeat, type SuffixFacts } from './repeats.ts';

export const miningOptions = {
  /** Shorter stretches are words, not phrases. */
  minLength: 4,
  /** Longer repeats are copied sentences. */
  maxLength: 32,
  /**
   * Documents it must be in: two of a small corpus, one more with every fourfold of `smallText` units. The longer the text, the
   * more is repeated by chance, and each phrase costs some sixty bytes.
   */
  minDocuments: 2,
  smallText: 1 << 18,
  /**
   * Share of occurrences that must stand against punctuation on either side. Document frequency alone would let
   * through mostly fragments («力保障群众»): a repeat need not begin or end where a phrase does.
   */
  minEdgeShare: 0.25,
  /** What always stands beside the same neighbour is part of a longer phrase. */
  minBranching: 0.3,
  /** Occurrences looked at per repeat; more change the shares by less than they matter. */
  sample: 64,
};

const NO_IDIOMS: ReadonlySet<string> = new Set();

/**
 * Repeats of the text (`forEachRepeat`), cut at clause marks, kept where both edges are clause edges often enough; and the
 * idioms of a `dictionary` wherever they recur. Sorted by text, shorter first. Linear in the text but for the samples.
 */
export function minePhrases(
  text: Uint16Array,
  sa: Int32Array,
  { agreement, afterEdge }: SuffixFacts,
  documentStarts: Uint32Array,
  dictionary: ReadonlySet<string> = NO_IDIOMS,
  options = miningOptions,
): MinedPhrase[] {
  const found: MinedPhrase[] = [];
  // By the same index: the first rank of each.
  const ranks: number[] = [];
  const idioms = idiomFinder(dictionary, text);
  const countDocuments = documentCounter(new DocumentTable(documentStarts, text.length), documentStarts.length);
  const minDocuments = leastDocuments(text.length, options);
  // Suffixes that begin with the same two units lie together, and so do their repeats: the text is asked once for all of them.
  let pairEnd = 0;
  let isHan = false;
  let mayBeIdiom = false;
  const enterPair = (from: number, to: number): void => {
    pairEnd = to;
    while (agreement[pairEnd]! >= 2) pairEnd++;
    const start = sa[from]!;
    isHan = isHanUnit(text[start]!);
    mayBeIdiom = isHan && idioms.mayBeginAt(start);
  };
  const visit = (from: number, to: number, shortest: number, longest: number): void => {
    // Most repeats are of two or three places: too few documents, whichever they are.
    if (to - from < minDocuments) return;
    if (from >= pairEnd) enterPair(from, to);
    if (!isHan) return;
    const edgeBefore = shareOf(afterEdge, from, to, options.sample);
    if (edgeBefore < options.minEdgeShare && !mayBeIdiom) return;
    const start = sa[from]!;
    const idiom = mayBeIdiom ? idioms.lengthAt(start, shortest, longest) : 0;
    if (edgeBefore < options.minEdgeShare && idiom === 0) return;
    const lengths = cutLengths(text, start, shortest, longest, idiom);
    if (lengths.length === 0) return;
    const places = samplePlaces(sa, from, to, options.sample);
    let branchingBefore = Number.NaN;
    let documents = 0;
    for (const length of lengths) {
      const edgeAfter = edgeShare(text, places, length);
      if (length !== idiom && Math.min(edgeBefore, edgeAfter) < options.minEdgeShare) continue;
      if (Number.isNaN(branchingBefore)) branchingBefore = branching(text, places, -1);
      const branchingAfter = branching(text, places, length);
      if (length !== idiom) {
        if (Math.min(branchingBefore, branchingAfter) < options.minBranching) continue;
        if (!isBalanced(text, start, length)) continue;
      }
      documents ||= countDocuments(sa, from, to);
      if (documents < minDocuments) return;
      found.push({
        position: start,
        length,
        occurrences: to - from,
        documents,
        isIdiom: length === idiom,
        isWord: false,
        edgeShares: [edgeBefore, edgeAfter],
        branching: [branchingBefore, branchingAfter],
      });
      ranks.push(from);
    }
  };

  forEachRepeat(agreement, options, visit);
  const order = Uint32Array.from(found.keys());
  order.sort((a, b) => ranks[a]! - ranks[b]! || found[a]!.length - found[b]!.length);
  return Array.from(order, index => found[index]!);
}

/** Documents that a phrase of a text of `length` units must be in. */
export function leastDocuments(length: number, { minDocuments, smallText } = miningOptions): number {
  return minDocuments + Math.floor(Math.log2(Math.max(length, smallText) / smallText) / 2);
}

/** Lengths in `[shortest, longest]` at which the stretch from `start` may end: before a clause mark, at the end of the repeat and of an idiom. */
function cutLengths(text: Uint16Array, start: number, shortest: number, longest: number, idiom: number): number[] {
  const lengths: number[] = [];
  for (let length = 1; length <= longest; length++) {
    const unit = text[start + length];
    const last = text[start + length - 1]!;
    if (endsSentence(last)) break;
    const mayEnd = length === longest || length === idiom || isEdge(unit);
    if (length >= shortest && !isEdge(last) && mayEnd) lengths.push(length);
  }
  return lengths;
}

function samplePlaces(sa: Int32Array, from: number, to: number, limit: number): Int32Array {
  const count = to - from;
  if (count <= limit) return sa.subarray(from, to);
  const places = new Int32Array(limit);
  for (let i = 0; i < limit; i++) places[i] = sa[from + Math.floor((i * count) / limit)]!;
  return places;
}

/** Share of the suffixes that `samplePlaces` takes that have the flag. */
function shareOf(flags: Uint8Array, from: number, to: number, limit: number): number {
  const count = to - from;
  const size = Math.min(count, limit);
  let flagged = 0;
  for (let i = 0; i < size; i++) flagged += flags[count <= limit ? from + i : from + Math.floor((i * count) / limit)]!;
  return flagged / size;
}

/** Counts the documents an interval of suffixes lies in. */
function documentCounter(
  table: DocumentTable,
  documents: number,
): (sa: Int32Array, from: number, to: number) => number {
  const seenIn = new Int32Array(documents).fill(-1);
  let query = 0;
  return (sa, from, to) => {
    query++;
    let count = 0;
    for (let rank = from; rank < to; rank++) {
      const document = table.at(sa[rank]!);
      if (seenIn[document] !== query) count++;
      seenIn[document] = query;
    }
    return count;
  };
}
