import { isRunIn, type NumberedSeries } from '../parallel/numberedSeries.ts';
import { isSpace } from '../text/charClass.ts';
import { lineEnd } from '../text/lines.ts';
import type { Check } from './checkContext.ts';

const SEMICOLONS = '；;';

/** The last of several members that end with «；» ends with it too: «一是快；二是准；三是稳；» at the end of its paragraph. */
export const lastMark: Check = ({ text, scan }) =>
  scan.series.flatMap(series => {
    const end = lastUnit(text, lineEnd(text, series.members.at(-1)!.bodyStart));
    if (!SEMICOLONS.includes(text[end] ?? '\0') || !isListed(text, series) || goesOn(text, series) || isInList(series))
      return [];
    const span = { start: end, end: end + 1 };
    const fixes = [{ title: '改为“。”', edits: [{ ...span, newText: '。' }] }];
    return [{ kind: 'last-mark', ...span, message: '最后一项以“；”结尾，应为“。”', fixes }];
  });

/** Whether all members but the last end with «；». */
function isListed(text: string, { members }: NumberedSeries): boolean {
  return (
    members.length > 2 &&
    members.slice(1).every(({ marker }) => SEMICOLONS.includes(text[lastUnit(text, marker.start)] ?? '\0'))
  );
}

/** Whether more follows: items without a marker in the line below, or the end of an unfinished draft. */
function goesOn(text: string, series: NumberedSeries): boolean {
  const next = lineEnd(text, series.members.at(-1)!.bodyStart) + 1;
  if (text.slice(next).trim() === '') return true;
  return !isRunIn(series) && SEMICOLONS.includes(text[lastUnit(text, lineEnd(text, next))] ?? '\0');
}

/** Whether the item of another list that contains the series is followed by its next item: «；» may belong to that list. */
function isInList({ parent, members }: NumberedSeries): boolean {
  return parent !== undefined && parent.members.at(-1)!.marker.start > members.at(-1)!.marker.start;
}

/** The last unit before `end` that is not a blank. */
function lastUnit(text: string, end: number): number {
  let at = end - 1;
  while (at >= 0 && (isSpace(text[at]!) || text[at] === '\n')) at--;
  return at;
}
