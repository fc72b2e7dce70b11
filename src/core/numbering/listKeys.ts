import { announcedBefore } from '../parallel/announced.ts';
import { markerAt, markerStart } from '../parallel/markerAt.ts';
import { HEADING_RANK, type MarkerStyle, nextMarker, renderMarker } from '../parallel/markers.ts';
import { CLOSES, classAt, isPause, isSpace, isStop, STOP, skipTo } from '../text/charClass.ts';
import { isBlankLine, skipBlanks } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { TextEdit } from '../text/textEdit.ts';
import type { DraftEdit } from './draftEdit.ts';
import { isOneLine, lineAt, lineBreakOf, wordsEnd } from './itemText.ts';
import { type ItemSeries, type NumberedItem, numberedItems } from './numberedItems.ts';
import { markerEdits, ordinalsFrom } from './renumber.ts';

/** Styles whose points end with «。»; other points are joined by «；». */
const SENTENCES: ReadonlySet<MarkerStyle> = new Set<MarkerStyle>(['ordinal', 'sequence', 'dash']);
/** Styles that count as a series only from the second item on: 一靠, 一来. */
const NEEDS_SECOND: ReadonlySet<MarkerStyle> = new Set<MarkerStyle>(['verb', 'reason']);
/** Styles whose items are headings if their line has no full stop; the lines below such an item are its body. */
const HEADS_OF_BODIES: ReadonlySet<MarkerStyle> = new Set<MarkerStyle>(['heading1', 'heading2', 'article', 'ordinal']);

/**
 * The edit of Enter at the end of an item, as in list editors. Behind «二要守住河口。｜» it begins a new line with «三要», adds the «；» that the
 * series needs before it, and renumbers the later items. On a line that consists of nothing but a marker it removes the marker and ends the
 * series with «。». `undefined` stands for a plain line break: in the middle of a line, below a heading, behind «：», where items usually
 * have several paragraphs, and where there are already as many items as the draft announces. O(n).
 */
export function enterInList(text: string, caret: number): DraftEdit | undefined {
  const line = lineAt(text, caret);
  if (!isBlankLine(text, caret, line.end)) return undefined;
  const items = itemsOn(line, numberedItems(text));
  const last = items.at(-1);
  if (last === undefined) return undefined;
  if (isEmptyLineOf(text, last, line)) return withoutMarker(text, last, line, closingEdits(text, last, line));
  const item = goesOnBehindSemicolon(text, last, line)
    ? last
    : items.find(({ marker, series }) => marker.place === 'line' && !series.isRunIn);
  return item && wantsNext(text, item, line) ? withNext(text, item, line) : undefined;
}

/** The edit of Backspace behind a marker that is alone on its line: it removes the marker and renumbers the later items. O(n). */
export function backspaceInList(text: string, caret: number): DraftEdit | undefined {
  const line = lineAt(text, caret);
  const last = itemsOn(line, numberedItems(text)).at(-1);
  if (last === undefined || caret < last.marker.end || !isEmptyLineOf(text, last, line)) return undefined;
  return withoutMarker(text, last, line);
}

/**
 * Whether Enter or Backspace at `caret` of `line` may concern a list. It is called at every move of the caret, so it looks only at the
 * line.
 */
export function listKeysAt(line: string, caret: number): { readonly enter: boolean; readonly backspace: boolean } {
  if (!isBlankLine(line, caret, line.length)) return { enter: false, backspace: false };
  const marker = markerAt(line, markerStart(line, 0, 'line'), 'line');
  const isEmpty = marker !== undefined && isBlankLine(line, marker.end, line.length);
  const end = contentEnd(line, 0, line.length);
  return { enter: marker !== undefined || isSemicolon(line[end - 1]), backspace: isEmpty && caret >= marker.end };
}

function itemsOn(line: Span, all: readonly ItemSeries[]): NumberedItem[] {
  return all
    .flatMap(({ items }) => items.filter(({ marker }) => marker.start >= line.start && marker.start < line.end))
    .sort((a, b) => a.marker.start - b.marker.start);
}

function isEmptyLineOf(text: string, { marker }: NumberedItem, line: Span): boolean {
  return marker.place === 'line' && isBlankLine(text, marker.end, line.end);
}

/** Whether the item ends with «；» inside a sentence that goes on («…：一是修渠；二是护林；｜»), so that the next item begins a line. */
function goesOnBehindSemicolon(text: string, { marker }: NumberedItem, line: Span): boolean {
  return marker.place !== 'line' && isSemicolon(text[contentEnd(text, line.start, line.end) - 1]);
}

function wantsNext(text: string, item: NumberedItem, line: Span): boolean {
  const { series, marker } = item;
  const { items, style } = series;
  const mark = text[contentEnd(text, line.start, line.end) - 1];
  if (mark === '：' || mark === ':' || (NEEDS_SECOND.has(style) && items.length < 2)) return false;
  const announced = announcedBefore(text, items[0]!.marker.start);
  if (item === items.at(-1) && announced !== undefined && marker.ordinal >= announced) return false;
  if (marker.place !== 'line') return true;
  if (!isOneLine(text, item)) return false;
  const others = items.slice(0, -1).filter(other => other !== item);
  if (others.length > 0 && others.every(other => !isOneLine(text, other))) return false;
  return !isHeadingLine(text, item, line) || isInBareList(text, item);
}

