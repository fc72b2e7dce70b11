import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { Occurrence } from '../index/occurrence.ts';
import { type DocumentTraits, traitsOf } from './documentTraits.ts';
import { sectionFunctionOf } from './draftSection.ts';
import { draftYear } from './draftYear.ts';
import { MOST_MORE, type PlaceDistances } from './nearestPlaces.ts';
import type { FunctionCode } from './sectionRuns.ts';

/** Documents at most so many years from the draft are all equally near. */
const NEAR = 2;
/** The distance in years of documents farther away than this, and of those without a known year. */
const MOST_YEARS = 40;
/** How many times as much a sample counts if it is from a section that does the same. */
const FUNCTION_WEIGHT = 3;

/** How near places of the corpus are to the draft, by what is in memory of their documents and sections, without a read. */
export class PlaceRanking implements PlaceDistances {
  readonly #index: CorpusIndex;
  readonly #traits: DocumentTraits;
  readonly #year: number | undefined;
  /** What the section does that the draft ends in. */
  readonly #own: FunctionCode;

  constructor(index: CorpusIndex, draft: string) {
    this.#index = index;
    this.#traits = traitsOf(index);
    this.#traits.startRequest();
    this.#year = draftYear(draft);
    this.#own = sectionFunctionOf(index, draft);
  }

  /** Years apart beyond `NEAR`. */
  least(segment: number, position: number): number {
    return this.#yearsApart(segment, this.#index.segments[segment]!.documentAt(position));
  }

  /** A section that does something else counts as a year. */
  more(segment: number, position: number): number {
    if (this.#own === 0) return 0;
    return this.#doesSame(segment, this.#index.segments[segment]!.documentAt(position), position) ? 0 : MOST_MORE;
  }

  /** How much a sample from that place counts. */
  weight({ segment, position }: Occurrence): number {
    const document = this.#index.segments[segment]!.documentAt(position);
    return this.#doesSame(segment, document, position) ? FUNCTION_WEIGHT : 1;
  }

  #yearsApart(segment: number, document: number): number {
    if (this.#year === undefined) return 0;
    const written = this.#traits.year(segment, document);
    if (written === undefined) return MOST_YEARS;
    return Math.min(MOST_YEARS, Math.max(0, Math.abs(written - this.#year) - NEAR));
  }

  #doesSame(segment: number, document: number, position: number): boolean {
    return this.#own !== 0 && this.#traits.isInSection(segment, document, position, this.#own);
  }
}
