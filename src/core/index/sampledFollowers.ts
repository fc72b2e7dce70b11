import { unitsOf } from '../text/units.ts';
import type { Match } from './matches.ts';
import type { Followers } from './reading/followers.ts';
import type { Segment } from './reading/segment.ts';
import { SuffixSearch } from './reading/suffixSearch.ts';

/**
 * The units that follow a match of `length` units, at about `limit` places spread evenly over the whole match, segment
 * by segment. Includes documents deleted since their segment was written: what is asked for are statistics of the
 * language.
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
    const shift = before - from;
    before += to - from;
    const ranks: number[] = [];
    for (; next < before; next += step) ranks.push(Math.floor(next) - shift);
    return readFollowers(segments[i]!.search, ranks, length);
  });
}

/**
 * The units that follow `text` at some `limit` places or more. Segments are asked one after the other until there are
 * enough places, since a sample of one segment is as good as one of all. If `text` is frequent in a segment, the top
 * table in memory gives the answer without a read.
 */
export function sampleFollowers(segments: readonly Segment[], text: string, limit: number): Followers[] {
  const pattern = unitsOf(text);
  const found: Followers[] = [];
  let seen = 0;
  for (const { search } of segments) {
    const followers = search.tabledFollowers(pattern, limit) ?? followersIn(search, pattern, limit);
    found.push(followers);
    seen += followers.count;
    if (seen >= limit) break;
  }
  return found;
}

function followersIn(search: SuffixSearch, pattern: Uint16Array, limit: number): Followers {
  const { from, to } = search.interval(pattern);
  const step = Math.max(1, (to - from) / limit);
  const ranks: number[] = [];
  for (let next = from; next < to; next += step) ranks.push(Math.floor(next));
  return readFollowers(search, ranks, pattern.length);
}

function readFollowers(search: SuffixSearch, ranks: readonly number[], length: number): Followers {
  const from = ranks[0] ?? 0;
  const to = (ranks.at(-1) ?? -1) + 1;
  let near: readonly number[] | undefined;
  const readNear = (): readonly number[] => {
    const positionOf = search.suffixesOf({ from, to });
    return ranks.map(rank => positionOf(rank - from));
  };
  const positionAt = (index: number): number => {
    if (to - from > SuffixSearch.mostAtOnce) return search.suffix(ranks[index]!);
    near ??= readNear();
    return near[index]!;
  };
  return { count: ranks.length, unitAt: index => search.units(positionAt(index) + length, 1)[0]! };
}
