import { type OffsetMap, toRawSpan } from '../document/cleanText.ts';
import type { Span } from '../document/span.ts';
import { sectionPathIn } from './format/packedSections.ts';
import type { DocumentHead, DocumentRecord } from './format/storedDocument.ts';
import type { Occurrence } from './occurrence.ts';
import type { Segment } from './segment.ts';

/** Documents whose records are kept, some ten kilobytes each. */
const CACHED_DOCUMENTS = 256;

/** A document's place in an index: its segment's number, and its own within it. */
export interface DocumentPlace {
  readonly segment: number;
  readonly document: number;
}

/** Groups of documents that are one speech: [segment, document], the one that stands for the group first. */
export type Variants = ReadonlyArray<ReadonlyArray<readonly [segment: number, document: number]>>;

/** A document of the index, with the way to its clean text and back to its raw one. */
export interface FoundDocument {
  readonly stored: DocumentHead;
  text(): string;
  /** For each unit of the text whether a word starts there. */
  wordStarts(): boolean[];
  /** Raw range of a clean span within the document. */
  rawSpan(span: Span): Span;
}

interface DecodedDocument extends DocumentRecord {
  readonly offsets: OffsetMap;
}

/** The documents of an index: which of them are deleted, which are copies of others, and their records. */
export class CorpusDocuments {
  readonly #segments: readonly Segment[];
  /** For each document of each segment, whether it is deleted. */
  readonly #deleted: readonly Uint8Array[];
  readonly #live: readonly number[];
  /** Document → the document that stands for its group of variants, by key; those that stand for themselves are not in it. */
  readonly #representative = new Map<number, number>();
  /** Documents of which there are several, by key: those that stand for a group, and those they stand for. */
  readonly #copied = new Set<number>();
  readonly #decoded = new Map<number, DecodedDocument>();
  /** Dates by segment and document, as far as they were asked for. */
  readonly #dates: Array<Array<string | undefined>>;
  /** Those not deleted. */
  #named: { readonly byId: Map<string, DocumentPlace>; readonly byPath: Map<string, DocumentPlace> } | undefined;

