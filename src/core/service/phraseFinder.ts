import Fuse from 'fuse.js';
import type { CorpusIndex } from '../index/corpusIndex.ts';

/** Fuse scans linearly and its cost grows with the query: it only sees what shares most character pairs with the query. */
const PREFILTERED = 200;
const MAX_QUERY = 24;
/** Fuse's own scale: 0 is equal, 1 matches anything. */
const THRESHOLD = 0.5;

/** Finds recurrent phrases that resemble a given one, typing errors included. */
export class PhraseFinder {
  readonly #index: CorpusIndex;
  #phrases: string[] | undefined;
  #byPair: Map<string, number[]> | undefined;

  constructor(index: CorpusIndex) {
    this.#index = index;
  }

  /** At most `limit` recurrent phrases other than `phrase`, most alike first. */
  similar(phrase: string, limit: number): string[] {
    const query = phrase.slice(0, MAX_QUERY);
    const candidates = this.#sharingPairs(query).filter(candidate => candidate !== phrase);
    const fuse = new Fuse(candidates, { threshold: THRESHOLD, ignoreLocation: true, includeScore: true });
    return fuse.search(query, { limit }).map(result => result.item);
  }

  #sharingPairs(query: string): string[] {
    this.#phrases ??= [...new Set(this.#index.phrases())];
    this.#byPair ??= postings(this.#phrases);
    const shared = new Map<number, number>();
    for (const pair of new Set(pairs(query))) {
      for (const id of this.#byPair.get(pair) ?? []) shared.set(id, (shared.get(id) ?? 0) + 1);
    }
    const phrases = this.#phrases;
    return [...shared]
      .sort((a, b) => b[1] - a[1] || phrases[a[0]]!.length - phrases[b[0]]!.length)
      .slice(0, PREFILTERED)
      .map(([id]) => phrases[id]!);
  }
}

function postings(phrases: readonly string[]): Map<string, number[]> {
  const byPair = new Map<string, number[]>();
  phrases.forEach((phrase, id) => {
    for (const pair of new Set(pairs(phrase))) {
      const ids = byPair.get(pair);
      if (ids) ids.push(id);
      else byPair.set(pair, [id]);
    }
  });
  return byPair;
}

function* pairs(text: string): Generator<string> {
  for (let i = 0; i + 1 < text.length; i++) yield text.slice(i, i + 2);
}
