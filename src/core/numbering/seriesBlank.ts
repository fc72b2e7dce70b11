import { renderMarker } from '../parallel/markers.ts';
import { skipBlanks } from '../text/lines.ts';
import { applyEdits, type TextEdit } from '../text/textEdit.ts';
import { lineAt } from './itemText.ts';
import { numberInserted } from './numberInserted.ts';
import type { BlankFamily } from './seriesFamilies.ts';

/** What is shown in an empty slot. A slot that is never filled in stays visible and is listed among the placeholders. */
const EMPTY = '＿＿';

/** 句内: the members follow one another in a paragraph; 分段: each member is a line of its own. */
export type BlankLayout = 'run-in' | 'lines';

/** How many members an empty series has, and how they are laid out. */
export interface BlankSize {
  readonly count: number;
  readonly layout: BlankLayout;
}

/** An empty series, ready to be inserted at the caret. */
export interface SeriesBlank {
  /** Snippet syntax, with a tab stop for each slot. */
  readonly body: string;
  /** The renumbering of later items, to be made before the snippet is inserted. All edits are behind the caret. */
  readonly edits: readonly TextEdit[];
}

/**
 * Members of `family`, `count` of them, for the place at `caret`: «一是＿＿；二是＿＿；三是＿＿。» A full stop is added only if nothing follows on the
 * line; the members are lines of their own if the layout says so. Headings continue the numbers of the section that contains the caret, and
 * later headings are renumbered after them; points begin with one. O(n).
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

/** Converts slots to tab stops: `＿` is a slot, `＿＿＿＿` a slot for as many characters, and `＝` repeats the slot before it. */
function toSnippet(text: string): string {
  let slots = 0;
  return text.replace(/＿+|＝/gu, mark => {
    if (mark === '＝') return `$${slots}`;
    slots++;
    return `\${${slots}:${mark.length > 1 ? mark : EMPTY}}`;
  });
}
