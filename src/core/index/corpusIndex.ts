import type { KwicLine, Provenance } from '../document/provenance.ts';
import type { ParallelSeries } from '../parallel/parallelSeries.ts';
import type { Section } from '../structure/section.ts';
import { ContextMatches } from './contextMatches.ts';
import { CorpusDocuments, type DocumentPlace, type FoundDocument, type Variants } from './corpusDocuments.ts';
import type { Followers } from './followers.ts';
import type { DocumentHead, StoredDocument } from './format/storedDocument.ts';
import { type Match, MatchPlaces, occurrencesIn, type SegmentPlaces } from './matchPlaces.ts';
import type { Occurrence } from './occurrence.ts';
import { type Frequency, joined, type MatchSurvey, OccurrenceCounter } from './occurrenceCounter.ts';
import { ProvenanceFinder } from './provenanceFinder.ts';
import { followersOf, sampleFollowers } from './sampledFollowers.ts';
import type { Segment } from './segment.ts';
import { type FoundSeries, SeriesFinder } from './seriesFinder.ts';
import type { SeriesQuery } from './seriesKeys.ts';
import { unitsOf } from './units.ts';

const CACHED_FREQUENCIES = 4096;

/** The whole corpus: its segments, less the documents deleted since they were written and those the user has left out. */
export class CorpusIndex {
  readonly segments: readonly Segment[];
  /** Documents that the user has left out: they count as deleted, and can be taken in again. */
  readonly excluded: readonly DocumentPlace[];
  readonly #deleted: ReadonlyArray<readonly number[]>;
  readonly #variants: Variants;
  readonly #documents: CorpusDocuments;
  readonly #places: MatchPlaces;
  readonly #counter: OccurrenceCounter;
  readonly #provenances: ProvenanceFinder;
  readonly #series: SeriesFinder;
  readonly #frequencies = new Map<string, Frequency>();
  #isClosed = false;
  #endings: ContextMatches | undefined;

  /** @param variants groups of documents that are one speech, their segments as indexes into `parts` */
  constructor(
    parts: ReadonlyArray<{
      readonly segment: Segment;
      readonly deleted: readonly number[];
      readonly excluded?: readonly number[];
    }>,
    variants: Variants = [],
  ) {
    this.segments = parts.map(part => part.segment);
    this.#deleted = parts.map(({ deleted, excluded = [] }) => [...deleted, ...excluded]);
    this.excluded = parts.flatMap(({ excluded = [] }, segment) => excluded.map(document => ({ segment, document })));
    this.#variants = variants;
    this.#documents = new CorpusDocuments(this.segments, this.#deleted, variants);
    this.#places = new MatchPlaces(this.segments, this.#documents);
    this.#counter = new OccurrenceCounter(this.segments, this.#documents, this.#places);
    this.#provenances = new ProvenanceFinder(this.segments, this.#documents);
    this.#series = new SeriesFinder(this.segments, this.#documents);
  }

  /** After this nothing may be asked of it. */
  close(): void {
    this.#isClosed = true;
    for (const segment of this.segments) segment.close();
  }

