import { MAX_SEGMENT_CHARACTERS } from './format/segmentFormat.ts';

/** A place of the corpus, in units from the start of the segment's text. */
export interface Occurrence {
  readonly segment: number;
  readonly position: number;
}

/** The occurrence as one number, for sets and for lists of thousands: as objects they would be most of the garbage. */
export function occurrenceKey({ segment, position }: Occurrence): number {
  return segment * MAX_SEGMENT_CHARACTERS + position;
}

/** The occurrence of an `occurrenceKey`. */
export function occurrenceOfKey(key: number): Occurrence {
  return { segment: Math.floor(key / MAX_SEGMENT_CHARACTERS), position: key % MAX_SEGMENT_CHARACTERS };
}
