/** A place where a text stands: units from the start of the segment's text. */
export interface Occurrence {
  readonly segment: number;
  readonly position: number;
}
