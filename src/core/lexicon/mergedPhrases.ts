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
  /** A word, or a few that keep company, that is no phrase in any segment. */
  readonly isWord: boolean;
  readonly reading: Reading;
  /** One place where it stands. */
  readonly place: Occurrence;
  /** How much it counts among others when nothing else is known. */
  readonly weight: number;
}

/**
 * The weightiest phrases of `index`, `limit` of each kind at most, sorted by text. The segments' own lists are sorted, so they are merged
 * as they are read; no more than twice as many are held at a time.
 */
export function mergedPhrases(
  index: CorpusIndex,
  limit: { readonly phrases: number; readonly words: number },
): { readonly phrases: LexiconPhrase[]; readonly words: LexiconPhrase[] } {
  let lists = index.segments.map((part, segment) => new PhraseList(segment, part.phrases()));
  const phrases = new Weightiest(limit.phrases);
  const words = new Weightiest(limit.words);
  for (;;) {
    lists = lists.filter(list => list.head !== undefined);
    if (lists.length === 0) break;
    const text = leastText(lists);
    const same = lists.filter(list => list.head!.text === text);
    const phrase = joined(same);
    (phrase.isWord ? words : phrases).add(phrase);
    for (const list of same) list.advance();
  }
  return { phrases: phrases.byText(), words: words.byText() };
}

class Weightiest {
  readonly #limit: number;
  #kept: LexiconPhrase[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(phrase: LexiconPhrase): void {
    this.#kept.push(phrase);
    if (this.#kept.length >= this.#limit * 2) this.#shrink();
  }

  byText(): LexiconPhrase[] {
    this.#shrink();
    return this.#kept.sort((a, b) => (a.text < b.text ? -1 : 1));
  }

  #shrink(): void {
    this.#kept = this.#kept.sort((a, b) => b.weight - a.weight).slice(0, this.#limit);
  }
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
    isWord: lists.every(list => list.head!.isWord),
    reading,
    place: { segment, position },
    weight: sum(weightOf),
  };
}

/** Documents, less where the text is mostly seen as part of a longer one; idioms stand by themselves. */
function weightOf(phrase: PhraseEntry): number {
  return phrase.isIdiom ? phrase.documents : phrase.documents * Math.min(...phrase.branching);
}
