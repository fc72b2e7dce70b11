import { HEADING_RANK, type Marker, type MarkerStyle } from './markers.ts';

/** A numbered member: its marker, and where its body begins behind the blanks. */
export interface NumberedMember {
  readonly marker: Marker;
  readonly bodyStart: number;
  /** Index of the paragraph that contains the marker. */
  readonly paragraph: number;
}

/** A numbered series. `members` grows while the text is being read. */
export interface NumberedSeries {
  readonly style: MarkerStyle;
  readonly members: NumberedMember[];
  /** The series whose last member so far contains this one. */
  readonly parent: NumberedSeries | undefined;
  /** The start of the paragraph or marker that closed the series. */
  end: number;
}

/**
 * Whether the members are inside one paragraph rather than each on a line. The first may begin its line; a single member that does so is
 * not run-in yet.
 */
export function isRunIn(series: NumberedSeries): boolean {
  const [first, ...others] = series.members;
  return others.length === 0 ? first!.marker.place !== 'line' : others.every(member => member.marker.place !== 'line');
}

/**
 * Whether the series is a chain of members with one paragraph each, like （一）…（二）…（三）…: text a few paragraphs further on is no longer under
 * （三）.
 */
export function isChainOfSingleParagraphs(series: NumberedSeries): boolean {
  const rank = HEADING_RANK[series.style];
  return rank !== undefined && rank > 1 && series.members.length > 2 && longestBody(series) === 1 && !isRunIn(series);
}

/** The greatest number of paragraphs of a finished member. */
export function longestBody(series: NumberedSeries): number {
  let longest = 1;
  for (let index = 1; index < series.members.length; index++)
    longest = Math.max(longest, series.members[index]!.paragraph - series.members[index - 1]!.paragraph);
  return longest;
}
