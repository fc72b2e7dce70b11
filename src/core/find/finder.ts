import Fuse from 'fuse.js';
import { type Card, cardProvenance } from '../cards/card.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { PhraseLexicon } from '../lexicon/phraseLexicon.ts';
import type { LexiconPhrase } from '../lexicon/phraseTable.ts';
import type { SourceFinder } from '../phrase/phraseSources.ts';
import { isHan } from '../text/charClass.ts';
import { fullWidth } from '../text/fullWidth.ts';
import { CardLetters, cardsIncluding, cardsSharingMost } from './cardSearch.ts';
import { lettersOf, likeliestLetters } from './charReadings.ts';
import type { FindKind, Found } from './found.ts';
import { type TitleEntry, TitleTable } from './titleTable.ts';
import { foundText } from './verbatim.ts';

/** Longer queries cost fuse.js more time than they help it (64 characters take four times as long as 32). */
const MAX_QUERY = 24;
/** fuse.js gets only this many candidates: those that share most pairs of characters with the query. */
const PREFILTERED = 60;
/** The threshold on fuse.js's scale, where 0 is equal and 1 matches anything. */
const THRESHOLD = 0.45;
/** A result whose score is worse by more than this than the best one of its kind is noise. */
const MAX_WORSE = 0.3;
/** Number of places in the text that are shown in addition. */
const MAX_PLACES = 3;

/** A possible result. Its source is looked up only if it is shown. */
interface Candidate {
  readonly kind: FindKind;
  readonly text: string;
  readonly found: () => Found | undefined;
}

/**
 * Finds phrases, titles, sections and cards by what a user remembers of them: some characters, also mistyped; the first letters of their
 * readings (`zzsg`); or letters behind characters (`真抓sg`), which is what an input method shows while it composes.
 */
export class Finder {
  readonly #index: CorpusIndex;
  readonly #lexicon: PhraseLexicon;
  readonly #sources: SourceFinder;
  readonly #cards: () => readonly Card[];
  #letters: ReadonlyMap<string, string> | undefined;
  #cardLetters: CardLetters | undefined;
  #titles: Promise<TitleTable> | undefined;

  constructor(index: CorpusIndex, lexicon: PhraseLexicon, sources: SourceFinder, cards: () => readonly Card[]) {
    this.#index = index;
    this.#lexicon = lexicon;
    this.#sources = sources;
    this.#cards = cards;
  }

  /**
   * At most `limit` results of each kind, the best first; the kind with the best result comes first. An empty query finds nothing, but
   * reads the tables that later ones need.
   */
  async find(query: string, limit: number): Promise<Found[]> {
    this.#titles ??= TitleTable.read(this.#index, this.#spelling);
    const titles = await this.#titles;
    const wanted = fullWidth(query.trim()).slice(0, MAX_QUERY);
    if (this.#index.isClosed) return []; // another commit has taken its place meanwhile
    if (wanted === '') {
      this.#lexicon.prepare();
      return [];
    }
    if (wanted.length === 1 && isHan(wanted)) return this.#byCharacter(titles, wanted, limit);
    let start = wanted.length;
    while (start > 0 && isLetter(wanted[start - 1]!)) start--;
    return start === wanted.length
      ? this.#byText(titles, wanted, limit)
      : this.#byLetters(titles, wanted.slice(0, start), wanted.slice(start).toLowerCase(), limit);
  }

  get #spelling(): ReadonlyMap<string, string> {
    this.#letters ??= likeliestLetters(this.#lexicon.phrases);
    return this.#letters;
  }

