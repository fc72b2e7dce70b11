import { isStop } from '../text/charClass.ts';
import { sentenceEnd } from '../text/clauses.ts';
import type { Span } from '../text/span.ts';
import { HEADING_RANK } from './markers.ts';
import { isChainOfSingleParagraphs, isRunIn, type NumberedSeries } from './numberedSeries.ts';
import { separatorOf } from './openSeries.ts';

/**
 * Member `index` of `series` with its whole body: from the start of its line, or inside a line from its marker, to the beginning of the
 * next member. `lines` are the lines of the text that are not blank. O(members + its paragraph) for the last member, O(1) for the others.
 */
export function memberSpan(text: string, series: NumberedSeries, index: number, lines: readonly Span[]): Span {
  const isLast = index === series.members.length - 1;
  return {
    start: memberStart(series, index, lines),
    end: isLast ? lastMemberEnd(text, series, lines) : memberStart(series, index + 1, lines),
  };
}

function memberStart(series: NumberedSeries, index: number, lines: readonly Span[]): number {
  const member = series.members[index]!;
  return isRunIn(series) || member.marker.place !== 'line' ? member.marker.start : lines[member.paragraph]!.start;
}

/**
 * The end of the last member, which has no successor. A heading ends at the next heading; a run-in point at the end of its paragraph or, in
 * a series inside a sentence, of that sentence; other points after as many paragraphs as the longest of the other members has.
 */
function lastMemberEnd(text: string, series: NumberedSeries, lines: readonly Span[]): number {
  const last = series.members.at(-1)!;
  const paragraphEnd = (index: number): number => lines[Math.min(index, lines.length - 1)]!.end;
  if (isRunIn(series)) {
    const end = Math.min(series.end, paragraphEnd(last.paragraph));
    return isStop(separatorOf(text, series)) ? end : sentenceEnd(text, last.bodyStart, end);
  }
  if (isChainOfSingleParagraphs(series)) return Math.min(series.end, paragraphEnd(last.paragraph));
  if (HEADING_RANK[series.style] !== undefined || series.style === 'article') return series.end;
  if (series.style === 'ordinal' && series.members.length === 1) return series.end;
  let longest = 1;
  for (let index = 1; index < series.members.length; index++)
    longest = Math.max(longest, series.members[index]!.paragraph - series.members[index - 1]!.paragraph);
  return Math.min(series.end, paragraphEnd(last.paragraph + longest - 1));
}
