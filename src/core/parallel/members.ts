import type { Item, Separator } from './items.ts';
import type { SeriesFamily, SeriesMember } from './parallelSeries.ts';

/** Unmarked members found side by side in one list. */
export interface Run {
  readonly family: SeriesFamily;
  readonly members: readonly SeriesMember[];
  readonly frame?: string;
  /** Index of the first item, and of the item behind the last, in the list it was found in. */
  readonly from: number;
  readonly to: number;
  /** What was cut off the first item. */
  readonly head?: SeriesMember;
  readonly separator: Separator;
  /** Likeness of this kind is chance unless the whole list has it. */
  readonly isWeak: boolean;
}

/** What a matcher finds: one member for each of the first items of the window it was given. */
export type Match = Pick<Run, 'family' | 'members' | 'frame'> & { readonly isWeak?: boolean };

/** The longest run of one family that begins with the first of `items`, or `undefined`. At most `MOST_MEMBERS` items come in. */
export type Matcher = (items: readonly Item[], separator: Separator) => Match | undefined;

/** By how much the lengths of members of one list may differ if a single shared unit is all that binds them. */
export const LOOSE = 2;
/** More items than this are a table, not a series. */
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
