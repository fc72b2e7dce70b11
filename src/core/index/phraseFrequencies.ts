import type { CaretEndings } from './caretEndings.ts';
import type { CorpusDocuments } from './corpusDocuments.ts';
import { type Frequency, joined, type OccurrenceCounts } from './occurrenceCounts.ts';
import type { Segment } from './segment.ts';
import { unitsOf } from './units.ts';

const CACHED = 4096;

/** How often phrases occur and how many speeches say them. Remembered: the same phrases are offered again and again. */
export class PhraseFrequencies {
  readonly #segments: readonly Segment[];
  readonly #documents: CorpusDocuments;
  readonly #counts: OccurrenceCounts;
  readonly #endings: CaretEndings;
  readonly #known = new Map<string, Frequency>();

  constructor(
    segments: readonly Segment[],
    documents: CorpusDocuments,
    counts: OccurrenceCounts,
    endings: CaretEndings,
  ) {
    this.#segments = segments;
    this.#documents = documents;
    this.#counts = counts;
    this.#endings = endings;
  }

  /**
   * How often `phrase` occurs, and in how many speeches: copies of one speech count once.
   * @param typed units at its start with which the text last asked of `endings` ends: what was found there is not searched for again
   */
  of(phrase: string, typed = 0): Frequency {
    const known = this.#known.get(phrase);
    if (known !== undefined) return known;
    const pattern = unitsOf(phrase);
    const surveys = this.#segments.map(({ search }, segment) => {
      const places = this.#endings.latest?.placesOf(segment, pattern, typed);
      return places === undefined
        ? this.#counts.surveyIn(segment, search.interval(pattern))
        : this.#counts.surveyOf(segment, places);
    });
    const { occurrences, inDocuments } = joined(surveys);
    const copied = inDocuments.filter(place => this.#documents.isCopied(place));
    const speeches = new Set(copied.map(place => this.#documents.speechKey(place)));
    const frequency = { occurrences, documents: inDocuments.length - copied.length + speeches.size };
    if (this.#known.size >= CACHED) this.#known.clear();
    this.#known.set(phrase, frequency);
    return frequency;
  }
}
