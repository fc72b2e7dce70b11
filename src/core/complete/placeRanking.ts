import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { Occurrence } from '../index/occurrence.ts';
import { traitsOf } from './documentTraits.ts';
import { draftLikeness } from './draftLikeness.ts';
import { sectionFunctionOf } from './draftSection.ts';
import { draftYear } from './draftYear.ts';

/** Years of which one is as good as another. */
const NEAR = 2;
/** More years apart than this, or a year that is not known. */
const MOST_YEARS = 40;
/** More likeness than this, more unlikeness than that says nothing more. */
const MOST_LIKE = 4;
const LEAST_LIKE = -2;
/** Distances of a year, or a standard deviation. */
const GRAIN = 4;
/** What a section that does the same is worth in the choice, in years or standard deviations. */
const SAME_FUNCTION = 1;
/** How many times as much a sample of such a section counts. */
const FUNCTION_WEIGHT = 4;

/** How near the places of the corpus are to the draft, by what is known of their documents and sections without a read. */
export interface PlaceRanking {
  /** Of years apart beyond `NEAR`, unlikeness of documents and difference of functions: 0 … `FARTHEST`. */
  readonly distance: (place: Occurrence) => number;
  /** What a sample from there counts. */
  readonly weight: (place: Occurrence) => number;
}

export function placeRanking(index: CorpusIndex, draft: string): PlaceRanking {
  const traits = traitsOf(index);
  traits.startRequest();
  const year = draftYear(draft);
  const likeness = draftLikeness(index).current;
  const own = sectionFunctionOf(index, draft);
  const yearsApart = (place: Occurrence): number => {
    if (year === undefined) return 0;
    const written = traits.year(place);
    return written === undefined ? MOST_YEARS : Math.min(MOST_YEARS, Math.max(0, Math.abs(written - year) - NEAR));
  };
  const isLike = (place: Occurrence): number =>
    likeness === undefined ? 0 : Math.max(LEAST_LIKE, Math.min(MOST_LIKE, likeness.of(place)));
  const doesSame = (place: Occurrence): boolean => own !== 0 && traits.sectionFunction(place) === own;
  return {
    distance: place => {
      const unlike = MOST_LIKE - isLike(place);
      return Math.round((yearsApart(place) + unlike + (doesSame(place) ? 0 : SAME_FUNCTION)) * GRAIN);
    },
    weight: place => (doesSame(place) ? FUNCTION_WEIGHT : 1),
  };
}
