import { markerAt, markerStart } from '../parallel/markerAt.ts';
import { renderMarker } from '../parallel/markers.ts';
import { isPause, isStop, STOP, skipTo, trimClosing } from '../text/charClass.ts';
import { isBlankLine, skipBlanks } from '../text/lines.ts';
import { clauses, paragraphs, sentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import type { TextEdit } from '../text/textEdit.ts';
import { numberedItems } from './numberedItems.ts';

/** The styles that can be chosen for points: 一是, 一要, 第一， */
export const POINT_STYLES = ['is', 'must', 'ordinal'] as const;
export type PointStyle = (typeof POINT_STYLES)[number];

const SHAPES = {
  is: { style: 'is', prefix: '', suffix: '是' },
  must: { style: 'must', prefix: '', suffix: '要' },
  ordinal: { style: 'ordinal', prefix: '第', suffix: '，' },
} as const;
/** A selection with more pieces than this is prose, not a list. */
const MOST_PIECES = 20;
/** Words that join points without numbers. They are removed, but a «要» behind them stays. */
const CONNECTIVES = [
  '首先',
  '其次',
  '再次',
  '最后',
  '然后',
  '接着',
  '同时',
  '此外',
  '另外',
  '而且',
  '并且',
  '一方面',
  '另一方面',
];
const BEFORE_MUST = '还也又更既并';

/** A stretch of a draft, read as points. */
interface Pieces {
  /** Each span includes the words that lead up to the point and its closing mark. */
  readonly spans: readonly Span[];
  /** Whether each point is a line of its own; otherwise all of them are in one paragraph. */
  readonly areLines: boolean;
}

/**
 * The edit that turns the selection into numbered points. The points are its lines if it has several, or else its sentences, or else what
 * «；», «，» or «、» separate: «修渠，护林，还要养路。» → «一是修渠；二是护林；三是要养路。» Existing numbers and connectives are removed. `undefined` if there is only a
 * single piece. O(n).
 */
export function enumerate(text: string, selection: Span, style: PointStyle): TextEdit | undefined {
  const pieces = piecesOf(text, selection);
  if (!pieces) return undefined;
  const { spans, areLines } = pieces;
  const bodies = spans.map(span => bodyOf(text, span, style));
  if (bodies.some(({ start, end }) => start === end)) return undefined;
  const hasSentences = bodies.some(({ start, end }) => skipTo(STOP, text, start, end) < end);
  const joint = style === 'ordinal' || hasSentences ? '。' : '；';
  const parts = bodies.map((body, index) => {
    const lead = areLines ? text.slice(spans[index]!.start, skipBlanks(text, spans[index]!.start, body.start)) : '';
    const isLast = index === bodies.length - 1;
    const mark = isLast ? finalMark(text, spans[index]!, areLines) : joint;
    return lead + renderMarker(SHAPES[style], index + 1)! + text.slice(body.start, body.end) + mark;
  });
  const between = (index: number) => (areLines ? text.slice(spans[index]!.end, spans[index + 1]?.start) : '');
  const newText = parts.map((part, index) => part + (index < parts.length - 1 ? between(index) : '')).join('');
  return { start: spans[0]!.start, end: spans.at(-1)!.end, newText };
}

/** The edits that remove the numbers of the items whose markers are selected: «一是修渠；二要护林。» → «修渠；要护林。» O(n). */
export function withoutMarkers(text: string, selection: Span): TextEdit[] {
  return numberedItems(text)
    .filter(({ items }) => items.length > 1)
    .flatMap(({ items }) => items)
    .filter(({ marker }) => marker.start >= selection.start && marker.end <= selection.end)
    .map(({ marker, bodyStart }) =>
      marker.style === 'must'
        ? { start: marker.start, end: marker.end - marker.suffix.length, newText: '' }
        : { start: marker.start, end: Math.max(marker.end, bodyStart), newText: '' },
    )
    .sort((a, b) => a.start - b.start);
}

function piecesOf(text: string, selection: Span): Pieces | undefined {
  const lines = paragraphs(text.slice(selection.start, selection.end))
    .map(({ start, end }) => ({ start: start + selection.start, end: end + selection.start }))
    .filter(({ start, end }) => !isBlankLine(text, start, end));
  if (lines.length > 1) return lines.length <= MOST_PIECES ? { spans: lines, areLines: true } : undefined;
  const [line] = lines;
  if (!line) return undefined;
  const readings = [
    sentences(text, line),
    ...['；;', '，,', '、'].map(marks => joined(text, clauses(text, line), marks)),
  ];
  const spans = readings.find(({ length }) => length > 1 && length <= MOST_PIECES);
  return spans && { spans, areLines: false };
}

/** Joins clauses, each time up to the next of `marks`. */
function joined(text: string, parts: readonly Span[], marks: string): Span[] {
  const spans: Span[] = [];
  let start: number | undefined;
  for (const [index, part] of parts.entries()) {
    start ??= part.start;
    if (index < parts.length - 1 && !marks.includes(text[part.end - 1]!)) continue;
    spans.push({ start, end: part.end });
    start = undefined;
  }
  return spans;
}

/** The words of a piece, without its number, connective and closing mark. */
function bodyOf(text: string, span: Span, style: PointStyle): Span {
  const unit = (at: number) => (at < span.end ? text[at]! : '');
  let start = skipBlanks(text, span.start, span.end);
  const marker = markerAt(text, markerStart(text, start, 'line'), 'line');
  if (marker && marker.end < span.end) {
    const kept = marker.style === 'must' ? marker.suffix.length : 0;
    start = skipBlanks(text, marker.end - kept, span.end);
  }
  const connective = CONNECTIVES.find(
    word => text.startsWith(word, start) && isOneOf('，,要', unit(start + word.length)),
  );
  if (connective) start += connective.length;
  if (isPause(unit(start))) start++;
  if (isOneOf(BEFORE_MUST, unit(start)) && unit(start + 1) === '要') start++;
  if (style !== 'ordinal' && unit(start) === SHAPES[style].suffix) start++;
  return { start, end: Math.max(start, trimClosing(text, start, span.end)) };
}

function isOneOf(units: string, unit: string): boolean {
  return unit !== '' && units.includes(unit);
}

/** The mark that ends the last piece: its own, but a full stop if its line ended with a pause or without a mark. */
function finalMark(text: string, span: Span, areLines: boolean): string {
  let end = span.end;
  while (end > span.start && text[end - 1]!.trim() === '') end--;
  const unit = text[end - 1]!;
  if (isStop(unit)) return unit;
  return areLines ? '。' : isPause(unit) ? unit : '';
}
