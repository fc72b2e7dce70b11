import type { ParallelSeries, SeriesFamily } from '../../parallel/parallelSeries.ts';

/** What the series of a corpus are found by. */
export type SeriesQuery =
  | { readonly member: string }
  /** The opening of a numeric summary: «五个不适应». */
  | { readonly slogan: string }
  /** The fixed parts of a series, with `…` for its slots, as in `ParallelSeries.frame`. */
  | { readonly frame: string }
  /** The shape: `length` is the mean length of the members in units, rounded. */
  | { readonly family: SeriesFamily; readonly members: number; readonly length: number };

/** A key of a series and the place it stands for: the start of that member, or of the series. */
export interface KeyPlace {
  readonly key: string;
  readonly start: number;
}

/** A key holds so many units of a member at most: members that begin with the same ones have the same key. */
const KEYED = 12;

/**
 * The key of all series that may answer `query`. Members longer than what a key holds may differ behind it, so the
 * series itself must then be compared.
 */
export function queryKey(query: SeriesQuery): string {
  if ('member' in query) return `m${bareMember(query.member).slice(0, KEYED)}`;
  if ('slogan' in query) return `n${bareMember(query.slogan)}`;
  if ('frame' in query) return `f${query.frame}`;
  return `s${query.family} ${query.members} ${query.length}`;
}

/** All keys of a series: one for each member, and those of its slogan, frame and shape. */
export function keysOf(series: ParallelSeries): KeyPlace[] {
  const { family, members, markers, frame, start } = series;
  const keys = members.map(member => ({ key: queryKey({ member: member.text }), start: member.start }));
  if (family === 'numeric-summary') keys.push({ key: queryKey({ slogan: markers[0]! }), start });
  if (frame !== undefined) keys.push({ key: queryKey({ frame }), start });
  keys.push({ key: queryKey({ family, members: members.length, length: meanLength(series) }), start });
  return keys;
}

const QUOTES = /[“”‘’「」]/;

/** A member without its quotation marks: «“等不起”» and «等不起» are one. */
export function bareMember(text: string): string {
  // Few members have any, and looking for them is quicker than replacing.
  return (QUOTES.test(text) ? text.replaceAll(/[“”‘’「」]/g, '') : text).trim();
}

/** Mean length of the members in UTF-16 units, rounded. */
export function meanLength({ members }: Pick<ParallelSeries, 'members'>): number {
  return Math.round(members.reduce((sum, member) => sum + member.text.length, 0) / members.length);
}
