import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { Occurrence } from '../index/occurrence.ts';
import { traitsOf } from './documentTraits.ts';
import { sectionFunctionOf } from './draftSection.ts';
import { draftYear } from './draftYear.ts';

/** Years of which one is as good as another. */
const NEAR = 2;
/** More years apart than this, or a year that is not known. */
const MOST_YEARS = 40;
/** What a section that does something else counts in the choice, in years. */
const OTHER_FUNCTION = 1;
/** How many times as much a sample counts from a section that does the same. */
const FUNCTION_WEIGHT = 3;

/** How near the places of the corpus are to the draft, by what is known of their documents and sections without a read. */
export interface PlaceRanking {
  /** Years apart beyond `NEAR`, and one more where the section does something else: 0 … `FARTHEST`. */
  readonly distance: (segment: number, position: number) => number;
  /** What a sample from there counts. */
  readonly weight: (place: Occurrence) => number;
}

export function placeRanking(index: CorpusIndex, draft: string): PlaceRanking {
  const traits = traitsOf(index);
  traits.startRequest();
  const year = draftYear(draft);
  const own = sectionFunctionOf(index, draft);
  const yearsApart = (segment: number, document: number): number => {
    if (year === undefined) return 0;
    const written = traits.year(segment, document);
    return written === undefined ? MOST_YEARS : Math.min(MOST_YEARS, Math.max(0, Math.abs(written - year) - NEAR));
  };
  const doesSame = (segment: number, document: number, position: number): boolean =>
    own !== 0 && traits.isInSection(segment, document, position, own);
  const documentAt = (segment: number, position: number): number => index.segments[segment]!.documentAt(position);
  return {
    distance: (segment, position) => {
      const document = documentAt(segment, position);
      return yearsApart(segment, document) + (doesSame(segment, document, position) ? 0 : OTHER_FUNCTION);
    },
    weight: ({ segment, position }) =>
      doesSame(segment, documentAt(segment, position), position) ? FUNCTION_WEIGHT : 1,
  };
}
