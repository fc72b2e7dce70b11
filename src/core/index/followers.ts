import type { Match } from './matchPlaces.ts';
import type { Segment } from './segment.ts';

/** What follows a text at evenly spaced places of one segment: units in ascending order, since suffixes are sorted. Each is read when it is asked for. */
export interface Followers {
  readonly count: number;
  unitAt(index: number): number;
}

/**
 * What follows a match of `length` units at about `limit` places spread evenly over all of it, segment by segment. Documents deleted since the
 * segment was written are among them: for what is said in general.
 */
export function followersOf(
  segments: readonly Segment[],
  { intervals, size }: Match,
  length: number,
  limit: number,
): Followers[] {
  const step = Math.max(1, size / limit);
  let next = 0;
  let before = 0;
  return intervals.map(({ from, to }, i) => {
    const { search } = segments[i]!;
    const shift = before - from;
    before += to - from;
    const ranks: number[] = [];
    for (; next < before; next += step) ranks.push(Math.floor(next) - shift);
    return { count: ranks.length, unitAt: index => search.units(search.suffix(ranks[index]!) + length, 1)[0]! };
  });
}

/**
 * How many of `followers` are among `units`; counts no further than `enough`. Reads few of them: between two followers between
 * which none of `units` lies there is none.
 */
export function countFollowers({ count, unitAt }: Followers, units: readonly number[], enough: number): number {
  let found = 0;
  const within = (low: number, lowUnit: number, high: number, highUnit: number): void => {
    if (high - low < 2 || found >= enough || !units.some(unit => unit >= lowUnit && unit <= highUnit)) return;
    if (lowUnit === highUnit) {
      found += high - low - 1;
      return;
    }
    const middle = (low + high) >>> 1;
    const unit = unitAt(middle);
    if (units.includes(unit)) found++;
    within(middle, unit, high, highUnit);
    within(low, lowUnit, middle, unit);
  };
  if (count > 0) within(-1, Number.NEGATIVE_INFINITY, count, Number.POSITIVE_INFINITY);
  return Math.min(found, enough);
}
