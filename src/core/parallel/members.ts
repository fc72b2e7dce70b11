import type { Item, Separator } from './items.ts';
import type { SeriesFamily, SeriesMember } from './parallelSeries.ts';

/** Unmarked members, side by side in one list. */
export interface Run {
  readonly family: SeriesFamily;
  readonly members: readonly SeriesMember[];
  readonly frame?: string;
  /** Indices of the first item and of the item behind the last one, in the list that contains them. */
  readonly from: number;
  readonly to: number;
  /** The head that was cut off the first item. */
  readonly head?: SeriesMember;
  readonly separator: Separator;
  /** Whether this likeness is chance unless the whole list has it. */
  readonly isWeak: boolean;
}

/** What a matcher finds: one member for each of the first items of the window it was given. */
export type Match = Pick<Run, 'family' | 'members' | 'frame'> & { readonly isWeak?: boolean };

/**
 * Finds the longest run of one family that begins with the first of `items`, at most `MOST_MEMBERS` items; `undefined` if there is none.
 */
export type Matcher = (items: readonly Item[], separator: Separator) => Match | undefined;

/** Greatest difference in length between members of a list that have only a single unit in common. */
export const LOOSE = 2;
/** A list with more items is a table, not a series. */
export const MOST_MEMBERS = 30;

export function shortest(members: readonly { readonly text: string }[]): number {
  return members.reduce((least, member) => Math.min(least, member.text.length), Number.POSITIVE_INFINITY);
}

export function longest(members: readonly { readonly text: string }[]): number {
  return members.reduce((most, member) => Math.max(most, member.text.length), 0);
}

export function fromUnit(item: Item, at: number): SeriesMember {
  return { start: item.start + at, end: item.end, text: item.text.slice(at) };
}

export function firstUnits(item: Item, length: number): Item {
  return item.text.length <= length
    ? item
    : { start: item.start, end: item.start + length, text: item.text.slice(0, length) };
}

export function lastUnits(item: Item, length: number): Item {
  return item.text.length <= length
    ? item
    : { start: item.end - length, end: item.end, text: item.text.slice(-length) };
}
