import { MAX_SEGMENT_CHARACTERS } from './format/segmentFormat.ts';

/** A place where a text stands: units from the start of the segment's text. */
export interface Occurrence {
  readonly segment: number;
  readonly position: number;
}

/** The occurrence as one number, for sets and for lists of thousands: as objects these are most of what is to be collected. */
export function occurrenceKey({ segment, position }: Occurrence): number {
  return segment * MAX_SEGMENT_CHARACTERS + position;
}

/** The occurrence of an `occurrenceKey`. */
export function occurrenceOfKey(key: number): Occurrence {
  return { segment: Math.floor(key / MAX_SEGMENT_CHARACTERS), position: key % MAX_SEGMENT_CHARACTERS };
}