  /** The same corpus but for the document of the file at `path`: what a draft that lies among the speeches is compared with. */
  without(path: string): CorpusIndex {
    const place = this.#documents.placeOf(path);
    if (place === undefined) return this;
    const parts = this.segments.map((segment, i) => {
      const deleted = this.#deleted[i]!;
      return { segment, deleted: i === place.segment ? [...deleted, place.document] : deleted };
    });
    return new CorpusIndex(parts, this.#variants);
  }

  /** For who waits between two questions. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Reads some of the segments' bytes that were not read yet. Returns whether there are more. @throws CorruptIndexError if they are damaged */
  verifyNext(): boolean {
    return this.segments.some(segment => segment.verifyNext());
  }

  get documents(): number {
    return this.segments.reduce((sum, _, segment) => sum + this.#documents.liveIn(segment), 0);
  }

  /** UTF-16 units of clean text, deleted documents included. */
  get characters(): number {
    return this.segments.reduce((sum, segment) => sum + segment.characters - segment.documents, 0);
  }

  get phraseCount(): number {
    return this.segments.reduce((sum, segment) => sum + segment.phraseCount, 0);
  }

  /** Where `text` (non-empty) stands. */
  match(text: string): Match {
    const pattern = unitsOf(text);
    const intervals = this.segments.map(segment => segment.search.interval(pattern));
    return { intervals, size: intervals.reduce((sum, interval) => sum + interval.to - interval.from, 0) };
  }

  /** The endings of `text` in the corpus, for what may come after it. Quick if `text` is that of the last call and a little more. */
  endingsOf(text: string): ContextMatches {
    const isLive = (segment: number, position: number): boolean => this.#documents.isLive(segment, position);
    this.#endings = new ContextMatches(this.segments, text, isLive, this.#endings);
    return this.#endings;
  }

  /** Length of the longest prefix of `text` that occurs in the corpus. */
  longestPrefix(text: string): number {
    const pattern = unitsOf(text);
    return this.segments.reduce((longest, { search }, segment) => {
      const length = search.longestPrefix(pattern);
      return length > longest ? this.#places.longestLive(segment, pattern.subarray(0, length), longest) : longest;
    }, 0);
  }

  /** Exact number of occurrences. Read off the intervals; walks those of segments with deleted documents. */
  countOccurrences(match: Match): number {
    return this.#counter.occurrences(match);
  }

  /** Exact number of occurrences and of documents that have them. Walks the match. */
  count(match: Match): Frequency {
    const { occurrences, inDocuments } = this.survey(match);
    return { occurrences, documents: inDocuments.length };
  }

  /** What `count` counts, with a place in each document. */
  survey(match: Match): MatchSurvey {
    return this.#counter.survey(match);
  }

  /**
   * How often `text` occurs, and in how many speeches, copies of one counted once. Remembered: the same phrases are
   * offered again and again.
   * @param typed units at its start that the last text asked for by `endingsOf` ends with: what was found then is not searched for again
   */
  frequency(text: string, typed = 0): Frequency {
    const known = this.#frequencies.get(text);
    if (known !== undefined) return known;
    const pattern = unitsOf(text);
    const surveys = this.segments.map(({ search }, segment) => {
      const places = this.#endings?.placesOf(segment, pattern, typed);
      return places === undefined
        ? this.#counter.surveyIn(segment, search.interval(pattern))
        : this.#counter.surveyOf(segment, places);
    });
    const { occurrences, inDocuments } = joined(surveys);
    const copied = inDocuments.filter(place => this.isCopied(place));
    const speeches = new Set(copied.map(place => this.speechKey(place)));
    const frequency = { occurrences, documents: inDocuments.length - copied.length + speeches.size };
    if (this.#frequencies.size >= CACHED_FREQUENCIES) this.#frequencies.clear();
    this.#frequencies.set(text, frequency);
    return frequency;
  }

  /** Every occurrence, segment by segment, in text order. */
  occurrences(match: Match): Occurrence[] {
    return this.#places.all(match);
  }

  /** The first `limit` of `occurrences`. Walks the segments it needs. */
  earliestOccurrences(match: Match, limit: number): Occurrence[] {
    return this.#places.earliest(match, limit);
  }

  /** Every position of the match in one segment, in text order. */
  positionsIn(match: Match, segment: number): Int32Array {
    return this.#places.allIn(segment, match.intervals[segment]!);
  }

  /** The first `limit` occurrences, segment by segment, in the order of what follows them. Reads no more. */
  firstPlaces(match: Match, limit: number): SegmentPlaces[] {
    return this.#places.first(match, limit);
  }

  /** At most `limit` occurrences of each segment, in the order of what follows them: the first `limit` of all are among them. */
  firstInSegments({ intervals }: Match, limit: number): Occurrence[] {
    return intervals.flatMap((interval, segment) =>
      occurrencesIn({ segment, positions: this.#places.firstIn(segment, interval, limit) }),
    );
  }

  /** At most `limit` occurrences spread evenly over all of them in the order of what follows. */
  sample(match: Match, limit: number): Occurrence[] {
    return this.#places.sample(match, limit);
  }

  /** What follows a match of `length` units, at about `limit` places: see `followersOf`. */
  followers(match: Match, length: number, limit: number): Followers[] {
    return followersOf(this.segments, match, length, limit);
  }

  /** What follows `text` at some `limit` places or more: see `sampleFollowers`. */
  someFollowers(text: string, limit: number): Followers[] {
    return sampleFollowers(this.segments, unitsOf(text), limit);
  }

  /** The units of `textAt`, in a buffer that a later call overwrites. */
  unitsAt({ segment, position }: Occurrence, length: number, shift = 0): Uint16Array {
    return this.segments[segment]!.search.units(position + shift, length);
  }

  /** Text from `shift` units after an occurrence on. */
  textAt({ segment, position }: Occurrence, length: number, shift = 0): string {
    return this.segments[segment]!.text(position + shift, length);
  }

  /** Whether a word starts at each of `length` units from `shift` units after an occurrence on. */
  wordStarts({ segment, position }: Occurrence, shift: number, length: number): boolean[] {
    return this.segments[segment]!.wordStarts(position + shift, length);
  }

  isWordStart({ segment, position }: Occurrence, shift: number): boolean {
    return this.segments[segment]!.isWordStart(position + shift);
  }

  /** Whether the occurrence's document has not been deleted. Matches leave out those that are not; for places found otherwise. */
  isLive({ segment, position }: Occurrence): boolean {
    return this.#documents.isLive(segment, position);
  }

  /** All documents, those deleted left out. */
  documentPlaces(): DocumentPlace[] {
    return this.#documents.places();
  }

  /** A number that is the same for two occurrences of one speech, be it in the same document or in a copy of it. */
  speechKey(occurrence: Occurrence): number {
    return this.#documents.speechKey(occurrence);
  }

  /** Whether the occurrence stands in a copy of another document, which is then the better source. */
  isInVariant(occurrence: Occurrence): boolean {
    return this.#documents.isInVariant(occurrence);
  }

  /** Whether the occurrence's document has copies, or is one: of others `speechKey` tells nothing more than the document. */
  isCopied(occurrence: Occurrence): boolean {
    return this.#documents.isCopied(occurrence);
  }

  /** When the occurrence's speech was given, as `SpeechMetadata.date`; empty if that is unknown. Quick: dates stay in memory. */
  dateOf(occurrence: Occurrence): string {
    return this.#documents.dateOf(occurrence);
  }

  /** `dateOf` the document of the file at `path`; empty if there is none. */
  dateOfFile(path: string): string {
    const place = this.#documents.placeOf(path);
    if (place === undefined) return '';
    const position = this.segments[place.segment]!.documentStarts[place.document]!;
    return this.dateOf({ segment: place.segment, position });
  }

  documentOf({ segment, position }: Occurrence): DocumentHead {
    return this.#documents.head({ segment, document: this.segments[segment]!.documentAt(position) });
  }

  /** The sections of the occurrence's document. Decodes its record. */
  sectionsOf({ segment, position }: Occurrence): readonly Section[] {
    const source = this.segments[segment]!;
    return source.document(source.documentAt(position)).sections;
  }

  /** Every document that is not deleted, with the place of its first unit. Reads them one by one. */
  *liveDocuments(): Generator<{ readonly place: Occurrence; readonly stored: StoredDocument }> {
    for (const { segment, document } of this.#documents.live()) {
      const position = this.segments[segment]!.documentStarts[document]!;
      yield { place: { segment, position }, stored: this.segments[segment]!.document(document) };
    }
  }

  /** The document called `id`, if it is in the index. */
  findDocument(id: string): FoundDocument | undefined {
    return this.#documents.find(id);
  }

  /** Where the `length` units at `occurrence` come from. */
  provenance(occurrence: Occurrence, length: number): Provenance {
    return this.#provenances.provenance(occurrence, length);
  }

  /** The occurrence as a line of a concordance; the context ends with the paragraph. */
  kwicLine(occurrence: Occurrence, length: number): KwicLine {
    return this.#provenances.kwicLine(occurrence, length);
  }

  /** `KwicLine.before` of an occurrence, at a fraction of the cost. */
  contextBefore(occurrence: Occurrence): string {
    return this.#provenances.contextBefore(occurrence);
  }

  /** `KwicLine.after` of an occurrence of `length` units, at a fraction of the cost. */
  contextAfter(occurrence: Occurrence, length: number): string {
    return this.#provenances.contextAfter(occurrence, length);
  }

  /** The series of the occurrence's document that hold all of it, innermost last. Offsets are those of the document. */
  seriesAround(occurrence: Occurrence, length: number): ParallelSeries[] {
    return this.#provenances.seriesAround(occurrence, length);
  }

  /** Where series are that answer `query`, segment by segment. */
  seriesPlaces(query: SeriesQuery): Occurrence[] {
    return this.#series.places(query);
  }

  /** The series at one of the `seriesPlaces` of `query`; empty where a hash has brought another. */
  seriesAt(place: Occurrence, query: SeriesQuery): FoundSeries[] {
    return this.#series.seriesAt(place, query);
  }
}