  #byText(titles: TitleTable, wanted: string, limit: number): Found[] {
    const phrases = new Map(
      [
        ...this.#lexicon.byPrefix(wanted, limit),
        ...this.#lexicon.byInfix(wanted, limit),
        ...this.#lexicon.sharingMost(wanted, PREFILTERED),
      ].map(phrase => [phrase.text, phrase]),
    );
    const candidates = [
      ...Array.from(phrases.values(), phrase => this.#phrase(phrase)),
      ...cardsSharingMost(this.#cards(), wanted, PREFILTERED).map(each => this.#card(each.card, each.sentence)),
      ...titles.sharingMost(wanted, PREFILTERED).map(title => this.#title(title)),
    ];
    const fuse = new Fuse(candidates, {
      keys: ['text'],
      threshold: THRESHOLD,
      ignoreLocation: true,
      includeScore: true,
    });
    const ranked = fuse.search(wanted).map(({ item, score = 1 }) => ({ item, score }));
    return [...bestOfKinds(ranked, limit), ...this.#places(wanted)];
  }

  #byCharacter(titles: TitleTable, wanted: string, limit: number): Found[] {
    const candidates = [
      ...this.#lexicon.including(wanted, limit).map(phrase => this.#phrase(phrase)),
      ...cardsIncluding(this.#cards(), wanted).map(card => this.#card(card)),
      ...titles.including(wanted, limit * 2).map(title => this.#title(title)),
    ];
    return inOrder(candidates, limit);
  }

  #byLetters(titles: TitleTable, written: string, letters: string, limit: number): Found[] {
    const phrases = this.#lexicon.byPinyin(letters, limit, written).map(({ phrase }) => this.#phrase(phrase));
    const spelled = lettersOf(written, this.#spelling) + letters;
    const named = titles.byLetters(spelled, PREFILTERED).filter(({ text }) => text.includes(written));
    this.#cardLetters ??= new CardLetters(this.#spelling);
    const cards = this.#cardLetters.cardsWith(spelled, this.#cards());
    const candidates = [...phrases, ...cards.map(card => this.#card(card)), ...named.map(title => this.#title(title))];
    return inOrder(candidates, limit);
  }

  #phrase(phrase: LexiconPhrase): Candidate {
    const { text } = phrase;
    const found = (): Found | undefined => {
      const [place] = this.#index.matches.sample(this.#index.matches.of(text), 1);
      if (place === undefined) return undefined; // only deleted documents have it
      const { documents } = this.#index.frequencies.of(text);
      return {
        kind: 'phrase',
        text,
        insertText: text,
        documents,
        provenance: this.#index.provenances.of(place, text.length),
      };
    };
    return { kind: 'phrase', text, found };
  }

  #title({ kind, text, place, length }: TitleEntry): Candidate {
    const found = (): Found => ({
      kind,
      text,
      insertText: kind === 'document' ? `《${text}》` : text,
      provenance: this.#index.provenances.of(place, length),
    });
    return { kind, text, found };
  }

  #card(card: Card, shown = card.text): Candidate {
    const found = (): Found => ({
      kind: 'card',
      text: shown,
      insertText: card.text,
      provenance: cardProvenance(card, { start: 0, end: card.text.length }),
    });
    return { kind: 'card', text: shown, found };
  }

  /** The sentences of the best sources that contain the query word for word. */
  #places(wanted: string): Found[] {
    if (wanted.length < 2 || this.#index.matches.of(wanted).size === 0) return [];
    return this.#sources
      .find(wanted, MAX_PLACES)
      .places.map(place => foundText(this.#index.provenances.kwicLine(place, wanted.length)));
  }
}

function inOrder(candidates: readonly Candidate[], limit: number): Found[] {
  return bestOfKinds(
    candidates.map(item => ({ item, score: 0 })),
    limit,
  );
}

/** The best `limit` results of each kind that have a source; the kind with the best result comes first. */
function bestOfKinds(
  ranked: ReadonlyArray<{ readonly item: Candidate; readonly score: number }>,
  limit: number,
): Found[] {
  const kinds = new Map<FindKind, { readonly best: number; readonly found: Found[] }>();
  for (const { item, score } of ranked) {
    const kind = kinds.get(item.kind) ?? { best: score, found: [] };
    kinds.set(item.kind, kind);
    if (kind.found.length >= limit || score > kind.best + MAX_WORSE) continue;
    const found = item.found();
    if (found !== undefined) kind.found.push(found);
  }
  return [...kinds.values()].flatMap(({ found }) => found);
}

/** Whether a unit can be part of pinyin; the mark between syllables is. */
function isLetter(unit: string): boolean {
  return /[a-z']/i.test(unit);
}
