import { CaretEndings } from './caretEndings.ts';
import { CorpusDocuments } from './corpusDocuments.ts';
import { CorpusSeries } from './corpusSeries.ts';
import { CorpusText } from './corpusText.ts';
import type { DocumentPlace } from './documentPlace.ts';
import { Matches } from './matches.ts';
import { OccurrenceCounts } from './occurrenceCounts.ts';
import { PhraseFrequencies } from './phraseFrequencies.ts';
import { Provenances } from './provenances.ts';
import type { Segment } from './reading/segment.ts';
import { SpeechCounter } from './speechCounter.ts';
import type { Variants } from './variants.ts';

/** A segment of the corpus, with the documents of it that are to be left out, by their numbers. */
interface CorpusPart {
  readonly segment: Segment;
  /** Deleted or changed since the segment was written. */
  readonly deleted: readonly number[];
  /** Left out by the user. */
  readonly excluded?: readonly number[];
}

/**
 * The whole corpus: its segments, less the documents deleted since they were written and those the user has left out. What can be
 * asked of it stands in its parts; a function that asks one thing takes that part.
 */
export class CorpusIndex {
  readonly segments: readonly Segment[];
  /** Documents that the user has left out: they count as deleted, and can be taken in again. */
  readonly excluded: readonly DocumentPlace[];
  readonly documents: CorpusDocuments;
  readonly matches: Matches;
  readonly counts: OccurrenceCounts;
  readonly endings: CaretEndings;
  readonly frequencies: PhraseFrequencies;
  readonly text: CorpusText;
  readonly provenances: Provenances;
  readonly series: CorpusSeries;
  readonly #deleted: ReadonlyArray<readonly number[]>;
  readonly #variants: Variants;
  #isClosed = false;

  /** @param variants groups of documents that are one speech, their segments as indexes into `parts` */
  constructor(parts: readonly CorpusPart[], variants: Variants = []) {
    this.segments = parts.map(part => part.segment);
    this.#deleted = parts.map(({ deleted, excluded = [] }) => [...deleted, ...excluded]);
    this.excluded = parts.flatMap(({ excluded = [] }, segment) => excluded.map(document => ({ segment, document })));
    this.#variants = variants;
    this.documents = new CorpusDocuments(this.segments, this.#deleted, variants);
    this.matches = new Matches(this.segments, this.documents);
    this.counts = new OccurrenceCounts(this.segments, this.documents, this.matches);
    this.endings = new CaretEndings(this.segments, this.documents);
    this.frequencies = new PhraseFrequencies(
      this.segments,
      new SpeechCounter(this.segments, this.documents),
      this.endings,
    );
    this.text = new CorpusText(this.segments);
    this.provenances = new Provenances(this.segments, this.documents);
    this.series = new CorpusSeries(this.segments, this.documents);
  }

  /** After this nothing may be asked of it. */
  close(): void {
    this.#isClosed = true;
    for (const segment of this.segments) segment.close();
  }

  /** Whether `close` was called, for callers that work in pieces and look again before each. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** The same corpus but for the document of the file at `path`: what a draft that lies among the speeches is compared with. */
  without(path: string): CorpusIndex {
    const place = this.documents.placeOf(path);
    if (place === undefined) return this;
    const parts = this.segments.map((segment, i) => {
      const deleted = this.#deleted[i]!;
      return { segment, deleted: i === place.segment ? [...deleted, place.document] : deleted };
    });
    return new CorpusIndex(parts, this.#variants);
  }

  /** Reads some of the segments' bytes that were not read yet. Returns whether there are more. @throws CorruptIndexError if they are damaged */
  verifyNext(): boolean {
    return this.segments.some(segment => segment.verifyNext());
  }

  /** UTF-16 units of clean text, deleted documents included. */
  get characters(): number {
    return this.segments.reduce((sum, segment) => sum + segment.characters - segment.documents, 0);
  }

  get phraseCount(): number {
    return this.segments.reduce((sum, segment) => sum + segment.phraseCount, 0);
  }
}
