import type { CorpusIndex } from '../index/corpusIndex.ts';
import { bareMember } from '../index/format/seriesKeys.ts';
import { findSlogans } from '../parallel/numericSummary.ts';
import type { ParallelSeries, SeriesMember } from '../parallel/parallelSeries.ts';
import type { Span } from '../text/span.ts';
import { type CorpusSeries, seriesLookup } from './seriesLookup.ts';

/** A series of a draft, or the slogan that stands for one. */
export interface SeriesAtResult {
  /** What of the draft it is about: the series, or the slogan with its quotation marks. */
  readonly span: Span;
  /** Members of the series, or the items that the draft gives for the slogan; empty if only the corpus has them. */
  readonly members: readonly SeriesMember[];
  /** «“五个不适应”»: the place is a slogan. */
  readonly slogan?: string;
  /** Series of the corpus that share at least two members with it, or that give the items of the slogan. Those with most in common first. */
  readonly sources: readonly CorpusSeries[];
  /** The slogan that counts these very members, in the corpus. */
  readonly summary?: CorpusSeries;
}

const MOST_SOURCES = 2;
/** Corpus series that are compared. */
const MOST_COMPARED = 50;

/** The innermost of `all` series of the draft `text` with a member at `offset`, or the slogan there. Takes time in proportion to the draft, and some queries of the corpus. */
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

/** Series of the corpus with one of the members `asked` that have at least `least` of `members`; those that have most of them first. */
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
