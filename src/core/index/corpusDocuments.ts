import { toRawSpan } from '../document/cleanText.ts';
import type { Section } from '../structure/section.ts';
import type { Span } from '../text/span.ts';
import type { DocumentPlace } from './documentPlace.ts';
import { DocumentRecords } from './documentRecords.ts';
import { sectionPathIn } from './format/packedSections.ts';
import type { DocumentHead, StoredDocument } from './format/storedDocument.ts';
import type { Occurrence } from './occurrence.ts';
import type { Segment } from './reading/segment.ts';
import { SpeechVariants, type Variants } from './variants.ts';

/** A document of the index, with access to its clean text and to the raw offsets of it. */
export interface FoundDocument {
  readonly stored: DocumentHead;
  text(): string;
  /** For each unit of the text, whether a word starts there. */
  wordStarts(): boolean[];
  /** Raw range of a clean span within the document. */
  rawSpan(span: Span): Span;
}

/** The documents of an index: their records, and which of them are deleted or copies of others. */
export class CorpusDocuments {
  readonly #segments: readonly Segment[];
  /** For each document of each segment, whether it is deleted. */
  readonly #deleted: readonly Uint8Array[];
  readonly #live: readonly number[];
  readonly #variants: SpeechVariants;
  readonly #records: DocumentRecords;
  /** Dates by segment and document, as far as they have been requested. */
  readonly #dates: Array<Array<string | undefined>>;
  /** Documents that are not deleted, by id and by path. */
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
    this.#variants = new SpeechVariants(variants);
    this.#records = new DocumentRecords(segments);
  }

  /** Documents that are not deleted. */
  get count(): number {
    return this.#live.reduce((sum, live) => sum + live, 0);
  }

  /** Documents of a segment that are not deleted. */
  liveIn(segment: number): number {
    return this.#live[segment]!;
  }

  /** Whether documents of a segment were deleted since it was written. */
  hasDeleted(segment: number): boolean {
    return this.#live[segment]! < this.#segments[segment]!.documents;
  }

  /** The documents that are not deleted, in corpus order. */
  *live(): Generator<DocumentPlace> {
    for (const [segment, deleted] of this.#deleted.entries()) {
      for (const [document, flag] of deleted.entries()) if (flag === 0) yield { segment, document };
    }
  }

  isDeleted({ segment, document }: DocumentPlace): boolean {
    return this.#deleted[segment]![document] === 1;
  }

  isLive(segment: number, position: number): boolean {
    return !this.hasDeleted(segment) || this.#deleted[segment]![this.#segments[segment]!.documentAt(position)] === 0;
  }

  /** The `positions` of a segment that lie in documents which are not deleted, in the same order. Overwrites `positions`. */
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

  /** A key of the speech that the occurrence is in. Copies of one speech have the same key. */
  speechKey(occurrence: Occurrence): number {
    return this.#variants.speechKey(this.placeAt(occurrence));
  }

  /** Whether the occurrence lies in a copy of another document. That other document is then the better source. */
  isInVariant(occurrence: Occurrence): boolean {
    return !this.#variants.areNone && this.#variants.isCopy(this.placeAt(occurrence));
  }

  /** Whether the occurrence's document has copies or is one. If not, no other document has the same `speechKey`. */
  isCopied(occurrence: Occurrence): boolean {
    return !this.#variants.areNone && this.#variants.isCopied(this.placeAt(occurrence));
  }

  /** The `speechKey` of a document that has copies or is one; `undefined` for other documents. */
  copiedSpeech(place: DocumentPlace): number | undefined {
    if (this.#variants.areNone || !this.#variants.isCopied(place)) return undefined;
    return this.#variants.speechKey(place);
  }

  /** Date of the speech at an occurrence, as `SpeechMetadata.date`; empty if unknown. Fast, because dates stay in memory. */
  dateOf(occurrence: Occurrence): string {
    return this.#dateAt(this.placeAt(occurrence));
  }

  /** `dateOf` the document of the file at `path`; empty if there is none. */
  dateOfFile(path: string): string {
    const place = this.placeOf(path);
    return place === undefined ? '' : this.#dateAt(place);
  }

  /** Every document that is not deleted, with the place of its first unit. Reads them one by one. */
  *all(): Generator<{ readonly place: Occurrence; readonly stored: StoredDocument }> {
    for (const { segment, document } of this.live()) {
      const source = this.#segments[segment]!;
      yield { place: { segment, position: source.documentStarts[document]! }, stored: source.document(document) };
    }
  }

  /** All documents that are not deleted. */
  places(): DocumentPlace[] {
    return this.#deleted.flatMap((flags, segment) =>
      Array.from(flags.keys())
        .filter(document => flags[document] === 0)
        .map(document => ({ segment, document })),
    );
  }

  /** The document that contains the occurrence. */
  placeAt({ segment, position }: Occurrence): DocumentPlace {
    return { segment, document: this.#segments[segment]!.documentAt(position) };
  }

  head(place: DocumentPlace): DocumentHead {
    return this.#records.at(place).head;
  }

  /** `head` of the occurrence's document. */
  headAt(occurrence: Occurrence): DocumentHead {
    return this.head(this.placeAt(occurrence));
  }

  /** The sections of the occurrence's document. Decodes its record. */
  sectionsAt({ segment, position }: Occurrence): readonly Section[] {
    const source = this.#segments[segment]!;
    return source.document(source.documentAt(position)).sections;
  }

  /** Titles of the sections of a document around `offset`, outermost first. */
  sectionPath(place: DocumentPlace, offset: number): string[] {
    return sectionPathIn(this.#records.at(place).sections, offset);
  }

  /** Raw range of a clean span of a document. */
  rawSpan(place: DocumentPlace, span: Span): Span {
    const { head, offsets } = this.#records.at(place);
    return toRawSpan(offsets, head.characters, span);
  }

  /** The id of the document that this one is a copy of. */
  variantOf(place: DocumentPlace): string | undefined {
    const original = this.#variants.originalOf(place);
    return original && this.head(original).id;
  }

  /** The document with this id, if it is in the index. */
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

  /** The place of the document from the file at `path`, if it is in the index. */
  placeOf(path: string): DocumentPlace | undefined {
    return this.#byName().byPath.get(path);
  }

  #dateAt({ segment, document }: DocumentPlace): string {
    const dates = this.#dates[segment]!;
    dates[document] ??= this.#segments[segment]!.documentHead(document).metadata.date ?? '';
    return dates[document];
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
