import type { OffsetMap } from '../document/cleanText.ts';
import type { ParallelSeries } from '../parallel/parallelSeries.ts';
import { type ByteSource, CorruptIndexError } from './byteSource.ts';
import { type DocumentEdits, NO_EDITS } from './documentEdits.ts';
import { DocumentTable } from './documentTable.ts';
import { decodeOffsetMap } from './format/offsetMapCodec.ts';
import { PairTable } from './format/pairTable.ts';
import { PhraseCursor, phraseCountOf } from './format/phraseSection.ts';
import {
  decodeHeader,
  Section,
  type SectionEntry,
  type SectionId,
  type SegmentHeader,
} from './format/segmentFormat.ts';
import { decodeSeries, type PackedSeries, parseSeries } from './format/seriesCodec.ts';
import { POSTING_BYTES, PostingTable, postingsOf } from './format/seriesPostings.ts';
import { SKETCH_FILLER, SKETCH_SIZE, type Sketch } from './format/sketch.ts';
import {
  type DocumentHead,
  type DocumentRecord,
  decodeRecord,
  type SegmentDocument,
  type StoredDocument,
} from './format/storedDocument.ts';
import { LineCache } from './lineCache.ts';
import { keysOf } from './seriesKeys.ts';
import { SuffixSearch } from './suffixSearch.ts';
import { textOf } from './units.ts';

/** Words of 256 units in half a line, and lines kept: 64 kilobytes. */
const WORD_STEP_BITS = 5;
const WORD_SLOT_BITS = 10;

/** Where records are while they are decoded: a hover reads dozens. */
let passing = new Uint8Array(1 << 16);

/**
 * An immutable part of the corpus, read by position. Only the top table and the document starts are resident;
 * a look-up costs one read of suffixes and a handful of short reads of text per bound.
 */
export class Segment {
  readonly characters: number;
  readonly documents: number;
  /** Start of each document in the segment's text. */
  readonly documentStarts: Uint32Array;
  readonly #source: ByteSource;
  readonly #edits: DocumentEdits;
  readonly #header: SegmentHeader;
  readonly #documentTable: DocumentTable;
  readonly #seriesPostings: PostingTable;
  /** Look-up of text in this segment. */
  readonly search: SuffixSearch;
  readonly #wordLines: LineCache;

