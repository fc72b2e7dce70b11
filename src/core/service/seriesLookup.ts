import { compareText } from '../collections/compareText.ts';
import { evenly } from '../collections/evenly.ts';
import type { Provenance } from '../document/provenance.ts';
import type { CorpusDocuments } from '../index/corpusDocuments.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { FoundSeries } from '../index/corpusSeries.ts';
import { bareMember, meanLength, type SeriesQuery } from '../index/format/seriesKeys.ts';
import type { Occurrence } from '../index/occurrence.ts';
import type { ParallelSeries, SeriesFamily } from '../parallel/parallelSeries.ts';
import { sectionFunctionAt } from '../structure/outline.ts';
import type { SectionFunction } from '../structure/section.ts';
import { ServiceError } from './serviceError.ts';

/**
 * Conditions on corpus series, all of which must hold. At least a member, a slogan, a frame, or a family with a number of members must be
 * given.
 */
export interface SeriesLookupRequest {
  /** A whole member; quotation marks are ignored. */
  readonly member?: string;
  /** A slogan such as «五个不适应»: finds series of the items it counts. */
  readonly slogan?: string;
  /** Fixed parts with `…` for slots: «从…中…», «…意识». */
  readonly frame?: string;
  readonly family?: SeriesFamily;
  /** Number of members. */
  readonly members?: number;
  /** Average length of a member in UTF-16 units, rounded. */
  readonly length?: number;
  /** Function of the section that contains the series. */
  readonly section?: SectionFunction;
  readonly limit?: number;
}

/** A series of the corpus. Offsets are those of the document `provenance` names. */
export interface CorpusSeries extends ParallelSeries {
  /** Number of speeches that contain it in the same words; if there are very many series, only among those that were read. */
  readonly documents: number;
  /** Its latest source. */
  readonly provenance: Provenance;
}

export interface SeriesLookupResult {
  /** Number of speeches with such a series; if there is more than one condition, only among those that were read. */
  readonly documents: number;
  /** Series found in most speeches first, then the latest. */
  readonly series: readonly CorpusSeries[];
}

/** At most this many series are read, evenly spread over all matches. */
const MOST_READ = 1000;
/** A shape without a length is searched for with members up to this length. */
const LONGEST_SHAPE = 40;

/** @throws ServiceError if neither a member nor a slogan, a frame or a shape is given */
export function seriesLookup(index: CorpusIndex, request: SeriesLookupRequest, limit: number): SeriesLookupResult {
  const places = queriesOf(request).flatMap(query => index.series.places(query).map(place => ({ place, query })));
  const read = evenly(places, MOST_READ).flatMap(({ place, query }) =>
    index.series.at(place, query).filter(found => fulfils(index.documents, found, request)),
  );
  const counted = isOneCondition(request) ? places : read;
  return {
    documents: new Set(counted.map(({ place }) => index.documents.speechKey(place))).size,
    series: byWords(index, read, limit),
  };
}

/** Queries for the most selective condition; the other conditions are checked on what they find. */
function queriesOf({ member, slogan, frame, family, members, length }: SeriesLookupRequest): SeriesQuery[] {
  if (member !== undefined) return bareMember(member) === '' ? [] : [{ member }];
  if (slogan !== undefined) return [{ slogan }];
  if (frame !== undefined) return [{ frame }];
  if (family === undefined || members === undefined)
    throw new ServiceError('bad-request', '应给出 member、slogan、frame，或 family 与 members');
  const lengths = length === undefined ? Array.from({ length: LONGEST_SHAPE }, (_, at) => at + 1) : [length];
  return lengths.map(each => ({ family, members, length: each }));
}

function isOneCondition({ member, slogan, frame, family, members, length, section }: SeriesLookupRequest): boolean {
  if (section !== undefined) return false;
  const hasShape = family !== undefined || members !== undefined || length !== undefined;
  return [member !== undefined, slogan !== undefined, frame !== undefined, hasShape].filter(Boolean).length === 1;
}

function fulfils(documents: CorpusDocuments, { series, place }: FoundSeries, request: SeriesLookupRequest): boolean {
  const { frame, family, members, length, section } = request;
  return (
    (frame === undefined || series.frame === frame) &&
    (family === undefined || series.family === family) &&
    (members === undefined || series.members.length === members) &&
    (length === undefined || meanLength(series) === length) &&
    (section === undefined || sectionFunctionAt(documents.sectionsAt(place), series.start) === section)
  );
}

/** Merges series with the same words and counts the speeches that contain them. */
function byWords(index: CorpusIndex, read: readonly FoundSeries[], limit: number): CorpusSeries[] {
  const groups = new Map<string, FoundSeries[]>();
  for (const found of read) {
    const { family, markers, members } = found.series;
    const words = [family, ...markers, ...members.map(({ text }) => bareMember(text))].join('|');
    groups.set(words, [...(groups.get(words) ?? []), found]);
  }
  return Array.from(groups.values(), found => {
    const latest = found.reduce((best, other) => (isBetter(index.documents, other.place, best.place) ? other : best));
    const documents = new Set(found.map(({ place }) => index.documents.speechKey(place))).size;
    return { ...latest, documents, date: index.documents.dateOf(latest.place) };
  })
    .sort((a, b) => b.documents - a.documents || compareText(b.date, a.date))
    .slice(0, limit)
    .map(({ series, place, documents }) => ({
      ...series,
      documents,
      provenance: index.provenances.of(place, series.end - series.start),
    }));
}

/** Originals rank before their copies, later documents before earlier ones. */
function isBetter(documents: CorpusDocuments, place: Occurrence, than: Occurrence): boolean {
  const isCopy = documents.isInVariant(place);
  return isCopy === documents.isInVariant(than) ? documents.dateOf(place) > documents.dateOf(than) : !isCopy;
}
