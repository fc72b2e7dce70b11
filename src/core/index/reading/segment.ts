import type { OffsetMap } from '../../document/cleanText.ts';
import type { ParallelSeries } from '../../parallel/parallelSeries.ts';
import { textOf } from '../../text/units.ts';
import type { ByteSource } from '../format/byteSource.ts';
import { DocumentTable } from '../format/documentTable.ts';
import { decodeOffsetMap } from '../format/offsetMapCodec.ts';
import { PairTable } from '../format/pairTable.ts';
import { PhraseCursor, phraseCountOf } from '../format/phraseSection.ts';
import { Section } from '../format/segmentFormat.ts';
import { decodeSeries } from '../format/seriesCodec.ts';
import { keysOf } from '../format/seriesKeys.ts';
import { POSTING_BYTES, PostingTable, postingsOf } from '../format/seriesPostings.ts';
import { SKETCH_FILLER, SKETCH_SIZE, type Sketch } from '../format/sketch.ts';
import {
  type DocumentHead,
  type DocumentRecord,
  decodeRecord,
  type SegmentDocument,
  type StoredDocument,
} from '../format/storedDocument.ts';
import { TopTable } from '../format/topTable.ts';
import { type DocumentEdits, NO_EDITS } from './documentEdits.ts';
import { SegmentSections } from './segmentSections.ts';
import { SuffixSearch } from './suffixSearch.ts';
import { WordBoundaries } from './wordBoundaries.ts';

/**
 * An immutable part of the corpus, one file, read by position. Only the top table and the starts of the documents are
 * kept in memory. A look-up takes, for either end of its interval, one read of suffixes and a handful of short reads of
 * text. All positions are UTF-16 units from the start of the segment's text.
 */
export class Segment {
  readonly characters: number;
  readonly documents: number;
  /** Start of each document in the segment's text. */
  readonly documentStarts: Uint32Array;
  readonly #source: ByteSource;
  readonly #edits: DocumentEdits;
  readonly #sections: SegmentSections;
  readonly #documentTable: DocumentTable;
  readonly #seriesPostings: PostingTable;
  /** Look-up of text in this segment. */
  readonly search: SuffixSearch;
  readonly #words: WordBoundaries;

