import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { Occurrence } from '../index/occurrence.ts';
import { perIndex } from './perIndex.ts';
import { PairCounts, PROFILE_SIZE } from './profile.ts';
import { type FunctionCode, SectionRuns } from './sectionRuns.ts';

/** Documents read in one step: about half a millisecond. */
const READS_PER_STEP = 6;
const UNKNOWN = 0;
/** A document is profiled by a few stretches of so many units, evenly spread. */
const STRETCHES = 4;
const STRETCH = 512;

/** What is kept of the documents of one segment. */
interface SegmentTraits {
  readonly years: Uint16Array;
  readonly profiles: Uint8Array;
  readonly sections: SectionRuns;
}

/**
 * What completion chooses documents of the corpus by: when each was written, what it is like, and what its sections do. A few hundred bytes a
 * document, in memory; read step by step, since a keystroke must not wait for thousands of documents.
 */
export class DocumentTraits {
  readonly #index: CorpusIndex;
  readonly #segments: readonly SegmentTraits[];
  /** The next document to be read. */
  #segment = 0;
  #document = 0;
  #known = 0;
  /** Whether `advance` was called since the last request. */
  #hasAdvanced = false;

  constructor(index: CorpusIndex) {
    this.#index = index;
    this.#segments = index.segments.map(({ documents }) => ({
      years: new Uint16Array(documents),
      profiles: new Uint8Array(documents * PROFILE_SIZE),
      sections: new SectionRuns(documents),
    }));
  }

  /** To be called once a request: reads some more, unless `advance` has done so since the last one. */
  startRequest(): void {
    if (!this.#hasAdvanced) this.advance();
    this.#hasAdvanced = false;
  }

  /** Reads some more. Returns whether there are more to read. */
  advance(): boolean {
    this.#hasAdvanced = true;
    for (let reads = 0; reads < READS_PER_STEP && this.#segment < this.#segments.length; ) {
      if (this.#document === this.#index.segments[this.#segment]!.documents) {
        this.#segment++;
        this.#document = 0;
        continue;
      }
      this.#read(this.#segment, this.#document++);
      this.#known++;
      reads++;
    }
    return this.#segment < this.#segments.length;
  }

  /** The year of the document at an occurrence, `undefined` where it is not said, or not read yet. */
  year({ segment, position }: Occurrence): number | undefined {
    const year = this.#segments[segment]!.years[this.#index.segments[segment]!.documentAt(position)]!;
    return year === UNKNOWN ? undefined : year;
  }

  /** What the section of an occurrence does. */
  sectionFunction({ segment, position }: Occurrence): FunctionCode {
    const source = this.#index.segments[segment]!;
    const document = source.documentAt(position);
    return this.#segments[segment]!.sections.at(document, position - source.documentStarts[document]!);
  }

  /** Documents that are read. */
  get known(): number {
    return this.#known;
  }

  /** Profiles of the documents of each segment that are read, one after the other. */
  get profiles(): readonly Uint8Array[] {
    return this.#segments.map(({ profiles }, segment) => {
      if (segment < this.#segment) return profiles;
      return profiles.subarray(0, segment === this.#segment ? this.#document * PROFILE_SIZE : 0);
    });
  }

  #read(segment: number, document: number): void {
    const { years, profiles, sections } = this.#segments[segment]!;
    const source = this.#index.segments[segment]!;
    const stored = source.document(document);
    years[document] = Number(stored.metadata.date?.slice(0, 4)) || UNKNOWN;
    sections.append(stored.sections, stored.characters);
    const counts = new PairCounts();
    const step = Math.max(STRETCH, Math.floor((stored.characters - STRETCH) / (STRETCHES - 1)));
    for (let at = 0; at < stored.characters && at < STRETCHES * step; at += step) {
      const position = source.documentStarts[document]! + at;
      counts.add(this.#index.unitsAt({ segment, position }, Math.min(STRETCH, stored.characters - at)));
    }
    profiles.set(counts.profile(), document * PROFILE_SIZE);
  }
}

/** The traits of the documents of `index`, as far as they are known yet. */
export const traitsOf = perIndex(index => new DocumentTraits(index));

/** One more step, so that the next request has not to wait for it. Returns whether there are more. */
export function readMoreTraits(index: CorpusIndex): boolean {
  return traitsOf(index).advance();
}
