import type { CorpusIndex } from '../index/corpusIndex.ts';
import { isHan } from '../structure/charClass.ts';
import { InitialsIndex } from './initialsIndex.ts';
import { type LexiconPhrase, mergedPhrases } from './mergedPhrases.ts';
import { PairIndex } from './pairIndex.ts';
import { matchReading, type ReadingMatch } from './reading.ts';
import { Stepwise } from './stepwise.ts';

/** Phrases, and words, held in memory, some 250 bytes each. */
const LIMIT = { phrases: 50_000, words: 30_000 };

/** A phrase found by what was typed of its reading. */
export interface SpelledPhrase {
  readonly phrase: LexiconPhrase;
  readonly match: ReadingMatch;
}

/**
 * The weightiest recurrent phrases of a corpus, to be found by parts of their text and by their reading. Read from the index
 * when it is first asked, and the tables for infixes and readings when those are.
 */
export class PhraseLexicon {
  readonly #phrases: Stepwise<readonly LexiconPhrase[]>;
  readonly #words: Stepwise<readonly LexiconPhrase[]>;
  /** Phrases and words, sorted by text. */
  #spellable: readonly LexiconPhrase[] | undefined;
  #pairs: PairIndex | undefined;
  #initials: InitialsIndex | undefined;

  constructor(index: CorpusIndex) {
    this.#phrases = new Stepwise(() => mergedPhrases(index, 'phrases', LIMIT.phrases));
    this.#words = new Stepwise(() => mergedPhrases(index, 'words', LIMIT.words));
  }

  /** All phrases, sorted by text. */
  get phrases(): readonly LexiconPhrase[] {
    return this.#phrases.value;
  }

  /** The words that are no phrases, sorted by text: only found by their letters. */
  get words(): readonly LexiconPhrase[] {
    return this.#words.value;
  }

  has(text: string): boolean {
    return this.get(text) !== undefined;
  }

  get(text: string): LexiconPhrase | undefined {
    return find(this.phrases, text);
  }

  /** Whether `text` is among the words. */
  hasWord(text: string): boolean {
    return find(this.words, text) !== undefined;
  }

  /** Reads some of the phrases and makes the table for infixes, of what is not there yet. Returns whether there is more to do. */
  advance(): boolean {
    if (this.#phrases.advance()) return true;
    void this.#pairIndex;
    return false;
  }

  /** Reads and makes now all that the first queries would wait for. */
  prepare(): void {
    void this.#pairIndex;
    void this.#initialsIndex;
  }

  /** At most `limit` phrases that begin with `prefix` and are longer, weightiest first. */
  byPrefix(prefix: string, limit: number): LexiconPhrase[] {
    const longer = beginningWith(this.phrases, prefix).filter(phrase => phrase.text.length > prefix.length);
    return weightiest(longer, limit);
  }

  /** At most `limit` phrases with `infix` (two units and more) after their first unit, weightiest first: 抓实 → 真抓实干. */
  byInfix(infix: string, limit: number): LexiconPhrase[] {
    const rarest = [...this.#pairIndex.numbers(infix)].sort((a, b) => a.length - b.length)[0] ?? [];
    const holding = Array.from(new Set(rarest), number => this.phrases[number]!);
    return weightiest(
      holding.filter(phrase => phrase.text.includes(infix, 1)),
      limit,
    );
  }

  /** At most `limit` phrases that have `text` anywhere, weightiest first. One look at all of them: for a single character, of which there are no pairs. */
  including(text: string, limit: number): LexiconPhrase[] {
    return weightiest(
      this.phrases.filter(phrase => phrase.text.includes(text)),
      limit,
    );
  }

  /** At most `limit` phrases, those first that have most pairs of neighbouring characters in common with `text`, then the shorter. */
  sharingMost(text: string, limit: number): LexiconPhrase[] {
    const lengthOf = (number: number): number => this.phrases[number]!.text.length;
    return this.#pairIndex.sharingMost(text, limit, lengthOf).map(number => this.phrases[number]!);
  }

  /**
   * At most `limit` phrases and words whose reading begins with `letters`, those first that are spelt as a whole, then by weight.
   * @param written beginning of the phrase that stands there in characters: 真抓 before sg
   */
  byPinyin(letters: string, limit: number, written = ''): SpelledPhrase[] {
    const candidates = written === '' ? this.#withInitials(letters) : beginningWith(this.#spelt, written);
    const skipped = Array.from(written).filter(isHan).length;
    const found: SpelledPhrase[] = [];
    for (const phrase of candidates) {
      const match = phrase.reading === '' ? undefined : matchReading(phrase.reading, letters, skipped);
      if (match !== undefined) found.push({ phrase, match });
    }
    const rank = ({ phrase, match }: SpelledPhrase): number => phrase.weight * (match === 'whole' ? WHOLE_FIRST : 1);
    return found.sort((a, b) => rank(b) - rank(a)).slice(0, limit);
  }

  get #pairIndex(): PairIndex {
    this.#pairs ??= new PairIndex(this.phrases.map(phrase => phrase.text));
    return this.#pairs;
  }

  #withInitials(letters: string): LexiconPhrase[] {
    return this.#initialsIndex.candidates(letters.toLowerCase()).map(number => this.#spelt[number]!);
  }

  get #initialsIndex(): InitialsIndex {
    this.#initials ??= new InitialsIndex(this.#spelt.map(phrase => phrase.reading));
    return this.#initials;
  }

  get #spelt(): readonly LexiconPhrase[] {
    this.#spellable ??= [...this.phrases, ...this.words].sort((a, b) => (a.text < b.text ? -1 : 1));
    return this.#spellable;
  }
}

function beginningWith(phrases: readonly LexiconPhrase[], prefix: string): readonly LexiconPhrase[] {
  return phrases.slice(firstNotBelow(phrases, prefix), firstNotBelow(phrases, prefix + LAST_UNIT));
}

/** More than any weight. */
const WHOLE_FIRST = 2 ** 32;
/** No text has it. */
const LAST_UNIT = '\uffff';

function weightiest(phrases: readonly LexiconPhrase[], limit: number): LexiconPhrase[] {
  return phrases.toSorted((a, b) => b.weight - a.weight).slice(0, limit);
}

function find(phrases: readonly LexiconPhrase[], text: string): LexiconPhrase | undefined {
  const phrase = phrases[firstNotBelow(phrases, text)];
  return phrase?.text === text ? phrase : undefined;
}

function firstNotBelow(phrases: readonly LexiconPhrase[], text: string): number {
  let low = 0;
  let high = phrases.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (phrases[middle]!.text < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
