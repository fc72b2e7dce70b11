import { RecentMap } from '../collections/recentMap.ts';
import type { OffsetMap } from '../document/cleanText.ts';
import { type DocumentPlace, documentKey } from './documentPlace.ts';
import type { DocumentRecord } from './format/storedDocument.ts';
import type { Segment } from './reading/segment.ts';

/** Number of cached records, some ten kilobytes each. */
const CACHED = 256;

/** The stored record of a document, with its offset map to the raw text. */
export interface DecodedDocument extends DocumentRecord {
  readonly offsets: OffsetMap;
}

/** Decodes the records of documents and caches the latest. */
export class DocumentRecords {
  readonly #segments: readonly Segment[];
  readonly #decoded = new RecentMap<number, DecodedDocument>(CACHED);

  constructor(segments: readonly Segment[]) {
    this.#segments = segments;
  }

  at(place: DocumentPlace): DecodedDocument {
    return this.#decoded.refreshOrMake(documentKey(place), () => {
      const segment = this.#segments[place.segment]!;
      return { ...segment.documentRecord(place.document), offsets: segment.offsetMap(place.document) };
    });
  }
}
