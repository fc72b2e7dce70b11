import { compareText } from '../collections/compareText.ts';
import { evenly } from '../collections/evenly.ts';
import { RecentMap } from '../collections/recentMap.ts';
import { yearOf } from '../document/speechMetadata.ts';
import type { CorpusDocuments } from '../index/corpusDocuments.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import { type Match, occurrencesIn } from '../index/matches.ts';
import { type Occurrence, occurrenceKey, occurrenceOfKey } from '../index/occurrence.ts';

/** How often a phrase occurs, and its best sources. */
export interface PhraseSources {
  readonly occurrences: number;
  readonly documents: number;
  /** Best sources first, at most the requested number; if there are very many occurrences, the best of `MAX_RANKED`. */
  readonly places: readonly Occurrence[];
  /** Number of documents by year, ascending, without those of unknown year; if there are very many documents, of `MAX_DATED` of them. */
  readonly years: ReadonlyArray<{ readonly year: string; readonly documents: number }>;
}

/** At most this many occurrences are ranked; one of each document comes before any second one. */
const MAX_RANKED = 1000;
/** At most this many dates are read from documents: enough for the shape of a curve. */
const MAX_DATED = 500;
/** Number of cached phrases: counting the documents of a very common one takes milliseconds. */
const CACHED_PHRASES = 64;

/** The cached sources of a phrase, its places as `occurrenceKey`s. */
interface FoundSources extends Omit<PhraseSources, 'places'> {
  readonly places: readonly number[];
}

/** Finds the sources of phrases. Counts are exact. */
export class SourceFinder {
  readonly #index: CorpusIndex;
  readonly #common = new RecentMap<string, FoundSources>(CACHED_PHRASES);

  constructor(index: CorpusIndex) {
    this.#index = index;
  }

  /**
   * @param phrase not empty
   * @param limit most places to return
   */
  find(phrase: string, limit = MAX_RANKED): PhraseSources {
    const found = this.#common.get(phrase) ?? this.#find(phrase);
    return { ...found, places: found.places.slice(0, limit).map(occurrenceOfKey) };
  }

  #find(phrase: string): FoundSources {
    const match = this.#index.matches.of(phrase);
    const { occurrences, inDocuments } = this.#index.counts.survey(match);
    const places = bestFirst(this.#index.documents, this.#candidates(match, inDocuments));
    const years = documentsByYear(this.#index, evenly(inDocuments, MAX_DATED));
    const found = { occurrences, documents: inDocuments.length, places, years };
    if (match.size > MAX_RANKED) this.#common.set(phrase, found);
    return found;
  }

  #candidates(match: Match, inDocuments: readonly number[]): readonly number[] {
    if (match.size <= MAX_RANKED) return this.#index.matches.occurrences(match).map(occurrenceKey);
    if (inDocuments.length >= MAX_RANKED) return evenly(inDocuments, MAX_RANKED);
    const taken = new Set(inDocuments);
    const first = this.#index.matches.first(match, MAX_RANKED).flatMap(occurrencesIn).map(occurrenceKey);
    return [...inDocuments, ...first.filter(place => !taken.has(place))].slice(0, MAX_RANKED);
  }
}

function documentsByYear(index: CorpusIndex, places: readonly number[]): PhraseSources['years'] {
  const counts = new Map<string, number>();
  for (const place of places) {
    const year = yearOf(index.documents.dateOf(occurrenceOfKey(place)));
    if (year !== '') counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return Array.from(counts, ([year, documents]) => ({ year, documents })).sort((a, b) => compareText(a.year, b.year));
}

/** Latest documents first, each speech's first occurrence before any second one, and copies after what they are copies of. */
function bestFirst(documents: CorpusDocuments, places: readonly number[]): readonly number[] {
  const seen = new Map<number, number>();
  const dates = places.map(place => documents.dateOf(occurrenceOfKey(place)));
  /** For each place, how many occurrences of its speech come before it. */
  const nth = new Uint32Array(places.length);
  const isCopy = (i: number): boolean => documents.isInVariant(occurrenceOfKey(places[i]!));
  const all = Array.from(places.keys());
  const ranked = [...all.filter(i => !isCopy(i)), ...all.filter(isCopy)];
  for (const i of ranked) {
    const speech = documents.speechKey(occurrenceOfKey(places[i]!));
    nth[i] = seen.get(speech) ?? 0;
    seen.set(speech, nth[i] + 1);
  }
  ranked.sort((a, b) => nth[a]! - nth[b]! || compareText(dates[b]!, dates[a]!));
  return ranked.map(i => places[i]!);
}
