import { CLOSES, classAt, NEWLINE, PAUSE, STOP, skipTo } from '../structure/charClass.ts';
import {
  isBlankLine,
  isClosingHeading,
  isEndingParagraph,
  isSummaryParagraph,
  skipBlanks,
} from '../structure/paragraphCues.ts';
import { markerAt, markerStart } from './markerAt.ts';
import { HEADING_RANK, type Marker, type MarkerStyle, type Place } from './markers.ts';

/** One numbered member: its marker and where its body begins (blanks skipped). */
export interface NumberedMember {
  readonly marker: Marker;
  readonly bodyStart: number;
  /** Index of the paragraph the marker stands in. */
  readonly paragraph: number;
}

/** A numbered series while it is read; `members` grows. */
export interface NumberedSeries {
  readonly style: MarkerStyle;
  readonly members: NumberedMember[];
  /** The series whose last member so far this one stands in. */
  readonly parent: NumberedSeries | undefined;
  /** Where the text left the series for good: the start of the paragraph or marker that closed it. */
  end: number;
}

/** What is left open at the end of the scan, outermost first, and everything that was seen, in order of first members. */
export interface NumberedScan {
  readonly series: readonly NumberedSeries[];
  readonly open: readonly NumberedSeries[];
  /** Paragraphs read, the last one included. */
  readonly paragraphs: number;
}

/** What a marker may stand behind. */
const MARKS = NEWLINE | STOP | PAUSE;
/** A point of a series without headings may run over this many further paragraphs before the series counts as left. */
const BODY_PARAGRAPHS = 3;
/** «第一，» paragraphs are sections in all but name. */
const ORDINAL_BODY_PARAGRAPHS = 10;
/** Among this many series a later number looks for the run it belongs to, once that was taken for finished. */
const REOPEN_WITHIN = 20;
const NOTHING_READ: NumberedScan = { series: [], open: [], paragraphs: 1 };

/**
 * All numbered series of `text.slice(0, end)`, nested by a stack: «（二）» closes the 一要 … 三要 inside （一）,
 * «二、» closes them all, an appeal at the end of a speech closes everything. One pass, O(n).
 * @param from what has been read: the scan of the lines before `from.lineStart`, which is left as it is
 */
export function scanNumbered(
  text: string,
  end: number = text.length,
  from: { readonly scan: NumberedScan; readonly lineStart: number } = { scan: NOTHING_READ, lineStart: 0 },
): NumberedScan {
  const { series: all, ...taken } = takenUp(from.scan, end);
  let open = taken.open;
  let paragraph = from.scan.paragraphs - 1;
  let lineStart = from.lineStart;

  const closeTo = (size: number, at: number): void => {
    for (const series of open.slice(size)) series.end = at;
    open = open.slice(0, size);
  };

  const accept = (marker: Marker): boolean => {
    const from = marker.place === 'line' ? lineStart : marker.start;
    const member: NumberedMember = { marker, bodyStart: skipBlanks(text, marker.end, end), paragraph };
    const index = continued(open, marker, paragraph);
    if (index >= 0) {
      closeTo(index + 1, from);
      open[index]!.members.push(member);
      return true;
    }
    const left = marker.place === 'line' ? leftTooEarly(all, open, marker) : undefined;
    if (left) {
      closeTo(left.parent ? open.indexOf(left.parent) + 1 : 0, from);
      left.members.push(member);
      left.end = end;
      open.push(left);
      return true;
    }
    if (!mayBegin(marker)) return false;
    closeTo(nestingFor(open, marker, paragraph), from);
    const series: NumberedSeries = { style: marker.style, members: [member], parent: open.at(-1), end };
    all.push(series);
    open.push(series);
    return true;
  };

  const beginLine = (start: number): void => {
    const at = markerStart(text, start, 'line');
    if (at >= end || text[at] === '\n') return;
    const marker = markerAt(text, at, 'line');
    if (marker && accept(marker)) return;
    closeTo(afterPlainParagraph(text, start, open, paragraph), start);
  };

  beginLine(lineStart);
  for (let at = skipTo(MARKS, text, lineStart, end); at < end; at = skipTo(MARKS, text, at + 1, end)) {
    const unit = classAt(text, at);
    if (unit === NEWLINE) {
      paragraph += isBlankLine(text, lineStart, at) ? 0 : 1;
      lineStart = at + 1;
      beginLine(lineStart);
      continue;
    }
    const mark = text[at];
    const place: Place = mark === '、' || mark === '，' || mark === ',' ? 'clause' : 'sentence';
    let start = at + 1;
    while (classAt(text, start) & CLOSES && text[start] !== '"') start++;
    start = markerStart(text, start, place);
    if (start >= end || start <= lineStart) continue;
    const marker = markerAt(text, start, place);
    if (marker && marker.end <= end) accept(marker);
  }
  return { series: all, open, paragraphs: paragraph + 1 };
}

