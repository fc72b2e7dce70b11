import type { CorpusIndex } from '../index/corpusIndex.ts';
import { countFollowers } from '../index/reading/followers.ts';
import { followersOf } from '../index/sampledFollowers.ts';

/** Answers of each kind that are remembered: the same words are asked about again and again. */
const REMEMBERED = 4096;
/** Of more occurrences, what follows is read at so many. */
const SAMPLED = 512;
/** Marks that stand behind a finished part of a sentence. */
const MARKS = unitsIn('，。、；：”\n');
/** Prepositions, conjunctions and auxiliaries: what stands before them is finished too, most often a noun. */
const OPENERS = unitsIn('和与等在对将要以');
/** Marks that stand before a new part. */
const MARKS_BEFORE = [...'，。、；：“\n'];
/** What stands before verbs, and hardly before anything else. */
const ADVERBS = ['大力', '不断', '进一步', '积极', '认真'];
/** Before them too, but before the second half of 主要 as well. */
const AUXILIARY = '要';
/** Share of a verb's occurrences behind one of `ADVERBS`. */
const QUALIFIED = 0.002;
/** Shares of the occurrences of a word behind a mark: verbs, and words that are nothing but the beginning of a predicate. */
const OFTEN_FIRST = 0.25;
const MOSTLY_FIRST = 0.6;
/** What is assumed of words that the corpus hardly knows: shares of a fifth, as if ten occurrences had been seen. */
const ASSUMED_SHARE = 0.2;
const ASSUMED_SIZE = 10;

/** Shares of the occurrences of some words: behind how many a mark stands, and behind how many a new part of a sentence begins. */
export interface Endings {
  readonly atMarks: number;
  readonly beforeOpeners: number;
}

/** What stands before a word tells of it. */
interface Predicate {
  /** A clause often begins with it, as with a verb or what leads to one. */
  readonly isFirst: boolean;
  /** Adverbs stand before it. */
  readonly isQualified: boolean;
}

/** How closely words of a draft belong together, by how the corpus uses them. Documents deleted since it was indexed count too. */
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

  /** How often `words` end a part of a sentence. What more of them than the last says counts by how often it occurs. */
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

  /** Share of the occurrences of `text` that end a part of a sentence, as it is seen. */
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

  /** Occurrences of `text`. */
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