  constructor(segments: readonly Segment[], deleted: ReadonlyArray<readonly number[]>, variants: Variants) {
    this.#segments = segments;
    this.#deleted = segments.map((segment, i) => {
      const flags = new Uint8Array(segment.documents);
      for (const document of deleted[i]!) flags[document] = 1;
      return flags;
    });
    this.#live = segments.map((segment, i) => segment.documents - new Set(deleted[i]).size);
    this.#dates = segments.map(() => []);
    for (const group of variants) {
      const [first, ...others] = group;
      for (const [segment, document] of group) this.#copied.add(documentKey(segment, document));
      for (const [segment, document] of others) {
        this.#representative.set(documentKey(segment, document), documentKey(first![0], first![1]));
      }
    }
  }

  /** Documents of a segment that are not deleted. */
  liveIn(segment: number): number {
    return this.#live[segment]!;
  }

  /** Whether documents of a segment were deleted since it was written. */
  hasDeleted(segment: number): boolean {
    return this.#live[segment]! < this.#segments[segment]!.documents;
  }

  /** Those that are not deleted, in corpus order. */
  *live(): Generator<DocumentPlace> {
    for (const [segment, deleted] of this.#deleted.entries()) {
      for (const [document, flag] of deleted.entries()) if (flag === 0) yield { segment, document };
    }
  }

  isLive(segment: number, position: number): boolean {
    return !this.hasDeleted(segment) || this.#deleted[segment]![this.#segments[segment]!.documentAt(position)] === 0;
  }

  /** Those of many positions of a segment that are in documents not deleted, in their order; overwrites `positions`. */
  keepLive(segment: number, positions: Int32Array): Int32Array {
    if (!this.hasDeleted(segment)) return positions;
    const source = this.#segments[segment]!;
    const deleted = this.#deleted[segment]!;
    let kept = 0;
    for (const position of positions) {
      if (deleted[source.documentAt(position)] === 0) positions[kept++] = position;
    }
    return positions.subarray(0, kept);
  }

  /** A number that is the same for two occurrences of one speech, be it in the same document or in a copy of it. */
  speechKey(occurrence: Occurrence): number {
    const key = this.#keyOf(occurrence);
    return this.#representative.get(key) ?? key;
  }

  /** Whether the occurrence stands in a copy of another document, which is then the better source. */
  isInVariant(occurrence: Occurrence): boolean {
    return this.#representative.size > 0 && this.#representative.has(this.#keyOf(occurrence));
  }

  /** Whether the occurrence's document has copies, or is one. */
  isCopied(occurrence: Occurrence): boolean {
    return this.#copied.size > 0 && this.#copied.has(this.#keyOf(occurrence));
  }

  /** When the occurrence's speech was given, as `SpeechMetadata.date`; empty if that is unknown. Kept once read. */
  dateOf({ segment, position }: Occurrence): string {
    const source = this.#segments[segment]!;
    const document = source.documentAt(position);
    const dates = this.#dates[segment]!;
    dates[document] ??= source.documentHead(document).metadata.date ?? '';
    return dates[document];
  }

  /** All documents that are not deleted. */
  places(): DocumentPlace[] {
    return this.#deleted.flatMap((flags, segment) =>
      Array.from(flags.keys())
        .filter(document => flags[document] === 0)
        .map(document => ({ segment, document })),
    );
  }

  head({ segment, document }: DocumentPlace): DocumentHead {
    return this.#decode(segment, document).head;
  }

  /** Titles of the sections of a document around `offset`, outermost first. */
  sectionPath({ segment, document }: DocumentPlace, offset: number): string[] {
    return sectionPathIn(this.#decode(segment, document).sections, offset);
  }

  /** Raw range of a clean span of a document. */
  rawSpan({ segment, document }: DocumentPlace, span: Span): Span {
    const { head, offsets } = this.#decode(segment, document);
    return toRawSpan(offsets, head.characters, span);
  }

  /** The id of the document that this one is a copy of. */
  variantOf({ segment, document }: DocumentPlace): string | undefined {
    const key = this.#representative.get(documentKey(segment, document));
    if (key === undefined) return undefined;
    return this.#decode(Math.floor(key / SEGMENT_KEYS), key % SEGMENT_KEYS).head.id;
  }

  /** The document called `id`, if it is in the index. */
  find(id: string): FoundDocument | undefined {
    const place = this.#byName().byId.get(id);
    if (place === undefined) return undefined;
    const source = this.#segments[place.segment]!;
    return {
      stored: this.head(place),
      text: () => source.documentText(place.document),
      wordStarts: () =>
        source.wordStarts(source.documentStarts[place.document]!, source.documentLength(place.document)),
      rawSpan: span => this.rawSpan(place, span),
    };
  }

  /** Where the document of the file at `path` is, if it is in the index. */
  placeOf(path: string): DocumentPlace | undefined {
    return this.#byName().byPath.get(path);
  }

  #keyOf({ segment, position }: Occurrence): number {
    return documentKey(segment, this.#segments[segment]!.documentAt(position));
  }

  #decode(segment: number, document: number): DecodedDocument {
    const key = documentKey(segment, document);
    let decoded = this.#decoded.get(key);
    if (decoded === undefined) {
      const source = this.#segments[segment]!;
      decoded = { ...source.documentRecord(document), offsets: source.offsetMap(document) };
      if (this.#decoded.size >= CACHED_DOCUMENTS) this.#decoded.delete(this.#decoded.keys().next().value!);
    } else {
      this.#decoded.delete(key); // put back below as the latest
    }
    this.#decoded.set(key, decoded);
    return decoded;
  }

  #byName(): { readonly byId: Map<string, DocumentPlace>; readonly byPath: Map<string, DocumentPlace> } {
    if (this.#named !== undefined) return this.#named;
    const byId = new Map<string, DocumentPlace>();
    const byPath = new Map<string, DocumentPlace>();
    for (const place of this.places()) {
      const { id, path } = this.#segments[place.segment]!.documentHead(place.document);
      byId.set(id, place);
      byPath.set(path, place);
    }
    this.#named = { byId, byPath };
    return this.#named;
  }
}

/** A segment has fewer documents than characters, of which there are at most 2^24. */
const SEGMENT_KEYS = 0x1000000;

function documentKey(segment: number, document: number): number {
  return segment * SEGMENT_KEYS + document;
}
