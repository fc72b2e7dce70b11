/** A document's place in an index: its segment's number, and its own within it. */
export interface DocumentPlace {
  readonly segment: number;
  readonly document: number;
}

/** A segment has fewer documents than characters, of which there are at most 2^24. */
const SEGMENT_KEYS = 0x1000000;

/** The place as one number, for maps and sets. */
export function documentKey({ segment, document }: DocumentPlace): number {
  return segment * SEGMENT_KEYS + document;
}

/** The place of a `documentKey`. */
export function placeOfKey(key: number): DocumentPlace {
  return { segment: Math.floor(key / SEGMENT_KEYS), document: key % SEGMENT_KEYS };
}
