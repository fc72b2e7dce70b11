import { RecentMap } from '../collections/recentMap.ts';
import type { ParallelSeries } from '../parallel/parallelSeries.ts';
import type { CorpusDocuments } from './corpusDocuments.ts';
import { type DocumentPlace, documentKey } from './documentPlace.ts';
import { seriesFrom, unpackSeries } from './format/seriesCodec.ts';
import { bareMember, meanLength, queryKey, type SeriesQuery } from './format/seriesKeys.ts';
import type { Occurrence } from './occurrence.ts';
import type { Segment } from './reading/segment.ts';

/** Number of documents whose stored series are cached: places are visited document by document. */
const CACHED_DOCUMENTS = 32;

/** A series of the corpus with its start. Offsets are those of its document. */
export interface FoundSeries {
  readonly series: ParallelSeries;
  readonly place: Occurrence;
}

/** The parallel series of a corpus, found by a member, by their frame, by their shape or by a place in them. */
export class CorpusSeries {
  readonly #segments: readonly Segment[];
  readonly #documents: CorpusDocuments;
  readonly #records = new RecentMap<number, Uint8Array>(CACHED_DOCUMENTS);

  constructor(segments: readonly Segment[], documents: CorpusDocuments) {
    this.#segments = segments;
    this.#documents = documents;
  }

  /** Places of the series that match `query`, segment by segment: the start of the queried member, or else of the series. */
  places(query: SeriesQuery): Occurrence[] {
    const key = queryKey(query);
    return this.#segments.flatMap((source, segment) =>
      source
        .seriesPlaces(key)
        .filter(position => this.#documents.isLive(segment, position))
        .map(position => ({ segment, position })),
    );
  }

  /**
   * The series at one of the `places` of `query`. Empty if only the hash of the key agrees, not the series; several if
   * one series lies within another.
   */
  at({ segment, position }: Occurrence, query: SeriesQuery): FoundSeries[] {
    const source = this.#segments[segment]!;
    const document = source.documentAt(position);
    const documentStart = source.documentStarts[document]!;
    const textOf = (start: number, end: number): string => source.text(documentStart + start, end - start);
    return seriesFrom(this.#recordOf({ segment, document }), position - documentStart)
      .map(packed => unpackSeries(packed, textOf))
      .filter(series => answers(series, query, position - documentStart))
      .map(series => ({ series, place: { segment, position: documentStart + series.start } }));
  }

  /** The series that contain the whole occurrence, innermost last. Offsets are those of the document. */
  around(occurrence: Occurrence, length: number): ParallelSeries[] {
    const segment = this.#segments[occurrence.segment]!;
    const index = segment.documentAt(occurrence.position);
    const start = occurrence.position - segment.documentStarts[index]!;
    return segment
      .series(index)
      .filter(series => series.start <= start && start + length <= series.end)
      .sort((a, b) => b.end - b.start - (a.end - a.start));
  }

  #recordOf(place: DocumentPlace): Uint8Array {
    return this.#records.getOrMake(documentKey(place), () =>
      this.#segments[place.segment]!.seriesRecord(place.document),
    );
  }
}

/** Whether `series` is the one that was filed under the key of `query` at `start`. */
function answers(series: ParallelSeries, query: SeriesQuery, start: number): boolean {
  if ('member' in query) {
    const wanted = bareMember(query.member);
    return series.members.some(member => member.start === start && bareMember(member.text) === wanted);
  }
  if (series.start !== start) return false;
  if ('slogan' in query) {
    const { family, markers } = series;
    return family === 'numeric-summary' && bareMember(markers[0]!) === bareMember(query.slogan);
  }
  if ('frame' in query) return series.frame === query.frame;
  const { family, members, length } = query;
  return series.family === family && series.members.length === members && meanLength(series) === length;
}
