import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { Occurrence } from '../index/occurrence.ts';
import { type DocumentTraits, traitsOf } from './documentTraits.ts';
import type { Likeness } from './draftLikeness.ts';
import { FARTHEST } from './nearestPlaces.ts';
import { perIndex } from './perIndex.ts';

/** Years of which one is as good as another. */
const NEAR = 2;
/** More years apart than this, or a year that is not known. */
const MOST_YEARS = 40;
/** More likeness than this, more unlikeness than that says nothing more. */
const MOST_LIKE = 4;
const LEAST_LIKE = -2;
/** Distances of a year, or a standard deviation. */
export const GRAIN = 4;
const NOT_KNOWN = FARTHEST;

/** How far documents are from a draft by year and likeness. Hundreds of places are asked about at each key, and a draft's year and likeness change but now and then. */
class DocumentDistances {
  readonly #index: CorpusIndex;
  readonly #traits: DocumentTraits;
  /** By segment and document. */
  readonly #distances: readonly Uint8Array[];
  #year: number | undefined;
  #likeness: Likeness | undefined;
  #documents = -1;

  constructor(index: CorpusIndex) {
    this.#index = index;
    this.#traits = traitsOf(index);
    this.#distances = index.segments.map(({ documents }) => new Uint8Array(documents));
  }

  /** What `to` measures from. */
  from(year: number | undefined, likeness: Likeness | undefined): void {
    const { known } = this.#traits;
    if (year === this.#year && likeness === this.#likeness && known === this.#documents) return;
    this.#year = year;
    this.#likeness = likeness;
    this.#documents = known;
    for (const distances of this.#distances) distances.fill(NOT_KNOWN);
  }

  /** The distance of the document at `place`: years apart beyond `NEAR` and unlikeness, in `GRAIN`. */
  to(place: Occurrence): number {
    const distances = this.#distances[place.segment]!;
    const document = this.#index.segments[place.segment]!.documentAt(place.position);
    if (distances[document] === NOT_KNOWN) distances[document] = this.#measure(place);
    return distances[document]!;
  }

  #measure(place: Occurrence): number {
    const like = Math.max(LEAST_LIKE, Math.min(MOST_LIKE, this.#likeness?.of(place) ?? 0));
    return Math.round((this.#yearsApart(place) + MOST_LIKE - like) * GRAIN);
  }

  #yearsApart(place: Occurrence): number {
    if (this.#year === undefined) return 0;
    const written = this.#traits.year(place);
    return written === undefined
      ? MOST_YEARS
      : Math.min(MOST_YEARS, Math.max(0, Math.abs(written - this.#year) - NEAR));
  }
}

export const documentDistances = perIndex(index => new DocumentDistances(index));
