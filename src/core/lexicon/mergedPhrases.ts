import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { PhraseCursor } from '../index/format/phraseSection.ts';
import type { Occurrence } from '../index/occurrence.ts';
import type { Reading } from './reading.ts';

/** A phrase of the corpus, all its segments taken together. */
export interface LexiconPhrase {
  readonly text: string;
  /** Documents and occurrences of the segments that know it as a phrase: a lower bound. Documents deleted since are counted. */
  readonly documents: number;
  readonly occurrences: number;
  readonly isIdiom: boolean;
  /** A word, or a few that keep company, that is no phrase in any segment. */
  readonly isWord: boolean;
  readonly reading: Reading;
  /** One place where it stands. */
  readonly place: Occurrence;
  /** How much it counts among others when nothing else is known. */
  readonly weight: number;
}

/** A word is what is a phrase in no segment. */
export type PhraseSort = 'phrases' | 'words';

/** Phrases looked at in one step, which takes about a millisecond. */
const STEP = 1000;

/**
 * The weightiest phrases of `index`, or words, `limit` at most, sorted by text; in steps. The segments' own lists are sorted, so they are merged
 * as they are read: once for the weights, once for what weighs enough. Only that becomes objects: a lexicon of fifty million characters
 * has four times as many phrases, and what they would leave behind was sixty megabytes of the editor's memory.
 */
export function* mergedPhrases(
  index: CorpusIndex,
  sort: PhraseSort,
  limit: number,
): Generator<undefined, readonly LexiconPhrase[]> {
  let seen = 0;
  const lists = index.segments.map((part, segment): PhraseList => ({ segment, cursor: part.phrases() }));
  const weights: number[] = [];
  for (const same of eachPhrase(lists)) {
    if (seen++ % STEP === 0) yield;
    if (sortOf(same) === sort) weights.push(weightOf(same));
  }
  const places = new Places(weights, limit);
  const kept: LexiconPhrase[] = [];
  for (const { cursor } of lists) cursor.rewind();
  for (const same of eachPhrase(lists)) {
    if (seen++ % STEP === 0) yield;
    if (sortOf(same) !== sort) continue;
    const weight = weightOf(same);
    if (places.take(weight)) kept.push(joined(same, weight));
  }
  return kept;
}

/** Who is among the `limit` weightiest of some; of those that weigh just enough, the first that ask. */
class Places {
  readonly #least: number;
  #forLeast: number;

  constructor(weights: readonly number[], limit: number) {
    const sorted = Float64Array.from(weights).sort();
    const least = sorted[Math.max(0, sorted.length - limit)] ?? 0;
    this.#least = least;
    this.#forLeast = limit - weights.filter(weight => weight > least).length;
  }

  take(weight: number): boolean {
    return weight > this.#least || (weight === this.#least && this.#forLeast-- > 0);
  }
}

/** The cursor of one segment's phrases. */
interface PhraseList {
  readonly segment: number;
  readonly cursor: PhraseCursor;
}

/** Each phrase once, in the order of the texts, as the lists that are at it just now: what they say is to be read at once. */
function* eachPhrase(all: readonly PhraseList[]): Generator<readonly PhraseList[]> {
  for (let lists = all; ; ) {
    lists = lists.filter(({ cursor }) => !cursor.isAtEnd);
    const [first] = lists;
    if (first === undefined) return;
    const least = lists.reduce((found, list) => (list.cursor.compare(found.cursor) < 0 ? list : found), first);
    const same = lists.filter(list => list === least || list.cursor.compare(least.cursor) === 0);
    yield same;
    for (const { cursor } of same) cursor.advance();
  }
}

function sortOf(same: readonly PhraseList[]): PhraseSort {
  return same.every(({ cursor }) => cursor.isWord) ? 'words' : 'phrases';
}

/** Documents, less where the text is mostly seen as part of a longer one; idioms stand by themselves. */
function weightOf(same: readonly PhraseList[]): number {
  return sum(same, ({ cursor }) => cursor.documents * (cursor.isIdiom ? 1 : cursor.leastBranching));
}

/** One phrase out of the lists that are at it. */
function joined(same: readonly PhraseList[], weight: number): LexiconPhrase {
  const { segment, cursor } = same[0]!;
  const { text, reading, isIdiom, position } = cursor.entry;
  return {
    text,
    documents: sum(same, list => list.cursor.documents),
    occurrences: sum(same, list => list.cursor.occurrences),
    isIdiom,
    isWord: sortOf(same) === 'words',
    reading,
    place: { segment, position },
    weight,
  };
}

function sum(lists: readonly PhraseList[], of: (list: PhraseList) => number): number {
  return lists.reduce((total, list) => total + of(list), 0);
}
