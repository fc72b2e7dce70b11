import { renderMarker } from '../parallel/markers.ts';
import { offsetAfter, type TextEdit } from '../text/textEdit.ts';
import type { DraftEdit, Refusal } from './draftEdit.ts';
import { wordsEnd } from './itemText.ts';
import { itemAt, type NumberedItem, numberedItems, siblingsOf } from './numberedItems.ts';
import { markerEdits } from './renumber.ts';

/** Marks between the items of a series that is not finished. */
const JOINTS = '；;，,';
const MARKS = `${JOINTS}。`;

/**
 * Swaps the item at `caret`, with its whole body, with the sibling before or after it, and renumbers both. Marks between members stay where
 * they are, so that the last one keeps its full stop. The caret moves with the item.
 */
export function moveItem(text: string, caret: number, direction: 'up' | 'down'): DraftEdit | Refusal {
  const item = itemAt(numberedItems(text), caret);
  if (!item) return 'no-item';
  const siblings = siblingsOf(item);
  const index = siblings.indexOf(item);
  const other = siblings[direction === 'up' ? index - 1 : index + 1];
  if (!other) return 'no-sibling';
  const [first, second] = direction === 'up' ? [other, item] : [item, other];
  const gap = { start: wordsEnd(text, first), end: second.start };
  const secondEnd = wordsEnd(text, second);
  const [firstWords, secondWords] = keepMarks(
    withNumber(text, first, second, gap.start),
    withNumber(text, second, first, secondEnd),
    first.series.isRunIn,
  );
  const between = text.slice(gap.start, gap.end);
  const newText = secondWords + between + firstWords;
  const edit: TextEdit = { start: first.start, end: secondEnd, newText };
  const start = direction === 'up' ? first.start : first.start + secondWords.length + between.length;
  const shift = renderedLength(item, other) - item.marker.text.length;
  const within = caret - item.start;
  const inMarker = caret < item.marker.end;
  const offset = Math.min(within + (inMarker ? 0 : shift), newText.length - (start - first.start));
  return { edits: [edit], caret: start + Math.max(0, offset) };
}

/** Removes the item at `caret` with its whole body and renumbers the items after it. The caret stays at the same place. */
export function removeItem(text: string, caret: number): DraftEdit | Refusal {
  const item = itemAt(numberedItems(text), caret);
  if (!item) return 'no-item';
  const { items } = item.series;
  const index = items.indexOf(item);
  const edits: TextEdit[] = [
    removal(text, item, items[index - 1]),
    ...markerEdits(items.slice(index + 1), item.marker.ordinal),
  ];
  return { edits, caret: offsetAfter(edits[0]!.start, edits.slice(1)) };
}

/** The edit that removes an item. The last item is removed with the mark before it, so that the new last item ends as the series did. */
function removal(text: string, item: NumberedItem, before: NumberedItem | undefined): TextEdit {
  if (!before || item.series.items.at(-1) !== item) return { start: item.start, end: item.end, newText: '' };
  const start = wordsEnd(text, before);
  const end = wordsEnd(text, item);
  const joint = !item.series.isRunIn && JOINTS.includes(text[start - 1]!) && text[end - 1] === '。' ? 1 : 0;
  return { start: start - joint, end: end - joint, newText: '' };
}

/** The words of `item` up to `end`, with the number of the marker of `place`. */
function withNumber(text: string, item: NumberedItem, place: NumberedItem, end: number): string {
  const marker = renderMarker(item.marker, place.marker.ordinal) ?? item.marker.text;
  return text.slice(item.start, item.marker.start) + marker + text.slice(item.marker.end, end);
}

function renderedLength(item: NumberedItem, place: NumberedItem): number {
  return (renderMarker(item.marker, place.marker.ordinal) ?? item.marker.text).length;
}

/**
 * The texts of two items after the swap. If each item is a single line, their marks («…；», «…。») stay in place too; sections keep their
 * own.
 */
function keepMarks(first: string, second: string, isRunIn: boolean): [string, string] {
  const [a, b] = [first.at(-1)!, second.at(-1)!];
  const areSections = first.includes('\n') || second.includes('\n');
  if (isRunIn || areSections || !MARKS.includes(a) || !MARKS.includes(b)) return [first, second];
  return [first.slice(0, -1) + b, second.slice(0, -1) + a];
}
