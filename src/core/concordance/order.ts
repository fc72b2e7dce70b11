import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { Hits } from './hits.ts';

export type ConcordanceSort = 'before' | 'after' | 'document' | 'date';

/** Hits are compared by this many units on the side by which they are sorted. */
const CONTEXT = 12;

/** The `chosen` hits, sorted. Contexts are compared by code unit, outwards from the match. */
export function sortHits(
  index: CorpusIndex,
  hits: Hits,
  chosen: readonly number[],
  sort: ConcordanceSort,
): readonly number[] {
  if (sort === 'document') return chosen;
  const keys = new Map(chosen.map(hit => [hit, keyOf(index, hits, hit, sort)] as const));
  const direction = sort === 'date' ? -1 : 1;
  return chosen.toSorted((a, b) => {
    const [first, second] = [keys.get(a)!, keys.get(b)!];
    return first === second ? a - b : first < second ? -direction : direction;
  });
}

function keyOf(index: CorpusIndex, hits: Hits, hit: number, sort: Exclude<ConcordanceSort, 'document'>): string {
  const { segment, position, length } = hits.at(hit);
  switch (sort) {
    case 'after':
      return index.text.at({ segment, position }, CONTEXT, length);
    case 'before': {
      const before = Math.min(CONTEXT, position);
      return reversed(index.text.at({ segment, position }, before, -before));
    }
    case 'date':
      return index.documents.dateOf({ segment, position });
  }
}

function reversed(text: string): string {
  let result = '';
  for (let at = text.length - 1; at >= 0; at--) result += text[at]!;
  return result;
}
