import { DocumentTable } from '../format/documentTable.ts';
import { branching, edgeShare, endsSentence, isBalanced, isEdge, isHanUnit } from '../format/phraseEdges.ts';
import type { MinedPhrase } from '../format/phraseSection.ts';
import { type IdiomFinder, idiomFinder } from './idiomFinder.ts';
import { forEachRepeat, type SuffixFacts } from './repeats.ts';

export const miningOptions = {
  /** Shorter stretches are words, not phrases. */
  minLength: 4,
  /** Longer repeats are copied sentences. */
  maxLength: 32,
  /**
   * Documents that a phrase must be in: two in a small corpus, and one more with every fourfold of `smallText` units.
   * The longer the text, the more is repeated by chance, and each phrase costs some sixty bytes.
   */
  minDocuments: 2,
  smallText: 1 << 18,
  /**
   * Share of occurrences that must stand against punctuation on either side. Document frequency alone would let
   * through mostly fragments («力保障群众»): a repeat need not begin or end where a phrase does.
   */
  minEdgeShare: 0.25,
  /** Least `branching` on either side. What nearly always has the same neighbour is part of a longer phrase. */
  minBranching: 0.3,
  /** Occurrences of a repeat that are looked at. With more of them the shares hardly change. */
  sample: 64,
};

const NO_IDIOMS: ReadonlySet<string> = new Set();

/** The text of a segment and what sorting it has told. */
export interface SortedText {
  readonly text: Uint16Array;
  /** The suffix array: positions of the text in the order of the suffixes that begin there. */
  readonly sa: Int32Array;
  readonly facts: SuffixFacts;
  /** Positions at which documents begin, ascending. */
  readonly documentStarts: Uint32Array;
}

/**
 * The phrases of a text: its repeats (`forEachRepeat`), cut at clause marks and kept where both edges are clause edges often enough, and
 * each of `idioms` that recurs. Sorted by text, shorter first. Takes time linear in the text, besides the samples of each repeat.
 */
export function minePhrases(source: SortedText, idioms = NO_IDIOMS, options = miningOptions): MinedPhrase[] {
  const miner = new PhraseMiner(source, idioms, options);
  forEachRepeat(source.facts.agreement, options, (from, to, shortest, longest) => {
    miner.visit(from, to, shortest, longest);
  });
  return miner.phrases();
}

/** A repeat that may hold phrases: the ranks `[from, to)` of the suffixes that begin with it. */
interface Repeat {
  readonly from: number;
  readonly to: number;
  /** The length of the idiom that it begins with; 0 if there is none. */
  readonly idiom: number;
  /** The share of its places that stand behind a clause edge. */
  readonly edgeBefore: number;
}

class PhraseMiner {
  readonly #source: SortedText;
  readonly #options: typeof miningOptions;
  readonly #idioms: IdiomFinder;
  readonly #countDocuments: (sa: Int32Array, from: number, to: number) => number;
  readonly #minDocuments: number;
  readonly #found: MinedPhrase[] = [];
  /** By the same index as `#found`: the first rank of each. */
  readonly #ranks: number[] = [];
  // Suffixes that begin with the same two units lie together, and so do their repeats: the text is asked once for all of them.
  #pairEnd = 0;
  #isHan = false;
  #mayBeIdiom = false;

  constructor(source: SortedText, idioms: ReadonlySet<string>, options: typeof miningOptions) {
    const { text, documentStarts } = source;
    this.#source = source;
    this.#options = options;
    this.#idioms = idiomFinder(idioms, text);
    this.#countDocuments = documentCounter(new DocumentTable(documentStarts, text.length), documentStarts.length);
    this.#minDocuments = leastDocuments(text.length, options);
  }

  /** Keeps the phrases of a repeat. Repeats come in the order of their first ranks, those of one pair of units together. */
  visit(from: number, to: number, shortest: number, longest: number): void {
    // Most repeats are of two or three places: too few documents, whichever they are.
    if (to - from < this.#minDocuments) return;
    if (from >= this.#pairEnd) this.#enterPair(from, to);
    if (!this.#isHan) return;
    const { text, sa, facts } = this.#source;
    const { sample, minEdgeShare } = this.#options;
    const edgeBefore = shareOf(facts.afterEdge, from, to, sample);
    if (edgeBefore < minEdgeShare && !this.#mayBeIdiom) return;
    const start = sa[from]!;
    const idiom = this.#mayBeIdiom ? this.#idioms.lengthAt(start, shortest, longest) : 0;
    if (edgeBefore < minEdgeShare && idiom === 0) return;
    const lengths = cutLengths(text, start, shortest, longest, idiom);
    if (lengths.length > 0) this.#keepPhrases({ from, to, idiom, edgeBefore }, lengths);
  }

  /** What was found, sorted by text, shorter first. */
  phrases(): MinedPhrase[] {
    const found = this.#found;
    const ranks = this.#ranks;
    const order = Uint32Array.from(found.keys());
    order.sort((a, b) => ranks[a]! - ranks[b]! || found[a]!.length - found[b]!.length);
    return Array.from(order, index => found[index]!);
  }

  #enterPair(from: number, to: number): void {
    const { text, sa, facts } = this.#source;
    this.#pairEnd = to;
    while (facts.agreement[this.#pairEnd]! >= 2) this.#pairEnd++;
    const start = sa[from]!;
    this.#isHan = isHanUnit(text[start]!);
    this.#mayBeIdiom = this.#isHan && this.#idioms.mayBeginAt(start);
  }

  /** Keeps the phrases of those `lengths` that stand against clause edges, vary in their neighbours and lie in enough documents. */
  #keepPhrases({ from, to, idiom, edgeBefore }: Repeat, lengths: readonly number[]): void {
    const { text, sa } = this.#source;
    const { sample, minEdgeShare, minBranching } = this.#options;
    const position = sa[from]!;
    const places = samplePlaces(sa, from, to, sample);
    let branchingBefore = Number.NaN;
    let documents = 0;
    for (const length of lengths) {
      const isIdiom = length === idiom;
      const edgeAfter = edgeShare(text, places, length);
      if (!isIdiom && Math.min(edgeBefore, edgeAfter) < minEdgeShare) continue;
      if (Number.isNaN(branchingBefore)) branchingBefore = branching(text, places, -1);
      const branchingAfter = branching(text, places, length);
      const isFree = Math.min(branchingBefore, branchingAfter) >= minBranching;
      if (!isIdiom && !(isFree && isBalanced(text, position, length))) continue;
      documents ||= this.#countDocuments(sa, from, to);
      if (documents < this.#minDocuments) return;
      this.#found.push({
        position,
        length,
        occurrences: to - from,
        documents,
        isIdiom,
        isWord: false,
        edgeShares: [edgeBefore, edgeAfter],
        branching: [branchingBefore, branchingAfter],
      });
      this.#ranks.push(from);
    }
  }
}

/** Documents that a phrase of a text of `length` units must be in. */
export function leastDocuments(length: number, { minDocuments, smallText } = miningOptions): number {
  return minDocuments + Math.floor(Math.log2(Math.max(length, smallText) / smallText) / 2);
}

/**
 * Lengths in `[shortest, longest]` at which the stretch from `start` may end: before a clause mark, at the end of the
 * repeat, or at the end of the idiom.
 */
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
