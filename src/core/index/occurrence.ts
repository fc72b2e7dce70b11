/** A place where a text stands: units from the start of the segment's text. */
export interface Occurrence {
  readonly segment: number;
  readonly position: number;
}

/** A segment has at most 2^24 characters. */
const SEGMENT_KEYS = 0x1000000;

/** The occurrence as one number, for sets and for lists of thousands: as objects these are most of what is to be collected. */
export function occurrenceKey({ segment, position }: Occurrence): number {
  return segment * SEGMENT_KEYS + position;
}

/** The occurrence of an `occurrenceKey`. */
export function occurrenceOfKey(key: number): Occurrence {
  return { segment: Math.floor(key / SEGMENT_KEYS), position: key % SEGMENT_KEYS };
}
