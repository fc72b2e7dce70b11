import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { Occurrence } from '../index/occurrence.ts';
import type { PhraseEntry } from '../index/phraseSection.ts';
import type { Reading } from './reading.ts';

/** A phrase of the corpus, all its segments taken together. */
export interface LexiconPhrase {
  readonly text: string;
  /** Documents and occurrences of the segments that know it as a phrase: a lower bound. Documents deleted since are counted. */
  readonly documents: number;
  readonly occurrences: number;
  readonly isIdiom: boolean;
  readonly reading: Reading;
  /** One place where it stands. */
  readonly place: Occurrence;
  /** How much it counts among others when nothing else is known. */
  readonly weight: number;
}

/**
 * The `limit` weightiest phrases of `index`, sorted by text. The segments' own lists are sorted, so they are merged as they
 * are read; no more than twice as many are held at a time.
 */
export function mergedPhrases(index: CorpusIndex, limit: number): LexiconPhrase[] {
  let lists = index.segments.map((part, segment) => new PhraseList(segment, part.phrases()));
  let kept: LexiconPhrase[] = [];
  for (;;) {
    lists = lists.filter(list => list.head !== undefined);
    if (lists.length === 0) break;
    const text = leastText(lists);
    const same = lists.filter(list => list.head!.text === text);
    kept.push(joined(same));
    for (const list of same) list.advance();
    if (kept.length >= limit * 2) kept = weightiest(kept, limit);
  }
  return weightiest(kept, limit).sort((a, b) => (a.text < b.text ? -1 : 1));
}

function leastText(lists: readonly PhraseList[]): string {
  let least = lists[0]!.head!.text;
  for (const { head } of lists) if (head!.text < least) least = head!.text;
  return least;
}

/** The sorted phrases of one segment, from the front. */
class PhraseList {
  readonly segment: number;
  /** `undefined` at the end. */
  head: PhraseEntry | undefined;
  readonly #rest: Iterator<PhraseEntry>;

  constructor(segment: number, phrases: Iterable<PhraseEntry>) {
    this.segment = segment;
    this.#rest = phrases[Symbol.iterator]();
    this.advance();
  }

  advance(): void {
    this.head = this.#rest.next().value;
  }
}

/** One phrase out of the lists that begin with it. */
function joined(lists: readonly PhraseList[]): LexiconPhrase {
  const { segment, head } = lists[0]!;
  const { text, reading, isIdiom, position } = head!;
  const sum = (of: (phrase: PhraseEntry) => number): number => lists.reduce((total, list) => total + of(list.head!), 0);
  return {
    text,
    documents: sum(each => each.documents),
    occurrences: sum(each => each.occurrences),
    isIdiom,
    reading,
    place: { segment, position },
    weight: sum(weightOf),
  };
}

/** Documents, less where the text is mostly seen as part of a longer one; idioms stand by themselves. */
function weightOf(phrase: PhraseEntry): number {
  return phrase.isIdiom ? phrase.documents : phrase.documents * Math.min(...phrase.branching);
}

function weightiest(phrases: readonly LexiconPhrase[], limit: number): LexiconPhrase[] {
  return phrases.toSorted((a, b) => b.weight - a.weight).slice(0, limit);
}
