// Decides where a person is likely to end a line, so that Enter breaks it although a list is open. Pure.

import { endsAsTitle } from '../../core/document/metadata/title.ts';
import { markerAt, markerStart } from '../../core/parallel/markerAt.ts';
import { HEADING_RANK } from '../../core/parallel/markers.ts';
import { isStop } from '../../core/text/charClass.ts';

/** Headings of the third rank and below («1.») are mostly paragraphs. */
const lowestRank = 2;

/**
 * Whether `before`, the text of a line up to the caret, may be all of it: nothing yet, the title of the speech («在全市工作会议上的讲话») if
 * `isFirst` line, or a heading («二、», «（一）») without a sentence behind it.
 */
export function mayEndHere(before: string, isFirst: boolean): boolean {
  return before.trim() === '' || (isFirst && endsAsTitle(before)) || isHeading(before);
}

function isHeading(line: string): boolean {
  const marker = markerAt(line, markerStart(line, 0, 'line'), 'line');
  if (marker === undefined || (HEADING_RANK[marker.style] ?? Number.POSITIVE_INFINITY) > lowestRank) return false;
  return !Array.from(line).some(isStop);
}
