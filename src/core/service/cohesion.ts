import type { CorpusIndex } from '../index/corpusIndex.ts';

const REMEMBERED = 8192;
/** Marks that stand behind a finished part of a sentence, and before a new one. */
const MARKS = [...'，。、；：”\n'];
/** Prepositions, conjunctions and auxiliaries: what stands before them is finished too, most often a noun. */
const OPENERS = [...'和与等在对将要以'];
/** What stands before verbs, and hardly before anything else. */
const ADVERBS = ['大力', '不断', '进一步', '积极', '认真'];
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

/** How words of a draft hang together, by what the corpus has of them. Counts are remembered: the same words are asked about again and again. */
export class Cohesion {
  static readonly #known = new WeakMap<CorpusIndex, Cohesion>();
  readonly #index: CorpusIndex;
  readonly #counts = new Map<string, number>();

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
      const size = this.count(tail) + ASSUMED_SIZE;
      atMarks = (this.#countBefore(tail, MARKS) + ASSUMED_SIZE * atMarks) / size;
      beforeOpeners = (this.#countBefore(tail, OPENERS) + ASSUMED_SIZE * beforeOpeners) / size;
    }
    return { atMarks, beforeOpeners };
  }

  /** Whether `text` ends a part of a sentence anywhere. */
  isSeenFinished(text: string): boolean {
    return [...MARKS, ...OPENERS].some(unit => this.count(text + unit) > 0);
  }

  /** Whether a predicate may begin with `word`: a verb, or an adverb. */
  startsPredicate(word: string): boolean {
    const size = this.count(word) + ASSUMED_SIZE;
    const first = this.#countBehind(MARKS, word);
    return first > size * MOSTLY_FIRST || (first > size * OFTEN_FIRST && this.#isQualified(word));
  }

  /** Whether `word` may be a verb. */
  isVerbal(word: string): boolean {
    return this.#isQualified(word) || this.startsPredicate(word);
  }

  /** Occurrences of `text`, those of deleted documents included. */
  count(text: string): number {
    const known = this.#counts.get(text);
    if (known !== undefined) return known;
    if (this.#counts.size >= REMEMBERED) this.#counts.clear();
    const { size } = this.#index.match(text);
    this.#counts.set(text, size);
    return size;
  }

  #isQualified(word: string): boolean {
    return this.#countBehind(ADVERBS, word) > (this.count(word) + ASSUMED_SIZE) * QUALIFIED;
  }

  #countBefore(text: string, followers: readonly string[]): number {
    return followers.reduce((sum, follower) => sum + this.count(text + follower), 0);
  }

  #countBehind(leaders: readonly string[], text: string): number {
    return leaders.reduce((sum, leader) => sum + this.count(leader + text), 0);
  }
}