/** The series of a scan of the beginning of a text, to be gone on with up to `end`. */
function takenUp({ series, open }: NumberedScan, end: number): { series: NumberedSeries[]; open: NumberedSeries[] } {
  const copies = new Map<NumberedSeries, NumberedSeries>();
  for (const one of series) {
    copies.set(one, { ...one, members: [...one.members], parent: one.parent && copies.get(one.parent) });
  }
  const stillOpen = open.map(one => copies.get(one)!);
  for (const one of stillOpen) one.end = end;
  return { series: [...copies.values()], open: stillOpen };
}

/** Index in the stack of the series that `marker` goes on with, -1 if none. */
function continued(open: readonly NumberedSeries[], marker: Marker, paragraph: number): number {
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

/** A closed series that `marker` goes on with after all, in a section that is still open: long bodies stood between. */
function leftTooEarly(
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

/** 一靠 and 一抓 are different series of one style. */
function sameWord(series: NumberedSeries, marker: Marker): boolean {
  if (marker.style !== 'verb' && marker.style !== 'reason') return true;
  return series.members[0]!.marker.suffix === marker.suffix;
}

/** First members begin a series; a later number does so only at the start of a line, where a fragment may begin. */
function mayBegin(marker: Marker): boolean {
  if (marker.ordinal <= 1) return marker.style !== 'sequence' || marker.place !== 'clause';
  return marker.place === 'line' && marker.style !== 'sequence' && marker.style !== 'aspect';
}

/** How much of the stack a new series leaves open around itself. */
function nestingFor(open: readonly NumberedSeries[], marker: Marker, paragraph: number): number {
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

/** Headings stand inside headings of higher rank and inside «第一，» paragraphs and 第一条, except that nothing holds 一、. */
function holdsHeading(series: NumberedSeries, rank: number): boolean {
  if (isRunIn(series)) return false;
  const own = HEADING_RANK[series.style];
  if (own !== undefined) return own < rank;
  return rank > 1 && (series.style === 'ordinal' || series.style === 'article' || rank > 2);
}

/** Does a new run of points at the start of a line stand inside `series`, or has it left that behind? */
function holdsPoint(series: NumberedSeries, marker: Marker, paragraph: number): boolean {
  if (isRunIn(series)) return false;
  if (isChainOfSingleParagraphs(series)) return paragraph - series.members.at(-1)!.paragraph <= 1;
  if (HEADING_RANK[series.style] !== undefined || series.style === 'article') return true;
  if (marker.style === 'ordinal' || marker.style === 'quoted' || marker.style === 'dash') return false;
  if (series.style === 'ordinal' || series.style === 'quoted') return true;
  return paragraph - series.members.at(-1)!.paragraph <= 1;
}

/** Members inside one paragraph, as opposed to one a line. The first may begin its line; a single one there is not run-in yet. */
export function isRunIn(series: NumberedSeries): boolean {
  const [first, ...others] = series.members;
  return others.length === 0 ? first!.marker.place !== 'line' : others.every(member => member.marker.place !== 'line');
}

/** How much of the stack stays open when a paragraph without a marker begins. */
function afterPlainParagraph(text: string, start: number, open: readonly NumberedSeries[], paragraph: number): number {
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
    if (!summary && !isRunIn(series) && since <= allowed) break;
    size--;
  }
  return size;
}

/** （一）…（二）…（三）… of one paragraph each: what comes after a few more paragraphs is no longer under （三）. */
export function isChainOfSingleParagraphs(series: NumberedSeries): boolean {
  const rank = HEADING_RANK[series.style];
  return rank !== undefined && rank > 1 && series.members.length > 2 && longestBody(series) === 1 && !isRunIn(series);
}

/** Most paragraphs that any finished member of the series runs over. */
function longestBody(series: NumberedSeries): number {
  let longest = 1;
  for (let index = 1; index < series.members.length; index++)
    longest = Math.max(longest, series.members[index]!.paragraph - series.members[index - 1]!.paragraph);
  return longest;
}
