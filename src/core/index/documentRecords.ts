import type { OffsetMap } from '../document/cleanText.ts';
import { type DocumentPlace, documentKey } from './documentPlace.ts';
import type { DocumentRecord } from './format/storedDocument.ts';
import type { Segment } from './segment.ts';

/** Documents whose records are kept, some ten kilobytes each. */
const CACHED = 256;

/** What is stored of a document, and the way back to its raw text. */
export interface DecodedDocument extends DocumentRecord {
  readonly offsets: OffsetMap;
}

/** Decodes the records of documents; those asked for last are kept. */
export class DocumentRecords {
  readonly #segments: readonly Segment[];
  readonly #decoded = new Map<number, DecodedDocument>();

  constructor(segments: readonly Segment[]) {
    this.#segments = segments;
  }

  at(place: DocumentPlace): DecodedDocument {
    const key = documentKey(place);
    let decoded = this.#decoded.get(key);
    if (decoded === undefined) {
      const segment = this.#segments[place.segment]!;
      decoded = { ...segment.documentRecord(place.document), offsets: segment.offsetMap(place.document) };
      if (this.#decoded.size >= CACHED) this.#decoded.delete(this.#decoded.keys().next().value!);
    } else {
      this.#decoded.delete(key); // put back below as the latest
    }
    this.#decoded.set(key, decoded);
    return decoded;
  }
}
