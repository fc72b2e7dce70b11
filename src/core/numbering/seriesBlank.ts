import { renderMarker } from '../parallel/markers.ts';
import { skipBlanks } from '../text/lines.ts';
import { applyEdits, type TextEdit } from '../text/textEdit.ts';
import { lineAt } from './itemText.ts';
import { numberInserted } from './numberInserted.ts';
import type { BlankFamily } from './seriesFamilies.ts';

/** A slot that is not filled in stays to be seen, and is listed among the placeholders. */
const EMPTY = '＿＿';

/** 句内: one after the other; 分段: each on a line of its own. */
export type BlankLayout = 'run-in' | 'lines';

/** How many members an empty series has, and how they are laid out. */
export interface BlankSize {
  readonly count: number;
  readonly layout: BlankLayout;
}

/** An empty series, ready to be inserted at the caret. */
export interface SeriesBlank {
  /** In snippet syntax, one tab stop a slot. */
  readonly body: string;
  /** Numbers that come after it, counted on; made before the snippet is put in. None of them stands before the caret. */
  readonly edits: readonly TextEdit[];
}

/**
 * Members of `family`, `count` of them, for the place at `caret`: «一是＿＿；二是＿＿；三是＿＿。» A full stop only where nothing follows on the line;
 * lines of their own where the layout says so. Headings count on from the section the caret is in, and what comes after it counts on
 * from them; points begin with one. O(n).
 */
export function seriesBlank(
  text: string,
  caret: number,
  family: BlankFamily,
  { count, layout }: BlankSize,
): SeriesBlank {
  const line = lineAt(text, caret);
  const before = text.slice(line.start, caret);
  const isOwnLines = layout === 'lines' || family.isHeading;
  const isFollowed = text.slice(caret, line.end).trim() !== '';
  const lineBreak = `\n${text.slice(line.start, skipBlanks(text, line.start, caret))}`;
  const head = isOwnLines && before.trim() !== '' ? lineBreak : '';
  const joint = (family.isHeading ? '' : family.joint) + (isOwnLines ? lineBreak : '');
  const final = family.isHeading || (!isOwnLines && isFollowed) ? '' : '。';
  const tail = isOwnLines && isFollowed ? lineBreak : '';
  const series = members(family, count).join(joint) + final;
  if (!family.isHeading) return { body: toSnippet(head + series + tail), edits: [] };
  const { inserted, after } = numberInserted(text.slice(0, caret) + head, series, tail + text.slice(caret));
  const edits = after.map(edit => {
    const shift = caret - tail.length;
    return { ...edit, start: edit.start + shift, end: edit.end + shift };
  });
  return { body: toSnippet(head + applyEdits(series, inserted) + tail), edits };
}

function members(family: BlankFamily, count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const marker = family.marker && renderMarker(family.marker, index + 1);
    return (marker ?? '') + family.member(index, count);
  });
}

/** `＿` is a slot, `＿＿＿＿` one for so many characters, `＝` the slot before it once more. */
function toSnippet(text: string): string {
  let slots = 0;
  return text.replace(/＿+|＝/gu, mark => {
    if (mark === '＝') return `$${slots}`;
    slots++;
    return `\${${slots}:${mark.length > 1 ? mark : EMPTY}}`;
  });
}
