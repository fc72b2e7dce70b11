import { compareText } from '../collections/compareText.ts';
import { evenly } from '../collections/evenly.ts';
import { RecentMap } from '../collections/recentMap.ts';
import { yearOf } from '../document/speechMetadata.ts';
import type { CorpusDocuments } from '../index/corpusDocuments.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import { type Match, occurrencesIn } from '../index/matches.ts';
import type { Occurrence } from '../index/occurrence.ts';

/** How often a phrase occurs, and where best. */
export interface PhraseSources {
  readonly occurrences: number;
  readonly documents: number;
  /** Best sources first, as many as were asked for; of many occurrences, of the best of `MAX_RANKED`. */
  readonly places: readonly Occurrence[];
  /** Documents by year, ascending, those without a year left out; of very many documents, of `MAX_DATED`. */
  readonly years: ReadonlyArray<{ readonly year: string; readonly documents: number }>;
}

/** Of more occurrences than this, so many are ranked: one of each document that has the phrase before any second one. */
const MAX_RANKED = 1000;
/** Dates are read from the documents when first asked for: enough for the shape of a curve. */
const MAX_DATED = 500;
/** Phrases that occur more often are remembered: to count the documents of a very common one takes milliseconds. */
const CACHED_PHRASES = 64;
/** A segment has no more characters. */
const SEGMENT = 0x1000000;

/** What is remembered of a common phrase: its places as one number each, since as objects sixty of them are megabytes. */
interface CommonPhrase extends Omit<PhraseSources, 'places'> {
  readonly places: Float64Array;
}

/** Finds the sources of phrases. Counts are exact. */
export class SourceFinder {
  readonly #index: CorpusIndex;
  readonly #common = new RecentMap<string, CommonPhrase>(CACHED_PHRASES);

  constructor(index: CorpusIndex) {
    this.#index = index;
  }

  /**
   * @param phrase not empty
   * @param limit places wanted
   */
  find(phrase: string, limit = MAX_RANKED): PhraseSources {
    const known = this.#common.get(phrase);
    if (known !== undefined) return { ...known, places: unpacked(known.places.subarray(0, limit)) };
    const match = this.#index.matches.of(phrase);
    const { occurrences, inDocuments } = this.#index.counts.survey(match);
    const documents = inDocuments.length;
    const places = bestFirst(this.#index.documents, this.#candidates(match, inDocuments));
    const years = documentsByYear(this.#index, evenly(inDocuments, MAX_DATED));
    if (match.size > MAX_RANKED) this.#common.set(phrase, { occurrences, documents, places: packed(places), years });
    return { occurrences, documents, places: places.slice(0, limit), years };
  }

  #candidates(match: Match, inDocuments: readonly Occurrence[]): readonly Occurrence[] {
    if (match.size <= MAX_RANKED) return this.#index.matches.occurrences(match);
    if (inDocuments.length >= MAX_RANKED) return evenly(inDocuments, MAX_RANKED);
    const key = ({ segment, position }: Occurrence): string => `${segment} ${position}`;
    const taken = new Set(inDocuments.map(key));
    const first = this.#index.matches.first(match, MAX_RANKED).flatMap(occurrencesIn);
    const others = first.filter(place => !taken.has(key(place)));
    return [...inDocuments, ...others].slice(0, MAX_RANKED);
  }
}

function packed(places: readonly Occurrence[]): Float64Array {
  return Float64Array.from(places, ({ segment, position }) => segment * SEGMENT + position);
}

function unpacked(places: Float64Array): Occurrence[] {
  return Array.from(places, place => ({ segment: Math.floor(place / SEGMENT), position: place % SEGMENT }));
}

function documentsByYear(index: CorpusIndex, places: readonly Occurrence[]): PhraseSources['years'] {
  const counts = new Map<string, number>();
  for (const place of places) {
    const year = yearOf(index.documents.dateOf(place));
    if (year !== '') counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return Array.from(counts, ([year, documents]) => ({ year, documents })).sort((a, b) => compareText(a.year, b.year));
}

/** Latest documents first, each speech's first occurrence before any second one, and copies after what they are copies of. */
function bestFirst(documents: CorpusDocuments, places: readonly Occurrence[]): readonly Occurrence[] {
  const seen = new Map<number, number>();
  const ranked = places
    .map(place => ({ place, isCopy: documents.isInVariant(place), date: documents.dateOf(place) }))
    .sort((a, b) => Number(a.isCopy) - Number(b.isCopy))
    .map(({ place, date }) => {
      const speech = documents.speechKey(place);
      const nth = seen.get(speech) ?? 0;
      seen.set(speech, nth + 1);
      return { place, nth, date };
    });
  ranked.sort((a, b) => a.nth - b.nth || compareText(b.date, a.date));
  return ranked.map(({ place }) => place);
}
