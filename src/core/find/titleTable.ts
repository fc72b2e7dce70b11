import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { Occurrence } from '../index/occurrence.ts';
import { PairIndex } from '../lexicon/pairIndex.ts';
import { Stepwise } from '../lexicon/stepwise.ts';
import type { Section } from '../structure/section.ts';
import { lettersOf } from './charReadings.ts';

/** The title of a document or of a section, with its place. */
export interface TitleEntry {
  readonly kind: 'document' | 'section';
  readonly text: string;
  readonly place: Occurrence;
  /** Number of units to show at `place`; of a document only the first one. */
  readonly length: number;
}

/** Number of headings held in memory besides the titles of all documents; each takes some 150 bytes. */
const MAX_SECTIONS = 60_000;
/** Deeper headings («一要», «1.») and longer ones are sentences rather than titles. */
const DEEPEST_LEVEL = 2;
const LONGEST_HEADING = 30;
/** Milliseconds of reading after which other requests are answered. */
const SLICE = 12;

/** The titles of a corpus, to be found by parts of their text and by the first letters of their readings. */
export class TitleTable {
  readonly #entries: readonly TitleEntry[];
  readonly #pairs: PairIndex;
  readonly #letters: readonly string[];

  private constructor(entries: readonly TitleEntry[], letters: ReadonlyMap<string, string>) {
    this.#entries = entries;
    this.#pairs = new Stepwise(() => PairIndex.of(entries.length, number => entries[number]!.text)).value;
    this.#letters = entries.map(({ text }) => lettersOf(text, letters));
  }

  /** Reads the records of all documents in slices, so that the thread can answer other requests meanwhile. */
  static async read(index: CorpusIndex, letters: ReadonlyMap<string, string>): Promise<TitleTable> {
    const documents: TitleEntry[] = [];
    const sections = new Map<string, TitleEntry>(); // of headings that many speeches have, one is enough to be found
    let pausedAt = performance.now();
    for (const { place, stored } of index.documents.all()) {
      documents.push({ kind: 'document', text: stored.title, place, length: Math.min(1, stored.characters) });
      for (const { title, start } of sectionsDownTo(DEEPEST_LEVEL, stored.sections)) {
        if (title === '' || title.length > LONGEST_HEADING || sections.size >= MAX_SECTIONS || sections.has(title))
          continue;
        const at = { segment: place.segment, position: place.position + start };
        sections.set(title, { kind: 'section', text: title, place: at, length: title.length });
      }
      if (performance.now() - pausedAt < SLICE) continue;
      await nextTurn();
      if (index.isClosed) break; // whoever asked gets nothing
      pausedAt = performance.now();
    }
    const entries = [...documents, ...sections.values()];
    return new TitleTable(entries, letters);
  }

  /** At most `limit` titles, those first that share most pairs of characters with `text`. */
  sharingMost(text: string, limit: number): TitleEntry[] {
    return this.#pairs
      .sharingMost(text, limit, number => this.#entries[number]!.text.length)
      .map(n => this.#entries[n]!);
  }

  /** At most `limit` titles that contain `text`. */
  including(text: string, limit: number): TitleEntry[] {
    const found: TitleEntry[] = [];
    for (const entry of this.#entries) {
      if (entry.text.includes(text)) found.push(entry);
      if (found.length === limit) break;
    }
    return found;
  }

  /** At most `limit` titles whose characters' first letters contain `letters`, those first that begin with them. */
  byLetters(letters: string, limit: number): TitleEntry[] {
    const first: TitleEntry[] = [];
    const others: TitleEntry[] = [];
    for (let i = 0; i < this.#letters.length && first.length < limit; i++) {
      const at = this.#letters[i]!.indexOf(letters);
      if (at === 0) first.push(this.#entries[i]!);
      else if (at > 0 && others.length < limit) others.push(this.#entries[i]!);
    }
    return [...first, ...others].slice(0, limit);
  }
}

function* sectionsDownTo(level: number, sections: readonly Section[]): Generator<Section> {
  for (const section of sections) {
    if (section.level > level) continue;
    yield section;
    yield* sectionsDownTo(level, section.children);
  }
}

function nextTurn(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve));
}