  /**
   * @param edits what the user says of documents
   * @throws CorruptIndexError if the bytes are no segment of this version
   */
  constructor(source: ByteSource, edits: DocumentEdits = NO_EDITS) {
    const header = decodeHeader((position, target) => source.read(position, target));
    if (typeof header === 'string') throw new CorruptIndexError(header);
    this.#source = source;
    this.#edits = edits;
    this.#header = header;
    this.characters = header.characters;
    this.documents = header.documents;
    this.documentStarts = new Uint32Array(this.#bytes(Section.documentStarts).buffer);
    this.#documentTable = new DocumentTable(this.documentStarts, header.characters);
    const layout = {
      text: this.#entry(Section.text).position,
      suffixes: this.#entry(Section.suffixes).position,
      characters: header.characters,
    };
    this.#wordLines = new LineCache(source, this.#entry(Section.boundaries), WORD_STEP_BITS, WORD_SLOT_BITS);
    const postings = this.#entry(Section.seriesPostings);
    this.#seriesPostings = new PostingTable(postings.length / POSTING_BYTES, (index, count) => {
      const words = new Uint32Array((count * POSTING_BYTES) / 4);
      source.read(postings.position + index * POSTING_BYTES, new Uint8Array(words.buffer));
      return words;
    });
    const pairBlocks = new Uint32Array(this.#bytes(Section.pairBlocks).buffer);
    const pairs = new PairTable(source, this.#entry(Section.pairs), pairBlocks);
    this.search = new SuffixSearch(source, layout, new Uint16Array(this.#bytes(Section.top).buffer), pairs);
  }

  close(): void {
    this.#source.close();
  }

  /** @throws CorruptIndexError if any part of the segment is damaged */
  verify(): void {
    this.#source.verify();
  }

  /** Some of what `verify` does. Returns whether there is more to do. */
  verifyNext(): boolean {
    return this.#source.verifyNext();
  }

  /** At most `length` units of text from `position`, fewer at the end of the segment. */
  text(position: number, length: number): string {
    return textOf(this.search.units(position, length));
  }

  /** The whole text of document `index`, without its separator. */
  documentText(index: number): string {
    return textOf(this.#documentUnits(index));
  }

  documentLength(index: number): number {
    return (this.documentStarts[index + 1] ?? this.characters) - 1 - this.documentStarts[index]!;
  }

  documentAt(position: number): number {
    return this.#documentTable.at(position);
  }

  /** False beyond either end of the text. */
  isWordStart(position: number): boolean {
    if (position < 0 || position >= this.characters) return false;
    return (this.#wordLines.bytes[this.#wordLines.find(position >>> 3, 1)]! & (1 << (position & 7))) !== 0;
  }

  /** Whether a word starts at each of the `length` units from `position` on; false beyond either end of the text. */
  wordStarts(position: number, length: number): boolean[] {
    const starts: boolean[] = [];
    for (let at = position; at < position + length; at++) starts.push(this.isWordStart(at));
    return starts;
  }

  /** As the user has it. */
  document(index: number): StoredDocument {
    const stored = this.#json(Section.documents, Section.documentOffsets, index) as StoredDocument;
    return this.#edits.applied(stored);
  }

  /** As `document`, its sections undecoded: several times as quick. */
  documentRecord(index: number): DocumentRecord {
    const { head, sections } = decodeRecord(this.#record(Section.documents, Section.documentOffsets, index));
    return { head: this.#edits.applied(head), sections };
  }

  /** Document `index` without its sections. */
  documentHead(index: number): DocumentHead {
    const { head } = decodeRecord(this.#passing(Section.documents, Section.documentOffsets, index));
    return this.#edits.applied(head);
  }

  series(index: number): readonly ParallelSeries[] {
    return decodeSeries(this.#passing(Section.series, Section.seriesOffsets, index), this.documentText(index));
  }

  /** The series of document `index` without words, for who needs a few of them. */
  packedSeries(index: number): readonly PackedSeries[] {
    return parseSeries(this.#passing(Section.series, Section.seriesOffsets, index));
  }

  /** Where series with `key` of `seriesKeys.ts` are, ascending: the start of the member or of the series. */
  seriesPlaces(key: string): number[] {
    return this.#seriesPostings.positions(key);
  }

  sketch(index: number): Sketch {
    const numbers = new Uint32Array(SKETCH_SIZE);
    const position = this.#entry(Section.sketches).position + index * SKETCH_SIZE * 4;
    this.#source.read(position, new Uint8Array(numbers.buffer));
    const end = numbers.indexOf(SKETCH_FILLER);
    return end < 0 ? numbers : numbers.slice(0, end);
  }

  offsetMap(index: number): OffsetMap {
    return decodeOffsetMap(this.#record(Section.offsetMaps, Section.offsetMapOffsets, index));
  }

  /** Recurrent phrases in text order. */
  phrases(): PhraseCursor {
    return new PhraseCursor(this.#source, {
      records: this.#entry(Section.phrases),
      texts: this.#entry(Section.phraseTexts),
      readings: this.#entry(Section.phraseReadings),
    });
  }

  get phraseCount(): number {
    return phraseCountOf(this.#entry(Section.phrases).length);
  }

  /** Document `index` as it was given to `buildSegment`, for a merge. */
  segmentDocument(index: number): SegmentDocument {
    const units = this.#documentUnits(index);
    const series = this.#record(Section.series, Section.seriesOffsets, index);
    return {
      units,
      stored: this.#record(Section.documents, Section.documentOffsets, index),
      offsets: this.#record(Section.offsetMaps, Section.offsetMapOffsets, index),
      wordBits: this.#wordBits(index),
      series,
      postings: postingsOf(decodeSeries(series, textOf(units)).flatMap(keysOf)),
      sketch: this.sketch(index),
    };
  }

  #documentUnits(index: number): Uint16Array<ArrayBuffer> {
    const units = new Uint16Array(this.documentLength(index));
    this.#source.read(
      this.#entry(Section.text).position + this.documentStarts[index]! * 2,
      new Uint8Array(units.buffer),
    );
    return units;
  }

  #wordBits(index: number): Uint8Array {
    const start = this.documentStarts[index]!;
    const length = this.documentLength(index);
    const shift = start & 7;
    const source = new Uint8Array(Math.ceil((shift + length) / 8) + 1);
    const { position } = this.#entry(Section.boundaries);
    this.#source.read(position + (start >>> 3), source.subarray(0, Math.ceil((shift + length) / 8)));
    const bits = new Uint8Array(Math.ceil(length / 8));
    for (let i = 0; i < bits.length; i++) bits[i] = (source[i]! >>> shift) | (source[i + 1]! << (8 - shift));
    const tail = length & 7;
    if (tail > 0) bits[bits.length - 1]! &= (1 << tail) - 1;
    return bits;
  }

  #json(records: SectionId, offsets: SectionId, index: number): unknown {
    return JSON.parse(new TextDecoder().decode(this.#passing(records, offsets, index)));
  }

  #record(records: SectionId, offsets: SectionId, index: number): Uint8Array {
    return this.#passing(records, offsets, index).slice();
  }

  /** As `#record`, in a buffer that a later call overwrites: for who decodes it at once. */
  #passing(records: SectionId, offsets: SectionId, index: number): Uint8Array {
    const pair = new Uint32Array(2);
    this.#source.read(this.#entry(offsets).position + index * 4, new Uint8Array(pair.buffer));
    const length = pair[1]! - pair[0]!;
    if (length > passing.length) passing = new Uint8Array(2 * length);
    this.#source.read(this.#entry(records).position + pair[0]!, passing, length);
    return passing.subarray(0, length);
  }

  #bytes(id: SectionId): Uint8Array<ArrayBuffer> {
    const entry = this.#entry(id);
    const bytes = new Uint8Array(entry.length);
    this.#source.read(entry.position, bytes);
    return bytes;
  }

  #entry(id: SectionId): SectionEntry {
    const entry = this.#header.sections.get(id);
    if (entry === undefined) throw new CorruptIndexError(`section ${id} is missing`);
    return entry;
  }
}
