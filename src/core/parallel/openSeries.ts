import { isClosing, isPause, isSpace, isStop, trimClosing } from '../text/charClass.ts';
import { hasClauseBreak } from '../text/clauses.ts';
import { paragraphAt } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { announcedBefore, lacksAnnounced } from './announced.ts';
import { type Boundary, boundaryBefore, endsWithSemicolon, typedMarker } from './boundary.ts';
import { markerLikelihood, type Paragraphs } from './markerLikelihood.ts';
import { HEADING_RANK, isCounted, nextMarker } from './markers.ts';
import { mayGoOn } from './mayGoOn.ts';
import { type NumberedScan, scanNumbered } from './numberedScan.ts';
import { isRunIn, type NumberedSeries } from './numberedSeries.ts';
import { openFrameAt } from './openFrame.ts';
import type { OpenSeries, SeriesMember, SeriesScope } from './parallelSeries.ts';

/** A member without its mark may be over at this share of the mean length of those before it. */
const LEAST_BARE = 0.8;
const MOST_BARE = 1.5;
/** Styles of which a single member already promises a second one: 一是, 一要, 第一，, 其一, 首先 and the headings. */
const SINGLE_IS_ENOUGH = new Set([
  'heading1',
  'heading2',
  'heading3',
  'heading4',
  'heading5',
  'ordinal',
  'is',
  'must',
  'among',
  'sequence',
  'aspect',
]);

/** `scanNumbered`, or a function that gives the same result more quickly. */
export type Scan = (text: string, end: number) => NumberedScan;

/**
 * The innermost series that is still being written at the caret: after «一要勤学。…二要善思。…｜» its next marker is «三要»; after «从点滴中积累、从一线中历练、｜» its
 * frame is «从…中…». `undefined` in the middle of a sentence, inside 《》, or if text follows on the line. O(caret) for numbered series where
 * one may continue, O(1) for frames: 30,000 characters take about a millisecond.
 */
export function openSeriesAt(text: string, offset: number): OpenSeries | undefined {
  return openSeriesStack(text, offset)[0];
}

/** All series that the next words may continue, innermost first: under （二） after 三要 they are «四要», «（三）», «二、». */
export function openSeriesStack(text: string, offset: number, scan: Scan = scanNumbered): OpenSeries[] {
  const caret = Math.max(0, Math.min(text.length, Math.trunc(offset) || 0));
  const line = paragraphAt(text, caret);
  if (!onlyClosingFollows(text, { start: caret, end: line.end })) return [];
  if (isInsideTitle(text.slice(line.start, caret))) return [];
  const frame = openFrameAt(text, caret);
  const stack: OpenSeries[] = frame ? [frame] : [];
  const { typed, at } = typedMarker(text, caret);
  const boundary = boundaryBefore(text, at) ?? 'bare';
  if (!mayGoOn(text, at, typed, boundary)) return stack;
  const { open, paragraphs } = scan(text, at);
  for (let index = open.length - 1; index >= 0; index--) {
    // What is inside it comes next, and nothing further out, unless another marker is begun by hand.
    if (typed === '' && awaitsText(text, at, open[index]!)) break;
    const candidate = asOpen(text, at, open[index]!, typed, boundary);
    if (!candidate) continue;
    const depth = stack.filter(inner => inner.nextMarker !== undefined).length;
    const announced = announcedBefore(text, open[index]!.members[0]!.marker.start);
    const pace = {
      boundary,
      depth,
      paragraphs: paragraphsBeside(open[index]!, paragraphs),
      announced,
      isListed: endsWithSemicolon(text, at),
    };
    stack.push({ ...candidate, likelihood: markerLikelihood(candidate, pace) });
    // Nothing further out can go on before an inner sentence is finished.
    if (boundary !== 'line' && boundary !== 'stop') break;
  }
  return stack;
}

/** The number of paragraphs of the last member so far, compared with the members before it; `count` paragraphs have been read. */
function paragraphsBeside({ members }: NumberedSeries, count: number): Paragraphs {
  const now = count - members.at(-1)!.paragraph;
  const before = members.slice(1).map((member, index) => member.paragraph - members[index]!.paragraph);
  if (before.length === 0) return 'same';
  const least = Math.min(...before);
  const most = Math.max(...before);
  if (now < least) return 'fewer';
  if (now > most) return 'more';
  return least === most ? 'same' : 'varied';
}

/**
 * Whether a member without a mark behind it may be over: all members before it are single clauses that are joined inside a paragraph, and
 * it has about their length.
 */
function mayEndBare(text: string, at: number, { members }: NumberedSeries): boolean {
  const starts = members.map(member => member.bodyStart);
  const lengths = members.slice(1).map((member, index) => {
    const end = trimClosing(text, starts[index]!, member.marker.start);
    return hasClauseBreak(text, starts[index], end) ? Number.NaN : end - starts[index]!;
  });
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const length = at - starts.at(-1)!;
  return !hasClauseBreak(text, starts.at(-1), at) && length >= LEAST_BARE * mean && length <= MOST_BARE * mean;
}

