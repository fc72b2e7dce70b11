import type { CorpusIndex } from '../index/corpusIndex.ts';
import { bareMember, meanLength } from '../index/format/seriesKeys.ts';
import type { ParallelSeries } from '../parallel/parallelSeries.ts';
import type { Span } from '../text/span.ts';
import { innermostAt, seriesSharing } from './seriesAt.ts';
import { type CorpusSeries, seriesLookup } from './seriesLookup.ts';

/** What to find similar series for: the selected part of a draft, or the place of the caret if nothing is selected. */
export interface SeriesLikeRequest extends Span {
  readonly text: string;
  /** At most this many series of each kind. */
  readonly limit?: number;
}

/** What a corpus series shares with the given one, closest first: a member, the frame, or the number and length of the members. */
export const SERIES_LIKENESSES = ['member', 'frame', 'shape'] as const;
export type SeriesLikeness = (typeof SERIES_LIKENESSES)[number];

export interface SeriesLikeResult {
  /** The members of the draft's series, or the words searched for. */
  readonly members: readonly string[];
  /** «从…中…» */
  readonly frame?: string;
  readonly groups: readonly SeriesGroup[];
}

export interface SeriesGroup {
  readonly by: SeriesLikeness;
  readonly series: readonly CorpusSeries[];
}

/** At most this many members of the draft's series are searched for. */
const MOST_ASKED = 4;
/** Series whose members are longer than this on average are numbered points; their shape is no likeness. */
const LONGEST_SHAPE = 20;
/** «从~中~», «从...中...» */
const SLOTS = /~|\.{3}|…+/gu;

/**
 * Corpus series that resemble one of the draft; each is listed in the first group it fits. Where the selection contains no series, it is
 * taken as a member, or as a frame if it has «…» for slots. `undefined` where there is nothing to search for.
 * @param all series of the draft
 */
export function seriesLike(
  index: CorpusIndex,
  { text, start, end }: SeriesLikeRequest,
  all: readonly ParallelSeries[],
  limit: number,
): SeriesLikeResult | undefined {
  const chosen = start < end ? widestIn(all, text, { start, end }) : innermostAt(all, start);
  const groups =
    chosen === undefined ? likeWords(index, text.slice(start, end).trim(), limit) : likeOne(index, chosen, limit);
  if (groups === undefined) return undefined;
  return {
    members: chosen?.members.map(member => member.text) ?? [text.slice(start, end).trim()],
    ...(chosen?.frame !== undefined && { frame: chosen.frame }),
    groups: withoutRepeats(groups),
  };
}

/** The longest series within the selection. */
function widestIn(all: readonly ParallelSeries[], text: string, { start, end }: Span): ParallelSeries | undefined {
  const within = all.filter(series => series.start >= start && text.slice(end, series.end).trim() === '');
  return within.sort((a, b) => b.end - b.start - (a.end - a.start))[0];
}

function likeOne(index: CorpusIndex, series: ParallelSeries, limit: number): SeriesGroup[] {
  const { family, members, frame } = series;
  const length = meanLength(series);
  const hasShape = family !== 'numbered' && family !== 'numeric-summary' && length <= LONGEST_SHAPE;
  const shape = { family, members: members.length, length };
  return [
    { by: 'member', series: seriesSharing(index, members.slice(0, MOST_ASKED), members, 1).slice(0, limit) },
    { by: 'frame', series: frame === undefined ? [] : seriesLookup(index, { frame }, limit).series },
    { by: 'shape', series: hasShape ? seriesLookup(index, shape, limit).series : [] },
  ];
}

function likeWords(index: CorpusIndex, words: string, limit: number): SeriesGroup[] | undefined {
  if (words === '') return undefined;
  const frame = words.replace(SLOTS, '…');
  return frame.includes('…')
    ? [{ by: 'frame', series: seriesLookup(index, { frame }, limit).series }]
    : [{ by: 'member', series: seriesLookup(index, { member: words }, limit).series }];
}

function withoutRepeats(groups: readonly SeriesGroup[]): SeriesGroup[] {
  const seen = new Set<string>();
  const isNew = ({ members }: CorpusSeries): boolean => {
    const words = members.map(member => bareMember(member.text)).join('|');
    return !seen.has(words) && seen.add(words).size > 0;
  };
  return groups
    .map(({ by, series }) => ({ by, series: series.filter(isNew) }))
    .filter(({ series }) => series.length > 0);
}
