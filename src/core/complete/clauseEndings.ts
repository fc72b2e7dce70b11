import type { CorpusIndex } from '../index/corpusIndex.ts';
import { countFollowers } from '../index/followers.ts';
import { CLOSES, codesOf, PAUSE, STOP } from '../structure/charClass.ts';
import { perIndex } from './perIndex.ts';

/** Occurrences of a word that are looked at. */
const SAMPLE = 128;
/** Of a word seen less often nothing is known. */
const LEAST_SEEN = 8;
/** «各», «主要», «现代», «提供» do not end clauses; «国家», «推进» do now and then. */
const LEAST_SHARE = 0.01;
/** Words remembered. */
const CAPACITY = 20_000;

/** What the corpus says about which words end a clause. A word is looked up once. */
class ClauseEndings {
  readonly #index: CorpusIndex;
  readonly #known = new Map<string, boolean>();

  constructor(index: CorpusIndex) {
    this.#index = index;
  }

  mayEnd(word: string): boolean {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    const followers = this.#index.followers(this.#index.match(word), word.length, SAMPLE);
    const seen = followers.reduce((sum, { count }) => sum + count, 0);
    const enough = Math.ceil(seen * LEAST_SHARE);
    const may =
      seen < LEAST_SEEN ||
      followers.reduce((found, each) => found + countFollowers(each, ends, enough - found), 0) >= enough;
    if (this.#known.size >= CAPACITY) this.#known.clear();
    this.#known.set(word, may);
    return may;
  }
}

/** Units before which a clause ends: marks, what closes, line breaks and other controls. */
const ends = [...Array(0x20).keys(), ...codesOf(PAUSE | STOP | CLOSES)];

const endingsOf = perIndex(index => new ClauseEndings(index));

/** Whether clauses of `index` may end with `word`: false for one that nearly always leads on to another. */
export function mayEndClause(index: CorpusIndex, word: string): boolean {
  return endingsOf(index).mayEnd(word);
}
