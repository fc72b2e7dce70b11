import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { PhraseCursor } from '../index/format/phraseSection.ts';
import { PhraseTable } from './phraseTable.ts';

/** A word is what is a phrase in no segment. */
export type PhraseSort = 'phrases' | 'words';

/** Phrases looked at in one step, which takes about a millisecond. */
const STEP = 1000;

/**
 * The weightiest recurrent phrases of `index`, or words, `limit` at most; in steps. The segments' own lists are sorted, so they are merged
 * as they are read: once for the weights, once for what weighs enough.
 */
export function* mergedPhrases(index: CorpusIndex, sort: PhraseSort, limit: number): Generator<undefined, PhraseTable> {
  let seen = 0;
  const cursors = index.segments.map(segment => segment.phrases());
  const weights = new Float64Array(index.phraseCount);
  let count = 0;
  for (const same of eachPhrase(cursors)) {
    if (seen++ % STEP === 0) yield;
    if (sortOf(same) === sort) weights[count++] = weightOf(same);
  }
  const places = new Places(weights.subarray(0, count), limit);
  const kept = new PhraseTable(Math.min(count, limit));
  for (const cursor of cursors) cursor.rewind();
  for (const same of eachPhrase(cursors)) {
    if (seen++ % STEP === 0) yield;
    if (sortOf(same) !== sort) continue;
    const weight = weightOf(same);
    if (!places.take(weight)) continue;
    const { text, reading } = same[0]!;
    kept.add({ text, reading, weight, documents: sum(same, cursor => cursor.documents) });
  }
  return kept;
}

/** Who is among the `limit` weightiest of some; of those that weigh just enough, the first that ask. */
class Places {
  readonly #least: number;
  #forLeast: number;

  /** @param weights are sorted here */
  constructor(weights: Float64Array, limit: number) {
    weights.sort();
    const from = Math.max(0, weights.length - limit);
    this.#least = weights[from] ?? 0;
    this.#forLeast = weights.lastIndexOf(this.#least) + 1 - from;
  }

  take(weight: number): boolean {
    return weight > this.#least || (weight === this.#least && this.#forLeast-- > 0);
  }
}

/** Each phrase once, in the order of the texts, as the cursors that are at it just now: what they say is to be read at once. */
function* eachPhrase(all: readonly PhraseCursor[]): Generator<readonly PhraseCursor[]> {
  for (let cursors = all; ; ) {
    cursors = cursors.filter(cursor => !cursor.isAtEnd);
    const [first] = cursors;
    if (first === undefined) return;
    const least = cursors.reduce((found, cursor) => (cursor.compare(found) < 0 ? cursor : found), first);
    const same = cursors.filter(cursor => cursor === least || cursor.compare(least) === 0);
    yield same;
    for (const cursor of same) cursor.advance();
  }
}

function sortOf(same: readonly PhraseCursor[]): PhraseSort {
  return same.every(cursor => cursor.isWord) ? 'words' : 'phrases';
}

/** Documents, less where the text is mostly seen as part of a longer one; idioms stand by themselves. */
function weightOf(same: readonly PhraseCursor[]): number {
  return sum(same, cursor => cursor.documents * (cursor.isIdiom ? 1 : cursor.leastBranching));
}

function sum(cursors: readonly PhraseCursor[], of: (cursor: PhraseCursor) => number): number {
  return cursors.reduce((total, cursor) => total + of(cursor), 0);
}
