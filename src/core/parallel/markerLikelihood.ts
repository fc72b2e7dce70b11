import { isStop } from '../text/charClass.ts';
import type { Boundary } from './boundary.ts';
import type { OpenSeries } from './parallelSeries.ts';

/** How many paragraphs the last member has, beside those before it: fewer or more than any of them, as many as each, or between. */
export type Paragraphs = 'fewer' | 'same' | 'varied' | 'more';

/** Shares below each of `STEPS` of `progress`, and above the last. */
type Shares = readonly [number, number, number, number, number, number, number];

const STEPS: readonly number[] = [0.3, 0.6, 0.8, 1, 1.5, 3];

/*
 * How often the next marker really came, measured at every other sentence end and line start of 75 government reports, speeches
 * and party documents (12,000 places). A list that is right once in fifty times is a nuisance: callers should compare with their
 * own threshold.
 */
const RUN_IN: Shares = [0.01, 0.21, 0.45, 0.5, 0.5, 0.57, 0.3];
const POINTS_AFTER_SENTENCE: Readonly<Record<Paragraphs, Shares>> = {
  fewer: [0, 0.04, 0.05, 0.1, 0.05, 0.05, 0.05],
  same: [0, 0.04, 0.18, 0.25, 0.42, 0.37, 0.05],
  varied: [0.03, 0.16, 0.32, 0.22, 0.2, 0.14, 0.05],
  more: [0, 0.01, 0.07, 0.07, 0.07, 0.07, 0.01],
};
const SECTIONS_AFTER_SENTENCE: Readonly<Record<Paragraphs, Shares>> = {
  fewer: [0, 0.01, 0.06, 0.07, 0.07, 0.07, 0.07],
  same: [0.004, 0.04, 0.13, 0.2, 0.26, 0.3, 0.1],
  varied: [0, 0.03, 0.08, 0.1, 0.09, 0.02, 0.01],
  more: [0, 0.01, 0.02, 0.02, 0.09, 0.04, 0.02],
};
/** On a new line the markers of all open series are one offer: the shares are those of any of them. */
const POINTS_ON_NEW_LINE: Shares = [0.08, 0.5, 0.65, 0.65, 0.65, 0.33, 0.15];
const SECTIONS_ON_NEW_LINE: Shares = [0.01, 0.16, 0.48, 0.48, 0.48, 0.29, 0.15];
const RUN_IN_ON_NEW_LINE = 0.39;
/** Only one member is there, so that its usual length is not known yet. */
const SINGLE = { runIn: 0.31, points: 0.094, sections: 0.038, pointsOnNewLine: 0.38, sectionsOnNewLine: 0.19 };

/** An outer series inside a line, while an inner one is open. */
const OUTER = 0.15;
/** The user has begun the marker. */
const BEGUN = 0.9;
/** Members joined by «；» or «，» with the mark already set, and with neither mark nor marker. */
const JOINED = 0.6;
const BARE = 0.15;
/** As many members as the draft has announced are there. */
const COMPLETE = 0.05;

/** Where the caret stands in the series. */
export interface Pace {
  readonly boundary: Boundary;
  /** Place in the stack, 0 for the innermost series. */
  readonly depth: number;
  readonly paragraphs: Paragraphs;
  /** Members the draft announces. */
  readonly announced: number | undefined;
  /** The last member ends with «；»: another follows. */
  readonly isListed: boolean;
}

/** Chance, 0 … 1, that `open.nextMarker` comes next at this caret, on a new line that any of the markers in the stack does. O(1). */
export function markerLikelihood(open: OpenSeries, { boundary, depth, paragraphs, announced, isListed }: Pace): number {
  if (open.typed !== '') return BEGUN;
  const done = announced !== undefined && open.members.length >= announced ? COMPLETE : 1;
  if (boundary === 'line') return isListed && depth === 0 ? JOINED : onNewLine(open) * done;
  const outer = depth > 0 ? OUTER : 1;
  return insideLine(open, boundary, paragraphs) * outer * done;
}

function onNewLine(open: OpenSeries): number {
  if (open.separator !== '\n') return RUN_IN_ON_NEW_LINE;
  const isSections = open.scope === 'sections';
  if (open.progress === undefined) return isSections ? SINGLE.sectionsOnNewLine : SINGLE.pointsOnNewLine;
  return shareOf(isSections ? SECTIONS_ON_NEW_LINE : POINTS_ON_NEW_LINE, open.progress);
}

function insideLine(open: OpenSeries, boundary: Boundary, paragraphs: Paragraphs): number {
  if (boundary === 'bare') return BARE;
  if (open.separator !== '\n') {
    if (!isStop(open.separator)) return JOINED;
    return open.progress === undefined ? SINGLE.runIn : shareOf(RUN_IN, open.progress);
  }
  const isSections = open.scope === 'sections';
  if (open.progress === undefined) return isSections ? SINGLE.sections : SINGLE.points;
  return shareOf((isSections ? SECTIONS_AFTER_SENTENCE : POINTS_AFTER_SENTENCE)[paragraphs], open.progress);
}

function shareOf(shares: Shares, progress: number): number {
  const step = STEPS.findIndex(limit => progress < limit);
  return shares[step < 0 ? STEPS.length : step]!;
}
