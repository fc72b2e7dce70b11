import type { CorpusIndex } from '../index/corpusIndex.ts';
import { isHan } from '../text/charClass.ts';
import { InitialsIndex } from './initialsIndex.ts';
import { mergedPhrases } from './mergedPhrases.ts';
import { PairIndex } from './pairIndex.ts';
import type { LexiconPhrase, PhraseTable } from './phraseTable.ts';
import { matchReading, type Reading, type ReadingMatch } from './reading.ts';
import { Stepwise } from './stepwise.ts';

/** Phrases, and words, held in memory. */
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
  readonly #phrases: Stepwise<PhraseTable>;
  readonly #words: Stepwise<PhraseTable>;
  readonly #pairs = new Stepwise(() => PairIndex.of(this.phrases.size, number => this.phrases.textOf(number)));
  /** Of phrases and words, numbered as `#spelt` has them. */
  #initials: InitialsIndex | undefined;

  constructor(index: CorpusIndex) {
    this.#phrases = new Stepwise(() => mergedPhrases(index.segments, 'phrases', LIMIT.phrases));
    this.#words = new Stepwise(() => mergedPhrases(index.segments, 'words', LIMIT.words));
  }

  /** All phrases, sorted by text. */
  get phrases(): PhraseTable {
    return this.#phrases.value;
  }

  /** The words that are no phrases, sorted by text: only found by their letters. */
  get words(): PhraseTable {
    return this.#words.value;
  }

  has(text: string): boolean {
    return this.phrases.find(text) !== undefined;
  }

  /** Whether `text` is among the words. */
  hasWord(text: string): boolean {
    return this.words.find(text) !== undefined;
  }

  /** Reads some of the phrases and words, or makes some of the table for infixes, of what is not there yet. Returns whether there is more to do. */
  advance(): boolean {
    return this.#phrases.advance() || this.#pairs.advance() || this.#words.advance();
  }

  /** Reads and makes now all that the first queries would wait for. */
  prepare(): void {
    void this.#pairs.value;
    void this.#initialsIndex;
  }

  /** At most `limit` phrases that begin with `prefix` and are longer, weightiest first. */
  byPrefix(prefix: string, limit: number): LexiconPhrase[] {
    const { phrases } = this;
    const longer = phrases.beginningWith(prefix).filter(number => phrases.lengthOf(number) > prefix.length);
    return this.#weightiest(longer, limit);
  }

  /** At most `limit` phrases with `infix` (two units and more) after their first unit, weightiest first: 抓实 → 真抓实干. */
  byInfix(infix: string, limit: number): LexiconPhrase[] {
    const rarest = [...this.#pairs.value.numbers(infix)].sort((a, b) => a.length - b.length)[0] ?? [];
    const holding = [...new Set(rarest)].filter(number => this.phrases.textOf(number).includes(infix, 1));
    return this.#weightiest(holding, limit);
  }

  /** At most `limit` phrases that have `text` anywhere, weightiest first. One look at all of them: for a single character, of which there are no pairs. */
  including(text: string, limit: number): LexiconPhrase[] {
    const { phrases } = this;
    const holding = phrases.beginningWith('').filter(number => phrases.textOf(number).includes(text));
    return this.#weightiest(holding, limit);
  }

  /** At most `limit` phrases, those first that have most pairs of neighbouring characters in common with `text`, then the shorter. */
  sharingMost(text: string, limit: number): LexiconPhrase[] {
    const { phrases } = this;
    const numbers = this.#pairs.value.sharingMost(text, limit, number => phrases.lengthOf(number));
    return numbers.map(number => phrases.at(number));
  }

  /**
   * At most `limit` phrases and words whose reading begins with `letters`, those first that are spelt as a whole, then by weight.
   * @param written beginning of the phrase that stands there in characters: 真抓 before sg
   */
  byPinyin(letters: string, limit: number, written = ''): SpelledPhrase[] {
    const candidates =
      written === '' ? this.#initialsIndex.candidates(letters.toLowerCase()) : this.#beginningWith(written);
    const skipped = Array.from(written).filter(isHan).length;
    const found: Array<{ readonly candidate: number; readonly match: ReadingMatch; readonly rank: number }> = [];
    for (const candidate of candidates) {
      const [table, number] = this.#spelt(candidate);
      const reading = table.readingOf(number);
      const match = reading === '' ? undefined : matchReading(reading, letters, skipped);
      if (match === undefined) continue;
      found.push({ candidate, match, rank: table.weightOf(number) * (match === 'whole' ? WHOLE_FIRST : 1) });
    }
    const best = found.sort((a, b) => b.rank - a.rank).slice(0, limit);
    return best.map(({ candidate, match }) => {
      const [table, number] = this.#spelt(candidate);
      return { phrase: table.at(number), match };
    });
  }

  #weightiest(numbers: readonly number[], limit: number): LexiconPhrase[] {
    const { phrases } = this;
    const sorted = numbers.toSorted((a, b) => phrases.weightOf(b) - phrases.weightOf(a));
    return sorted.slice(0, limit).map(number => phrases.at(number));
  }

  /** Numbers, for `#spelt`, of phrases and words that begin with `written`. */
  #beginningWith(written: string): number[] {
    const words = this.words.beginningWith(written).map(number => number + this.phrases.size);
    return [...this.phrases.beginningWith(written), ...words];
  }

  get #initialsIndex(): InitialsIndex {
    this.#initials ??= new InitialsIndex(this.#readings());
    return this.#initials;
  }

  *#readings(): Generator<Reading> {
    yield* this.phrases.readings();
    yield* this.words.readings();
  }

  /** What can be spelt by number: phrases, then words. */
  #spelt(number: number): [table: PhraseTable, number: number] {
    const { phrases, words } = this;
    return number < phrases.size ? [phrases, number] : [words, number - phrases.size];
  }
}

/** More than any weight. */
const WHOLE_FIRST = 2 ** 32;
