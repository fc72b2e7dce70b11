import { compareText } from '../collections/compareText.ts';
import { yearOf } from '../document/speechMetadata.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { FactTable } from './documentFacts.ts';
import type { HitDocuments } from './hitDocuments.ts';

/** Frequency in one year, with the size of the corpus in that year. */
export interface YearFrequency {
  readonly year: string;
  readonly occurrences: number;
  /** Number of documents with an occurrence. */
  readonly documents: number;
  /** All documents of the year, and their units of text: few documents make a poor estimate. */
  readonly corpusDocuments: number;
  readonly corpusCharacters: number;
}

/** The places of the occurrences in one document. */
export interface DocumentDispersion {
  readonly documentId: string;
  readonly title: string;
  readonly date: string;
  readonly speaker: string;
  readonly occurrences: number;
  readonly characters: number;
  /** Number of occurrences in each of `DISPERSION_BINS` equal parts of the document. */
  readonly bins: readonly number[];
  /** Start of the first occurrence, for opening it. */
  readonly start: number;
  readonly end: number;
}

export const DISPERSION_BINS = 50;
/** At most this many documents are listed, those with most occurrences. */
const MAX_DOCUMENTS = 200;

/** Frequency by year, from the first to the last year of the corpus; documents without a year are left out. */
export function frequencyByYear(
  index: CorpusIndex,
  documents: HitDocuments,
  hits: readonly number[],
): readonly YearFrequency[] {
  const years = new Map<string, { -readonly [K in keyof YearFrequency]: YearFrequency[K] }>();
  const dateOf = ({ segment, document }: { segment: number; document: number }): string =>
    yearOf(index.documents.dateOf({ segment, position: index.segments[segment]!.documentStarts[document]! }));
  for (const place of index.documents.places()) {
    const year = dateOf(place);
    if (year === '') continue;
    const entry = years.get(year) ?? { year, occurrences: 0, documents: 0, corpusDocuments: 0, corpusCharacters: 0 };
    entry.corpusDocuments++;
    entry.corpusCharacters += index.segments[place.segment]!.documentLength(place.document);
    years.set(year, entry);
  }
  documents.counts(hits).forEach((count, number) => {
    const entry = years.get(dateOf(documents.place(number)));
    if (entry === undefined || count === 0) return;
    entry.occurrences += count;
    entry.documents++;
  });
  return Array.from(years.values()).sort((a, b) => compareText(a.year, b.year));
}

/** The documents with most of `hits`, with the places of the hits in each. */
export function dispersion(
  facts: FactTable,
  documents: HitDocuments,
  hits: readonly number[],
): readonly DocumentDispersion[] {
  const counts = documents.counts(hits);
  const most = Array.from(counts.keys())
    .filter(number => counts[number]! > 0)
    .sort((a, b) => counts[b]! - counts[a]! || a - b)
    .slice(0, MAX_DOCUMENTS);
  const own = new Map(most.map(number => [number, [] as number[]]));
  for (const hit of hits) own.get(documents.numberOf(hit))?.push(hit);
  return most.map(number => {
    const { id, title, date, facets, characters } = facts.of(documents.place(number));
    const bins = Array.from({ length: DISPERSION_BINS }, () => 0);
    const offsets = own.get(number)!.map(hit => documents.placeOf(hit).offset);
    for (const offset of offsets) bins[Math.floor((offset * DISPERSION_BINS) / Math.max(1, characters))]!++;
    const [first] = own.get(number)! as [number];
    const start = offsets[0]!;
    const end = start + documents.hits.lengthOf(first);
    return {
      documentId: id,
      title,
      date,
      speaker: facets.speaker,
      occurrences: counts[number]!,
      characters,
      bins,
      start,
      end,
    };
  });
}
