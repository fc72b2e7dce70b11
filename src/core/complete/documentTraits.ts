import type { CorpusIndex } from '../index/corpusIndex.ts';
import { perIndex } from './perIndex.ts';
import { type FunctionCode, SectionRuns } from './sectionRuns.ts';

/** Number of documents read in one step, which takes about half a millisecond. */
const READS_PER_STEP = 6;
const UNKNOWN = 0;

/** The traits of the documents of one segment. */
interface SegmentTraits {
  readonly years: Uint16Array;
  readonly sections: SectionRuns;
}

/**
 * The traits by which completion chooses among documents: their year, and what their sections do. They take some forty
 * bytes for each document in memory, and are read step by step, because a key must not wait for thousands of documents.
 */
export class DocumentTraits {
  readonly #index: CorpusIndex;
  readonly #segments: readonly SegmentTraits[];
  /** The next document to be read. */
  #segment = 0;
  #document = 0;
  /** Whether `advance` was called since the last request. */
  #hasAdvanced = false;

  constructor(index: CorpusIndex) {
    this.#index = index;
    this.#segments = index.segments.map(({ documents }) => ({
      years: new Uint16Array(documents),
      sections: new SectionRuns(documents),
    }));
  }

  /** To be called once for each request. Reads some more documents, unless `advance` has done so since the last request. */
  startRequest(): void {
    if (!this.#hasAdvanced) this.advance();
    this.#hasAdvanced = false;
  }

  /** Reads some more documents. Returns whether any are left. */
  advance(): boolean {
    this.#hasAdvanced = true;
    for (let reads = 0; reads < READS_PER_STEP && this.#segment < this.#segments.length; ) {
      if (this.#document === this.#index.segments[this.#segment]!.documents) {
        this.#segment++;
        this.#document = 0;
        continue;
      }
      this.#read(this.#segment, this.#document++);
      reads++;
    }
    return this.#segment < this.#segments.length;
  }

  /** The year of a document; `undefined` if it is unknown or not read yet. */
  year(segment: number, document: number): number | undefined {
    const year = this.#segments[segment]!.years[document]!;
    return year === UNKNOWN ? undefined : year;
  }

  /** Whether the section around a position of a segment, which lies in `document`, has the function `code`. */
  isInSection(segment: number, document: number, position: number, code: FunctionCode): boolean {
    const start = this.#index.segments[segment]!.documentStarts[document]!;
    return this.#segments[segment]!.sections.isAt(document, position - start, code);
  }

  #read(segment: number, document: number): void {
    const { years, sections } = this.#segments[segment]!;
    const source = this.#index.segments[segment]!;
    const stored = source.document(document);
    years[document] = Number(stored.metadata.date?.slice(0, 4)) || UNKNOWN;
    sections.append(stored.sections, stored.characters);
  }
}

/** The traits of the documents of `index` read so far. */
export const traitsOf = perIndex(index => new DocumentTraits(index));

/** Reads some more in advance, so that the next request need not. Returns whether any are left. */
export function readMoreTraits(index: CorpusIndex): boolean {
  return traitsOf(index).advance();
}
