import type { Span } from '../text/span.ts';
import { Matcher, skipCharacters, skipCharactersBack } from './matcher.ts';
import { type Element, MAX_GAP, type Pattern } from './pattern.ts';

/** A text that every match contains, and its possible distances from the start of the match, in units. */
export interface Anchor {
  readonly text: string;
  readonly minBefore: number;
  readonly maxBefore: number;
}

/** How a pattern is searched for. */
export interface SearchPlan {
  /** Texts that every match contains; none if the pattern has no text. */
  readonly anchors: readonly Anchor[];
  /** Whether the pattern is nothing but its one anchor. */
  readonly isText: boolean;
  /** Matches the elements between gaps at either end of the pattern. */
  readonly matcher: Matcher;
  /** Whether the pattern begins or ends with a gap. There the match extends to the edge of the clause, by at most `MAX_GAP` characters. */
  readonly opensWithGap: boolean;
  readonly endsWithGap: boolean;
  /** Units of the longest match, without gaps at either end. */
  readonly maxLength: number;
}

/** Units of a gap of rare characters. */
export const GAP_UNITS = 2 * MAX_GAP;

export function planSearch(pattern: Pattern): SearchPlan {
  const opensWithGap = pattern[0]!.kind === 'gap';
  const endsWithGap = pattern.at(-1)!.kind === 'gap';
  const core = pattern.slice(opensWithGap ? 1 : 0, endsWithGap ? -1 : undefined);
  const { anchors, maxLength } = measure(core);
  const isText = core.length === 1 && anchors.length === 1 && !opensWithGap && !endsWithGap;
  return { anchors, isText, matcher: new Matcher(core), opensWithGap, endsWithGap, maxLength };
}

/** The match whose part without gaps at either end begins at `start` of `units`; `undefined` if there is none. */
export function matchFrom(
  { matcher, opensWithGap, endsWithGap }: SearchPlan,
  units: Uint16Array,
  start: number,
): Span | undefined {
  const coreEnd = matcher.endAt(units, start);
  if (coreEnd < 0) return undefined;
  const from = opensWithGap ? skipCharactersBack(units, start) : start;
  const end = endsWithGap ? skipCharacters(units, coreEnd) : coreEnd;
  const isOpen = (opensWithGap && from === start) || (endsWithGap && end === coreEnd);
  return isOpen ? undefined : { start: from, end };
}

function measure(core: Pattern): { anchors: Anchor[]; maxLength: number } {
  const anchors: Anchor[] = [];
  const groups = new Map<number, Extent>();
  let at: Extent = { min: 0, max: 0 };
  let groupStart = at;
  for (const element of core) {
    if (element.kind === 'text') anchors.push({ text: element.text, minBefore: at.min, maxBefore: at.max });
    if (element.kind === 'open') groupStart = at;
    if (element.kind === 'close') {
      groups.set(element.group, { min: at.min - groupStart.min, max: at.max - groupStart.max });
    }
    const { min, max } = extentOf(element, groups);
    at = { min: at.min + min, max: at.max + max };
  }
  return { anchors, maxLength: at.max };
}

interface Extent {
  readonly min: number;
  readonly max: number;
}

/** The least and greatest number of units that an element may match. */
function extentOf(element: Element, groups: ReadonlyMap<number, Extent>): Extent {
  switch (element.kind) {
    case 'text':
      return { min: element.text.length, max: element.text.length };
    case 'character':
    case 'variable':
      return { min: 1, max: 2 };
    case 'gap':
      return { min: 1, max: GAP_UNITS };
    case 'back':
      return groups.get(element.group)!;
    case 'open':
    case 'close':
      return { min: 0, max: 0 };
  }
}
