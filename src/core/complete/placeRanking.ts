import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { Occurrence } from '../index/occurrence.ts';
import { documentDistances, GRAIN } from './documentDistances.ts';
import { traitsOf } from './documentTraits.ts';
import { draftLikeness } from './draftLikeness.ts';
import { sectionFunctionOf } from './draftSection.ts';
import { draftYear } from './draftYear.ts';

/** What a section that does the same is worth in the choice, in years or standard deviations. */
const SAME_FUNCTION = 1;
/** How many times as much a sample of such a section counts. */
const FUNCTION_WEIGHT = 4;

/** How near the places of the corpus are to the draft, by what is known of their documents and sections without a read. */
export interface PlaceRanking {
  /** Of years apart, unlikeness of documents and difference of functions: 0 … `FARTHEST`. */
  readonly distance: (place: Occurrence) => number;
  /** What a sample from there counts. */
  readonly weight: (place: Occurrence) => number;
}

export function placeRanking(index: CorpusIndex, draft: string): PlaceRanking {
  const traits = traitsOf(index);
  traits.startRequest();
  const distances = documentDistances(index);
  distances.from(draftYear(draft), draftLikeness(index).current);
  const own = sectionFunctionOf(index, draft);
  const doesSame = (place: Occurrence): boolean => own !== 0 && traits.sectionFunction(place) === own;
  return {
    distance: place => distances.to(place) + (doesSame(place) ? 0 : SAME_FUNCTION * GRAIN),
    weight: place => (doesSame(place) ? FUNCTION_WEIGHT : 1),
  };
}
