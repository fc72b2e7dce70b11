import type { CorpusIndex } from '../index/corpusIndex.ts';
import { countFollowers } from '../index/reading/followers.ts';
import { followersOf } from '../index/sampledFollowers.ts';

/** Number of cached answers of each kind: the same words are looked up again and again. */
const REMEMBERED = 4096;
/** Of more occurrences than this, a sample of this size is read. */
const SAMPLED = 512;
/** Marks behind a completed constituent. */
const MARKS = unitsIn('，。、；：”\n');
/** Prepositions, conjunctions and auxiliaries: the constituent before them is complete too, most often a noun. */
const OPENERS = unitsIn('和与等在对将要以');
/** Marks before a new constituent. */
const MARKS_BEFORE = [...'，。、；：“\n'];
/** Words that precede verbs, and hardly anything else. */
const ADVERBS = ['大力', '不断', '进一步', '积极', '认真'];
/** Also precedes verbs, but is the first half of 主要 as well. */
const AUXILIARY = '要';
/** Least share of a verb's occurrences that follow one of `ADVERBS`. */
const QUALIFIED = 0.002;
/** Shares of a word's occurrences that follow a mark: verbs, and words that only begin a predicate. */
const OFTEN_FIRST = 0.25;
const MOSTLY_FIRST = 0.6;
/** Prior for words that are rare in the corpus: shares of a fifth, as if ten occurrences had been seen. */
const ASSUMED_SHARE = 0.2;
const ASSUMED_SIZE = 10;

/** Shares of the occurrences of some words: behind how many a mark stands, and behind how many a new part of a sentence begins. */
export interface Endings {
  readonly atMarks: number;
  readonly beforeOpeners: number;
}

/** What the words before a word show about it. */
interface Predicate {
  /** It often begins a clause, like a verb or the words before one. */
  readonly isFirst: boolean;
  /** Adverbs precede it. */
  readonly isQualified: boolean;
}

/** How closely words of a draft belong together, by their use in the corpus. Includes documents deleted since indexing. */
export class Cohesion {
  static readonly #known = new WeakMap<CorpusIndex, Cohesion>();
  readonly #index: CorpusIndex;
  readonly #counts = new Map<string, number>();
  readonly #endings = new Map<string, Endings>();
  readonly #predicates = new Map<string, Predicate>();

  private constructor(index: CorpusIndex) {
    this.#index = index;
  }

  static of(index: CorpusIndex): Cohesion {
    const known = Cohesion.#known.get(index);
    if (known !== undefined) return known;
    const cohesion = new Cohesion(index);
    Cohesion.#known.set(index, cohesion);
    return cohesion;
  }

  /**
   * Normalised pointwise mutual information of two neighbours, −1 (never together) to 1 (never apart). G. Bouma, "Normalized
   * (Pointwise) Mutual Information in Collocation Extraction", GSCL 2009.
   */
  association(left: string, right: string): number {
    const together = this.count(left + right);
    if (together === 0) return -1;
    const all = this.#index.characters;
    return Math.log((together * all) / (this.count(left) * this.count(right))) / Math.log(all / together);
  }

  /** How often `words` end a constituent. The evidence of more of them than the last counts by its frequency. */
  endings(words: readonly string[]): Endings {
    let atMarks = ASSUMED_SHARE;
    let beforeOpeners = ASSUMED_SHARE;
    for (let from = words.length - 1; from >= 0; from--) {
      const tail = words.slice(from).join('');
      const count = this.count(tail);
      const own = this.#endingsOf(tail);
      const mixed = (share: number, assumed: number): number =>
        (share * count + assumed * ASSUMED_SIZE) / (count + ASSUMED_SIZE);
      atMarks = mixed(own.atMarks, atMarks);
      beforeOpeners = mixed(own.beforeOpeners, beforeOpeners);
    }
    return { atMarks, beforeOpeners };
  }

  /** Observed share of the occurrences of `text` that end a constituent. */
  finishedShare(text: string): number {
    const { atMarks, beforeOpeners } = this.#endingsOf(text);
    return atMarks + beforeOpeners;
  }

  /** Whether a predicate may begin with `word`: a verb, or an adverb. */
  startsPredicate(word: string): boolean {
    return this.#predicateOf(word).isFirst;
  }

  /** Whether `word` may be a verb. */
  isVerbal(word: string): boolean {
    const { isFirst, isQualified } = this.#predicateOf(word);
    return isFirst || isQualified;
  }

  /** Number of occurrences of `text`. */
  count(text: string): number {
    return remembered(this.#counts, text, () => this.#index.matches.of(text).size);
  }

  #endingsOf(text: string): Endings {
    return remembered(this.#endings, text, () => {
      const followers = followersOf(this.#index.segments, this.#index.matches.of(text), text.length, SAMPLED);
      const looked = followers.reduce((sum, { count }) => sum + count, 0);
      const share = (units: readonly number[]): number =>
        followers.reduce((sum, each) => sum + countFollowers(each, units, each.count), 0) / Math.max(1, looked);
      return { atMarks: share(MARKS), beforeOpeners: share(OPENERS) };
    });
  }

  #predicateOf(word: string): Predicate {
    return remembered(this.#predicates, word, () => {
      const size = this.count(word) + ASSUMED_SIZE;
      const behind = (leaders: readonly string[]): number =>
        leaders.reduce((sum, leader) => sum + this.#index.matches.of(leader + word).size, 0) / size;
      const qualified = behind(ADVERBS);
      const first = behind(MARKS_BEFORE);
      const isPredicate = first > OFTEN_FIRST && qualified + behind([AUXILIARY]) > QUALIFIED;
      return { isQualified: qualified > QUALIFIED, isFirst: first > MOSTLY_FIRST || isPredicate };
    });
  }
}

function unitsIn(text: string): number[] {
  return Array.from(text, unit => unit.charCodeAt(0));
}

function remembered<T>(known: Map<string, T>, text: string, ask: () => T): T {
  let answer = known.get(text);
  if (answer === undefined) {
    if (known.size >= REMEMBERED) known.clear();
    answer = ask();
    known.set(text, answer);
  }
  return answer;
}
