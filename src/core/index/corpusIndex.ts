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

/** A segment of the corpus, with the numbers of its documents that are left out. */
interface CorpusPart {
  readonly segment: Segment;
  /** Documents deleted or changed since the segment was written. */
  readonly deleted: readonly number[];
  /** Documents the user has left out. */
  readonly excluded?: readonly number[];
}

/**
 * The whole corpus: its segments, without the documents that were deleted since or that the user has left out. Each of
 * its parts answers one kind of query. A function that needs one kind takes that part, not the index.
 */
export class CorpusIndex {
  readonly segments: readonly Segment[];
  /** Documents that the user has left out. They count as deleted, and can be included again. */
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

  /** @param variants groups of documents that are copies of one speech, with their segments as indexes into `parts` */
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

  /** Closes the files; no query may follow. */
  close(): void {
    this.#isClosed = true;
    for (const segment of this.segments) segment.close();
  }

  /** Whether `close` was called, for callers that work in steps and check before each. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /**
   * The same corpus without the document from the file at `path`. For a draft that lies in the folder of the corpus and
   * is compared with the other speeches.
   */
  without(path: string): CorpusIndex {
    const place = this.documents.placeOf(path);
    if (place === undefined) return this;
    const parts = this.segments.map((segment, i) => {
      const deleted = this.#deleted[i]!;
      return { segment, deleted: i === place.segment ? [...deleted, place.document] : deleted };
    });
    return new CorpusIndex(parts, this.#variants);
  }

  /**
   * Verifies some more bytes of the segments. Returns whether any are left.
   * @throws CorruptIndexError if they are damaged
   */
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
