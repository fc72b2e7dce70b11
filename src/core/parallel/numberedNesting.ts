// Where a marker stands among the series that are open: what it goes on with, what it leaves behind, what it begins in.

import { lacksAnnounced } from './announced.ts';
import { HEADING_RANK, type Marker } from './markers.ts';
import { isChainOfSingleParagraphs, isRunIn, longestBody, type NumberedSeries } from './numberedSeries.ts';
import { isClosingHeading, isEndingParagraph, isSummaryParagraph } from './paragraphCues.ts';

/** Number of further paragraphs that a point of a series without headings may have before the series counts as left. */
const BODY_PARAGRAPHS = 3;
/** The same for «第一，», whose paragraphs are sections in all but name. */
const ORDINAL_BODY_PARAGRAPHS = 10;
/** Number of recent series in which a later number looks for the one that it continues, if that was taken for finished. */
const REOPEN_WITHIN = 20;

/** Index in the stack of the series that `marker` continues, -1 if there is none. */
export function continued(open: readonly NumberedSeries[], marker: Marker, paragraph: number): number {
  for (let index = open.length - 1; index >= 0; index--) {
    const series = open[index]!;
    if (series.style !== marker.style || !sameWord(series, marker)) continue;
    const last = series.members.at(-1)!;
    const step = marker.ordinal - last.marker.ordinal;
    if (marker.place === 'clause' && last.paragraph !== paragraph) return -1;
    if (step === 1 || (marker.ordinal === 0 && step === 0)) return index;
    if (marker.style === 'sequence' && step > 0) return index;
    // A number left out or written twice, or a point deleted while drafting: still the same series.
    return marker.place !== 'clause' && marker.ordinal > 1 && step >= 0 && step <= 2 ? index : -1;
  }
  return -1;
}

/**
 * A series that was taken for finished although `marker` continues it, in a section that is still open. This happens if the bodies of its
 * members are long.
 */
export function leftTooEarly(
  all: readonly NumberedSeries[],
  open: readonly NumberedSeries[],
  marker: Marker,
): NumberedSeries | undefined {
  if (marker.ordinal < 2) return undefined;
  return all
    .slice(-REOPEN_WITHIN)
    .findLast(
      series =>
        series.style === marker.style &&
        series.members.at(-1)!.marker.ordinal + 1 === marker.ordinal &&
        series.members[0]!.marker.place === 'line' &&
        sameWord(series, marker) &&
        (series.parent === undefined || open.includes(series.parent)),
    );
}

/** Whether the marker uses the same word as the series: 一靠 and 一抓 are different series of one style. */
function sameWord(series: NumberedSeries, marker: Marker): boolean {
  if (marker.style !== 'verb' && marker.style !== 'reason') return true;
  return series.members[0]!.marker.suffix === marker.suffix;
}

/** Whether the marker may begin a series: first numbers may, later ones only at the start of a line, where an excerpt may begin. */
export function mayBegin(marker: Marker): boolean {
  if (marker.ordinal <= 1) return marker.style !== 'sequence' || marker.place !== 'clause';
  return marker.place === 'line' && marker.style !== 'sequence' && marker.style !== 'aspect';
}

/** How many series of the stack stay open around a new one. */
export function nestingFor(open: readonly NumberedSeries[], marker: Marker, paragraph: number): number {
  const rank = HEADING_RANK[marker.style];
  if (rank !== undefined && marker.place === 'line') {
    let size = open.length;
    while (size > 0 && !holdsHeading(open[size - 1]!, rank)) size--;
    return size;
  }
  let size = open.length;
  if (marker.place === 'line') while (size > 0 && !holdsPoint(open[size - 1]!, marker, paragraph)) size--;
  else while (size > 0 && isRunIn(open[size - 1]!) && open[size - 1]!.members.at(-1)!.paragraph !== paragraph) size--;
  // The same style again is a new run, not a nested one.
  const same = open.findIndex(series => series.style === marker.style);
  return same >= 0 && same < size ? same : size;
}

/**
 * Whether a heading of this rank may be inside `series`. Headings are inside headings of higher rank and inside «第一，» paragraphs and 第一条;
 * 一、 is inside nothing.
 */
function holdsHeading(series: NumberedSeries, rank: number): boolean {
  if (isRunIn(series)) return false;
  const own = HEADING_RANK[series.style];
  if (own !== undefined) return own < rank;
  return rank > 1 && (series.style === 'ordinal' || series.style === 'article' || rank > 2);
}

/** Whether a new run of points at the start of a line is inside `series` rather than after it. */
function holdsPoint(series: NumberedSeries, marker: Marker, paragraph: number): boolean {
  if (isRunIn(series)) return false;
  if (isChainOfSingleParagraphs(series)) return paragraph - series.members.at(-1)!.paragraph <= 1;
  if (HEADING_RANK[series.style] !== undefined || series.style === 'article') return true;
  if (marker.style === 'ordinal' || marker.style === 'quoted' || marker.style === 'dash') return false;
  if (series.style === 'ordinal' || series.style === 'quoted') return true;
  return paragraph - series.members.at(-1)!.paragraph <= 1;
}

/** How many series of the stack stay open when a paragraph without a marker begins. */
export function afterPlainParagraph(
  text: string,
  start: number,
  open: readonly NumberedSeries[],
  paragraph: number,
): number {
  if (open.length === 0) return 0;
  if (isEndingParagraph(text, start) || isClosingHeading(text, start)) return 0;
  const summary = isSummaryParagraph(text, start);
  let size = open.length;
  while (size > 0) {
    const series = open[size - 1]!;
    const since = paragraph - series.members.at(-1)!.paragraph;
    const isSection = HEADING_RANK[series.style] !== undefined && !isRunIn(series);
    if (isSection && (!isChainOfSingleParagraphs(series) || since <= BODY_PARAGRAPHS)) break;
    const usual = series.style === 'ordinal' ? ORDINAL_BODY_PARAGRAPHS : BODY_PARAGRAPHS;
    const allowed = Math.max(usual, longestBody(series));
    if (!summary && (!isRunIn(series) || lacksAnnounced(text, series)) && since <= allowed) break;
    size--;
  }
  return size;
}
