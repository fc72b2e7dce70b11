import type { ParallelSeries, SeriesFamily } from '../../parallel/parallelSeries.ts';

/** What the series of a corpus are found by. */
export type SeriesQuery =
  | { readonly member: string }
  /** «五个不适应», of a numeric summary. */
  | { readonly slogan: string }
  /** Fixed parts with `…` for slots, as `ParallelSeries.frame`. */
  | { readonly frame: string }
  /** `length`: of its members on average, in units, rounded. */
  | { readonly family: SeriesFamily; readonly members: number; readonly length: number };

/** A key of a series and the place it stands for: the start of that member, or of the series. */
export interface KeyPlace {
  readonly key: string;
  readonly start: number;
}

/** Members are the same to a key if they begin with the same so many units. */
const KEYED = 12;

/** The key that all series which answer `query` have; longer members than a key holds need a look at the series itself. */
export function queryKey(query: SeriesQuery): string {
  if ('member' in query) return `m${bareMember(query.member).slice(0, KEYED)}`;
  if ('slogan' in query) return `n${bareMember(query.slogan)}`;
  if ('frame' in query) return `f${query.frame}`;
  return `s${query.family} ${query.members} ${query.length}`;
}

/** All keys of a series: one a member, its slogan, its frame, its shape. */
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
  // Hardly a member has any; to look is quicker than to replace.
  return (QUOTES.test(text) ? text.replaceAll(/[“”‘’「」]/g, '') : text).trim();
}

export function meanLength({ members }: Pick<ParallelSeries, 'members'>): number {
  return Math.round(members.reduce((sum, member) => sum + member.text.length, 0) / members.length);
}