  /**
   * @param edits what the user says of documents
   * @throws CorruptIndexError if the bytes are no segment of this version
   */
  constructor(source: ByteSource, edits: DocumentEdits = NO_EDITS) {
    const sections = new SegmentSections(source);
    this.#source = source;
    this.#edits = edits;
    this.#sections = sections;
    this.characters = sections.characters;
    this.documents = sections.documents;
    this.documentStarts = new Uint32Array(sections.bytes(Section.documentStarts).buffer);
    this.#documentTable = new DocumentTable(this.documentStarts, sections.characters);
    const layout = {
      text: sections.entry(Section.text).position,
      suffixes: sections.entry(Section.suffixes).position,
      characters: sections.characters,
    };
    this.#words = new WordBoundaries(source, sections.entry(Section.boundaries), sections.characters);
    const postings = sections.entry(Section.seriesPostings);
    this.#seriesPostings = new PostingTable(postings.length / POSTING_BYTES, (index, count) => {
      const words = new Uint32Array((count * POSTING_BYTES) / 4);
      source.read(postings.position + index * POSTING_BYTES, new Uint8Array(words.buffer));
      return words;
    });
    const pairBlocks = new Uint32Array(sections.bytes(Section.pairBlocks).buffer);
    const pairs = new PairTable(source, sections.entry(Section.pairs), pairBlocks);
    const top = new TopTable(sections.bytes(Section.top), sections.characters);
    this.search = new SuffixSearch(source, layout, top, pairs);
  }

  close(): void {
    this.#source.close();
  }

  /** @throws CorruptIndexError if any part of the segment is damaged */
  verify(): void {
    this.#source.verify();
  }

  /** Verifies a part of what `verify` does. Returns whether there is more to do. */
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

  /** Whether a word starts at `position`; false beyond either end of the text. */
  isWordStart(position: number): boolean {
    return this.#words.isStart(position);
  }

  /** Whether a word starts at each of the `length` units from `position` on; false beyond either end of the text. */
  wordStarts(position: number, length: number): boolean[] {
    return this.#words.starts(position, length);
  }

  /** Document `index`, with what the user has stated of it. */
  document(index: number): StoredDocument {
    const record = this.#sections.passingRecord(Section.documents, Section.documentOffsets, index);
    return this.#edits.applied(JSON.parse(new TextDecoder().decode(record)) as StoredDocument);
  }

  /** As `document`, but with its sections left undecoded, which is several times as quick. */
  documentRecord(index: number): DocumentRecord {
    const { head, sections } = decodeRecord(this.#sections.record(Section.documents, Section.documentOffsets, index));
    return { head: this.#edits.applied(head), sections };
  }

  /** Document `index` without its sections. */
  documentHead(index: number): DocumentHead {
    const { head } = decodeRecord(this.#sections.passingRecord(Section.documents, Section.documentOffsets, index));
    return this.#edits.applied(head);
  }

  series(index: number): readonly ParallelSeries[] {
    return decodeSeries(
      this.#sections.passingRecord(Section.series, Section.seriesOffsets, index),
      this.documentText(index),
    );
  }

  /** The stored series of document `index`, undecoded: for callers that need only a few of them, see `seriesFrom`. */
  seriesRecord(index: number): Uint8Array {
    return this.#sections.record(Section.series, Section.seriesOffsets, index);
  }

  /** The positions of all series with `key` (see `seriesKeys.ts`), ascending: where the member begins, or the series. */
  seriesPlaces(key: string): number[] {
    return this.#seriesPostings.positions(key);
  }

  sketch(index: number): Sketch {
    const numbers = new Uint32Array(SKETCH_SIZE);
    const position = this.#sections.entry(Section.sketches).position + index * SKETCH_SIZE * 4;
    this.#source.read(position, new Uint8Array(numbers.buffer));
    const end = numbers.indexOf(SKETCH_FILLER);
    return end < 0 ? numbers : numbers.slice(0, end);
  }

  offsetMap(index: number): OffsetMap {
    return decodeOffsetMap(this.#sections.passingRecord(Section.offsetMaps, Section.offsetMapOffsets, index));
  }

  /** Recurrent phrases in text order. */
  phrases(): PhraseCursor {
    return new PhraseCursor(this.#source, {
      records: this.#sections.entry(Section.phrases),
      texts: this.#sections.entry(Section.phraseTexts),
      readings: this.#sections.entry(Section.phraseReadings),
    });
  }

  get phraseCount(): number {
    return phraseCountOf(this.#sections.entry(Section.phrases).length);
  }

  /** Document `index` as it was given to `buildSegment`, for a merge. */
  segmentDocument(index: number): SegmentDocument {
    const units = this.#documentUnits(index);
    const series = this.#sections.record(Section.series, Section.seriesOffsets, index);
    return {
      units,
      stored: this.#sections.record(Section.documents, Section.documentOffsets, index),
      offsets: this.#sections.record(Section.offsetMaps, Section.offsetMapOffsets, index),
      wordBits: this.#words.bits(this.documentStarts[index]!, units.length),
      series,
      postings: postingsOf(decodeSeries(series, textOf(units)).flatMap(keysOf)),
      sketch: this.sketch(index),
    };
  }

  #documentUnits(index: number): Uint16Array<ArrayBuffer> {
    const units = new Uint16Array(this.documentLength(index));
    this.#source.read(
      this.#sections.entry(Section.text).position + this.documentStarts[index]! * 2,
      new Uint8Array(units.buffer),
    );
    return units;
  }
}
