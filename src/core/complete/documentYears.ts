import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { Occurrence } from '../index/occurrence.ts';
import { perIndex } from './perIndex.ts';

/** Documents whose date is read in one step: a third of a millisecond. */
const READS_PER_STEP = 16;
const UNKNOWN = 0;

/** In which year each document of a corpus was written. Read step by step: a keystroke must not wait for thousands of dates. */
class DocumentYears {
  readonly #index: CorpusIndex;
  /** By segment and document; `UNKNOWN` where it is not said, or not read yet. */
  readonly #years: readonly Uint16Array[];
  #segment = 0;
  #document = 0;
  /** Whether `advance` was called since the last request. */
  #hasAdvanced = false;

  constructor(index: CorpusIndex) {
    this.#index = index;
    this.#years = index.segments.map(({ documents }) => new Uint16Array(documents));
  }

  /** The years as far as they are known yet. */
  forRequest(): (occurrence: Occurrence) => number | undefined {
    if (!this.#hasAdvanced) this.advance();
    this.#hasAdvanced = false;
    return ({ segment, position }) => {
      const year = this.#years[segment]![this.#index.segments[segment]!.documentAt(position)]!;
      return year === UNKNOWN ? undefined : year;
    };
  }

  /** Reads some more. Returns whether there are more to read. */
  advance(): boolean {
    this.#hasAdvanced = true;
    for (let reads = 0; reads < READS_PER_STEP && this.#segment < this.#years.length; ) {
      const years = this.#years[this.#segment]!;
      if (this.#document === years.length) {
        this.#segment++;
        this.#document = 0;
        continue;
      }
      const segment = this.#segment;
      const position = this.#index.segments[segment]!.documentStarts[this.#document]!;
      years[this.#document++] = Number(this.#index.dateOf({ segment, position }).slice(0, 4)) || UNKNOWN;
      reads++;
    }
    return this.#segment < this.#years.length;
  }
}

const yearsOf = perIndex(index => new DocumentYears(index));

/**
 * The year of the document at an occurrence, `undefined` where it is not known. To be asked for once a request: dates are read step by step,
 * one step for each request, unless `readMoreYears` has been called since the last one.
 */
export function documentYears(index: CorpusIndex): (occurrence: Occurrence) => number | undefined {
  return yearsOf(index).forRequest();
}

/** One more step, so that the next request has not to wait for it. Returns whether there are more. */
export function readMoreYears(index: CorpusIndex): boolean {
  return yearsOf(index).advance();
}