/** Whether the item is a heading on a line of its own: «一、提高认识｜» is one, «第一，守住河口；｜» is not. */
function isHeadingLine(text: string, { bodyStart, series }: NumberedItem, line: Span): boolean {
  const end = contentEnd(text, bodyStart, line.end);
  return HEADS_OF_BODIES.has(series.style) && !isPause(text[end - 1]!) && skipTo(STOP, text, bodyStart, end) === end;
}

/** Whether the sibling directly above has no body either, as in a table of contents that is being written. */
function isInBareList(text: string, item: NumberedItem): boolean {
  const above = item.series.items[item.series.items.indexOf(item) - 1];
  if (above === undefined || above.parent !== item.parent || !isOneLine(text, above)) return false;
  const end = wordsEnd(text, above);
  return skipTo(STOP, text, above.bodyStart, end) === end;
}

function withNext(text: string, item: NumberedItem, line: Span): DraftEdit | undefined {
  const { items } = item.series;
  const index = items.indexOf(item);
  const ordinals = ordinalsWithNext(item);
  const next = ordinals === undefined ? undefined : renderMarker(item.marker, ordinals[index + 1]!);
  if (next === undefined) return undefined;
  const after = items.slice(index + 1).flatMap(({ marker }, later): TextEdit[] => {
    const newText = renderMarker(marker, ordinals![index + 2 + later]!) ?? marker.text;
    return newText === marker.text ? [] : [{ start: marker.start, end: marker.end, newText }];
  });
  const end = contentEnd(text, line.start, line.end);
  const lead = text.slice(line.start, skipLead(text, line));
  const gap = text.slice(item.marker.end, Math.min(item.bodyStart, line.end));
  const newText = missingMark(text, item, end) + lineBreakOf(text) + lead + next + gap;
  return { edits: [{ start: end, end: line.end, newText }, ...after], caret: end + newText.length };
}

/** The numbers of the series after an item has been added behind `item`; `undefined` if there can be no further item. */
function ordinalsWithNext({ series, marker }: NumberedItem): number[] | undefined {
  const markers = series.items.map(other => other.marker);
  const index = markers.indexOf(marker);
  const after = markers.slice(index + 1);
  markers.splice(index, 0, marker);
  if (series.style === 'dash') return markers.map(() => 0);
  if (series.style === 'sequence')
    return nextMarker(marker, marker) === undefined ? undefined : ordinalsFrom(markers[0]!.ordinal, markers);
  if (after.length > 0 && ordinalsFrom(1, after) === undefined) return undefined; // articles are never counted anew
  return markers.map(({ ordinal }, at) => (at <= index ? ordinal : marker.ordinal + at - index));
}

/**
 * The mark that is missing between an item and the next one: the mark of the previous item, or else «；» after a clause and «。» after a
 * sentence.
 */
function missingMark(text: string, item: NumberedItem, end: number): string {
  const unit = text[end - 1]!;
  if (isPause(unit) || isStop(unit) || (classAt(text, end - 1) & CLOSES && isStop(text[end - 2] ?? ''))) return '';
  const { items, style } = item.series;
  const before = items[items.indexOf(item) - 1];
  const mark = before && text[wordsEnd(text, before) - 1];
  if (before && !before.series.isRunIn) return mark !== undefined && '；。，'.includes(mark) ? mark : '';
  if (HEADING_RANK[style] !== undefined || style === 'article') return '';
  return SENTENCES.has(style) || skipTo(STOP, text, item.bodyStart, end) < end ? '。' : '；';
}

/** The edit that removes the marker alone on `line` and renumbers the later items. @param earlier edits before that line */
function withoutMarker(text: string, item: NumberedItem, line: Span, earlier: readonly TextEdit[] = []): DraftEdit {
  const { items } = item.series;
  const later = items.slice(items.indexOf(item) + 1);
  const start = skipBlanks(text, line.start, line.end);
  const removed = { start, end: line.end, newText: '' };
  return { edits: [...earlier, removed, ...markerEdits(later, item.marker.ordinal)], caret: start };
}

/** If `item` is the last of its series, the item before it ends the series: its semicolon becomes a full stop. */
function closingEdits(text: string, item: NumberedItem, line: Span): TextEdit[] {
  const { items } = item.series;
  const before = items.at(-2);
  if (item !== items.at(-1) || before === undefined) return [];
  const mark = wordsEnd(text, before) - 1;
  return isSemicolon(text[mark]) && mark < line.start ? [{ start: mark, end: mark + 1, newText: '。' }] : [];
}

function isSemicolon(unit: string | undefined): boolean {
  return unit === '；' || unit === ';';
}

/** The offset behind the last unit of a line that is not blank. */
function contentEnd(text: string, start: number, lineEnd: number): number {
  let end = lineEnd;
  while (end > start && isSpace(text[end - 1]!)) end--;
  return end;
}

/** The offset behind the blanks and Markdown hashes before a marker, which the next line repeats. */
function skipLead(text: string, line: Span): number {
  let at = line.start;
  while (at < line.end && (isSpace(text[at]!) || text[at] === '#')) at++;
  return at;
}
