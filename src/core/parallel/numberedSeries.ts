import { HEADING_RANK, type Marker, type MarkerStyle } from './markers.ts';

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

/** Members inside one paragraph, as opposed to one a line. The first may begin its line; a single one there is not run-in yet. */
export function isRunIn(series: NumberedSeries): boolean {
  const [first, ...others] = series.members;
  return others.length === 0 ? first!.marker.place !== 'line' : others.every(member => member.marker.place !== 'line');
}

/** （一）…（二）…（三）… of one paragraph each: what comes after a few more paragraphs is no longer under （三）. */
export function isChainOfSingleParagraphs(series: NumberedSeries): boolean {
  const rank = HEADING_RANK[series.style];
  return rank !== undefined && rank > 1 && series.members.length > 2 && longestBody(series) === 1 && !isRunIn(series);
}

/** Most paragraphs that any finished member of the series runs over. */
export function longestBody(series: NumberedSeries): number {
  let longest = 1;
  for (let index = 1; index < series.members.length; index++)
    longest = Math.max(longest, series.members[index]!.paragraph - series.members[index - 1]!.paragraph);
  return longest;
}