function asOpen(
  text: string,
  at: number,
  series: NumberedSeries,
  typed: string,
  boundary: Boundary,
): OpenSeries | undefined {
  const first = series.members[0]!.marker;
  const last = series.members.at(-1)!;
  if (series.members.length < 2 && !SINGLE_IS_ENOUGH.has(series.style)) return undefined;
  const next = nextMarker(first, last.marker);
  if (next === undefined || !isBeginningOf(typed, next)) return undefined;
  const here = boundary === 'line' ? last.bodyStart < at : true;
  if (!here || awaitsText(text, at, series)) return undefined;
  const separator = separatorOf(text, series);
  const isBare = boundary === 'bare';
  if (isBare && (separator === '\n' || series.members.length < 2 || !mayEndBare(text, at, series))) return undefined;
  const isAwaited = boundary === 'line' || boundary === 'stop' ? isUnfinished(text, at, series, separator) : false;
  if (!isBare && !isAwaited && !boundaryFits(boundary, separator, series, typed)) return undefined;
  return {
    family: series.style === 'aspect' ? 'pair' : 'numbered',
    scope: scopeOf(series, separator),
    markers: series.members.map(member => member.marker.text),
    members: series.members.map((member, index) =>
      memberText(text, member.bodyStart, series.members[index + 1]?.marker.start ?? at),
    ),
    typed,
    nextMarker: next,
    ...(last.marker.ordinal > 0 && isCounted(first.style) ? { nextOrdinal: last.marker.ordinal + 1 } : {}),
    separator,
    ...(isBare ? { joint: separator } : {}),
    ...(boundary !== 'line' && separator === '\n' ? { breaksLine: true } : {}),
    ...(series.members.length < 2 ? {} : { progress: progressOf(series, at) }),
  };
}

function progressOf(series: NumberedSeries, at: number): number {
  const first = series.members[0]!.marker.start;
  const last = series.members.at(-1)!.marker.start;
  const mean = (last - first) / (series.members.length - 1);
  return (at - last) / Math.max(1, mean);
}

/** Whether the last member has nothing but its marker, or its heading, before the caret. */
function awaitsText(text: string, at: number, series: NumberedSeries): boolean {
  const { bodyStart } = series.members.at(-1)!;
  return trimClosing(text, bodyStart, at) <= bodyStart || isBareHeading(text, at, series);
}

/**
 * Whether the caret is below a heading that is alone on its line, so that its body comes next and not the next heading. In a list of bare
 * lines the next line comes next.
 */
function isBareHeading(text: string, at: number, series: NumberedSeries): boolean {
  const { members } = series;
  const last = members.at(-1)!;
  if (HEADING_RANK[series.style] === undefined || last.marker.place !== 'line') return false;
  for (let unit = last.bodyStart; unit < at; unit++) if (isStop(text[unit]!) || text[unit] === '；') return false;
  const body = text.slice(last.bodyStart, at).trim();
  if (body.includes('\n')) return false;
  const before = members.at(-2);
  return !before || last.paragraph - before.paragraph > 1;
}

/**
 * Whether `typed` begins the marker. Half-width brackets count as full-width ones. The whole marker is no beginning, because nothing is
 * left to write.
 */
function isBeginningOf(typed: string, marker: string): boolean {
  const written = typed.replace('(', '（');
  return written.length < marker.length && marker.replace('(', '（').startsWith(written);
}

/** Whether a series inside a sentence goes on behind its end: more members are announced, or the line above ends with its «；». */
function isUnfinished(text: string, at: number, series: NumberedSeries, separator: string): boolean {
  return lacksAnnounced(text, series) || (separator === '；' && endsWithSemicolon(text, at));
}

/**
 * Whether the series may continue after such a boundary: members that end sentences after a sentence, members joined by «；» or «，» after
 * that mark. «一是…；二是…。» has been closed by its full stop, unless the user begins another marker.
 */
function boundaryFits(boundary: Boundary, separator: string, series: NumberedSeries, typed: string): boolean {
  if (boundary === 'line' || boundary === 'stop') {
    const sentenceEnds = separator === '\n' || isStop(separator) || series.members.length < 2;
    return sentenceEnds || typed !== '';
  }
  if (series.members.length < 2)
    return HEADING_RANK[series.style] === undefined && (boundary === 'semicolon' || typed !== '');
  return boundary === 'semicolon' ? !isStop(separator) && separator !== '、' : separator === '，' || separator === '、';
}

/** The mark before the second marker. For a single member it is the mark that its style promises: a line break or a full stop. */
export function separatorOf(text: string, series: NumberedSeries): string {
  const second = series.members[1]?.marker;
  if (!second) return series.members[0]!.marker.place === 'line' ? '\n' : '。';
  if (second.place === 'line') return '\n';
  let before = second.start - 1;
  while (before > 0 && (isSpace(text[before]!) || isClosing(text[before]!) || '“*"'.includes(text[before]!))) before--;
  return text[before]!;
}

/**
 * The scope of a series: sections for headings, paragraphs for points on lines of their own, a paragraph for run-in sentences, a sentence
 * for the rest.
 */
export function scopeOf(series: NumberedSeries, separator: string): SeriesScope {
  if (!isRunIn(series)) return HEADING_RANK[series.style] !== undefined ? 'sections' : 'paragraphs';
  return isStop(separator) ? 'paragraph' : 'sentence';
}

/** The head of a member: its first sentence, or its text up to an earlier «；», without closing punctuation. */
export function memberText(text: string, start: number, limit: number): SeriesMember {
  let end = start;
  while (end < limit && !isStop(text[end]!) && !'；;\n'.includes(text[end]!)) end++;
  end = trimClosing(text, start, end);
  return { start, end, text: text.slice(start, end) };
}

function onlyClosingFollows(text: string, { start, end }: Span): boolean {
  for (let at = start; at < end; at++) {
    const unit = text[at]!;
    if (!isSpace(unit) && !isClosing(unit) && !isStop(unit) && !isPause(unit) && unit !== '*') return false;
  }
  return true;
}

/** @param before the line up to the caret */
function isInsideTitle(before: string): boolean {
  const open = before.lastIndexOf('《');
  return open >= 0 && !before.includes('》', open);
}
