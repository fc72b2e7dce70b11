import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { Match } from '../index/matchPlaces.ts';
import type { Occurrence } from '../index/occurrence.ts';
import type { ConcordanceResult, ConcordanceSort } from './speechService.ts';

/** Of more occurrences than this, the first ones in corpus order are sorted by what stands before them: each must be read. */
const MAX_SORTED_BEFORE = 2000;

/** At most `limit` lines of the concordance of `query` (not empty), and how many there are. */
export function concordance(
  index: CorpusIndex,
  query: string,
  limit: number,
  sort: ConcordanceSort,
): ConcordanceResult {
  const match = index.match(query);
  return {
    query,
    occurrences: index.countOccurrences(match),
    lines: firstPlaces(index, match, query.length, limit, sort).map(place => index.kwicLine(place, query.length)),
  };
}

function firstPlaces(
  index: CorpusIndex,
  match: Match,
  length: number,
  limit: number,
  sort: ConcordanceSort,
): Occurrence[] {
  switch (sort) {
    case 'document':
      return index.earliestOccurrences(match, limit);
    case 'after': {
      const keyOf = (place: Occurrence): string => index.contextAfter(place, length);
      return sortedBy(index.firstInSegments(match, limit), keyOf, compare).slice(0, limit);
    }
    case 'before': {
      const keyOf = (place: Occurrence): string => index.contextBefore(place);
      return sortedBy(index.earliestOccurrences(match, MAX_SORTED_BEFORE), keyOf, compareFromEnd).slice(0, limit);
    }
  }
}

function sortedBy(
  places: readonly Occurrence[],
  keyOf: (place: Occurrence) => string,
  order: (a: string, b: string) => number,
): Occurrence[] {
  const keyed = places.map(place => ({ place, key: keyOf(place) }));
  return keyed.sort((a, b) => order(a.key, b.key)).map(({ place }) => place);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareFromEnd(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 1; i <= shorter; i++) {
    const difference = a.charCodeAt(a.length - i) - b.charCodeAt(b.length - i);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
