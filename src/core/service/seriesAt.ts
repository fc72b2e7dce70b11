import type { CorpusIndex } from '../index/corpusIndex.ts';
import { bareMember } from '../index/format/seriesKeys.ts';
import { findSlogans } from '../parallel/numericSummary.ts';
import type { ParallelSeries, SeriesMember } from '../parallel/parallelSeries.ts';
import type { Span } from '../text/span.ts';
import { type CorpusSeries, seriesLookup } from './seriesLookup.ts';

/** A series of a draft, or the slogan that stands for one. */
export interface SeriesAtResult {
  /** Where the series, or the slogan with its quotation marks, lies in the draft. */
  readonly span: Span;
  /** Members of the series, or the items that the draft lists for the slogan; empty if only the corpus lists them. */
  readonly members: readonly SeriesMember[];
  /** The slogan as written, `“五个不适应”`; absent if the place is not in a slogan. */
  readonly slogan?: string;
  /**
   * Corpus series that share at least two members with this one, or that list the items of the slogan; those that share most come first.
   */
  readonly sources: readonly CorpusSeries[];
  /** The corpus slogan that counts exactly these members. */
  readonly summary?: CorpusSeries;
}

const MOST_SOURCES = 2;
/** At most this many corpus series are compared. */
const MOST_COMPARED = 50;

/**
 * The innermost of `all` series of the draft `text` with a member at `offset`, or the slogan there. Linear in the length of the draft, plus
 * a few index queries.
 */
export function seriesAt(
  index: CorpusIndex,
  text: string,
  offset: number,
  all: readonly ParallelSeries[],
): SeriesAtResult | undefined {
  return sloganAt(index, text, offset, all) ?? memberSeriesAt(index, offset, all);
}

function sloganAt(
  index: CorpusIndex,
  text: string,
  offset: number,
  all: readonly ParallelSeries[],
): SeriesAtResult | undefined {
  const span = findSlogans(text).find(({ start, end }) => start <= offset && offset < end);
  if (span === undefined) return undefined;
  const slogan = text.slice(span.start, span.end);
  const own = all.find(({ family, markers }) => family === 'numeric-summary' && markers[0] === slogan);
  const { series: sources } = seriesLookup(index, { slogan }, MOST_SOURCES);
  if (own === undefined && sources.length === 0) return undefined;
  const { start, end } = span;
  return { span: { start, end }, members: own?.members ?? [], slogan, sources };
}

function memberSeriesAt(
  index: CorpusIndex,
  offset: number,
  all: readonly ParallelSeries[],
): SeriesAtResult | undefined {
  const series = innermostAt(all, offset);
  if (series === undefined) return undefined;
  const { start, end, members } = series;
  const summary = seriesLookup(
    index,
    { member: members[0]!.text, family: 'numeric-summary' },
    MOST_COMPARED,
  ).series.find(other => other.members.length === members.length && inCommon(other, members) === members.length);
  return {
    span: { start, end },
    members,
    sources: seriesSharing(index, members.slice(0, 2), members, 2).slice(0, MOST_SOURCES),
    ...(summary && { summary }),
  };
}

/** The innermost series with a member at `offset`. */
export function innermostAt(all: readonly ParallelSeries[], offset: number): ParallelSeries | undefined {
  const holding = all.filter(
    ({ family, members }) =>
      family !== 'numeric-summary' && members.some(({ start, end }) => start <= offset && offset <= end),
  );
  return holding.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
}

/** Corpus series that contain one of the members `asked` and at least `least` of `members`; those that contain most of them come first. */
export function seriesSharing(
  index: CorpusIndex,
  asked: readonly SeriesMember[],
  members: readonly SeriesMember[],
  least: number,
): CorpusSeries[] {
  const found = new Map<string, CorpusSeries>();
  for (const { text } of asked)
    for (const series of seriesLookup(index, { member: text }, MOST_COMPARED).series)
      if (series.family !== 'numeric-summary' && inCommon(series, members) >= least)
        found.set(series.members.map(member => member.text).join('|'), series);
  return [...found.values()].sort((a, b) => inCommon(b, members) - inCommon(a, members) || b.documents - a.documents);
}

function inCommon(series: CorpusSeries, members: readonly SeriesMember[]): number {
  const own = new Set(members.map(member => bareMember(member.text)));
  return series.members.filter(member => own.has(bareMember(member.text))).length;
}
