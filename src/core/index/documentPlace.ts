import { MAX_SEGMENT_CHARACTERS } from './format/segmentFormat.ts';

/** A document's place in an index: its segment's number, and its own within it. */
export interface DocumentPlace {
  readonly segment: number;
  readonly document: number;
}

/** The place as one number, for maps and sets. Numbers of documents fit where those of characters do, since a segment has fewer of them. */
export function documentKey({ segment, document }: DocumentPlace): number {
  return segment * MAX_SEGMENT_CHARACTERS + document;
}

/** The place of a `documentKey`. */
export function placeOfKey(key: number): DocumentPlace {
  return { segment: Math.floor(key / MAX_SEGMENT_CHARACTERS), document: key % MAX_SEGMENT_CHARACTERS };
}
