import type { OffsetMap } from '../document/cleanText.ts';
import type { ParallelSeries } from '../parallel/parallelSeries.ts';
import { PHRASE_BYTES, SKETCH_FILLER } from './buildSegment.ts';
import { type ByteSource, CorruptIndexError } from './byteSource.ts';
import { documentAt, type MinedPhrase } from './minePhrases.ts';
import { decodeOffsetMap } from './offsetMapCodec.ts';
import {
  decodeHeader,
  Section,
  type SectionEntry,
  type SectionId,
  type SegmentHeader,
  TOP_STRIDE,
  TOP_WIDTH,
} from './segmentFormat.ts';
import { unpackSeries } from './seriesCodec.ts';
import { SKETCH_SIZE, type Sketch } from './sketch.ts';
import type { SegmentDocument, StoredDocument } from './storedDocument.ts';

/** Half-open range of ranks in a segment's suffix array: all suffixes that start with one text. */
export interface SuffixInterval {
  readonly from: number;
  readonly to: number;
}

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
  readonly #header: SegmentHeader;
  readonly #top: Uint16Array;
  readonly #block = new Uint8Array(TOP_STRIDE * 3);
  #scratch = new Uint16Array(64);

  /** @throws CorruptIndexError if the bytes are no segment of this version */
  constructor(source: ByteSource) {
    const header = decodeHeader((position, target) => source.read(position, target));
    if (typeof header === 'string') throw new CorruptIndexError(header);
    this.#source = source;
    this.#header = header;
    this.characters = header.characters;
    this.documents = header.documents;
    this.documentStarts = new Uint32Array(this.#bytes(Section.documentStarts).buffer);
    this.#top = new Uint16Array(this.#bytes(Section.top).buffer);
  }

  close(): void {
    this.#source.close();
  }

  /** @throws CorruptIndexError if any part of the segment is damaged */
  verify(): void {
    this.#source.verify();
  }

  /** All suffixes that start with `pattern` (non-empty). */
  interval(pattern: Uint16Array): SuffixInterval {
    const from = this.#bound(pattern, false);
    if (from === this.characters || this.#compare(this.suffix(from), pattern) !== 0) return { from, to: from };
    return { from, to: this.#bound(pattern, true) };
  }

  /** Length of the longest prefix of `pattern` that occurs in the segment. */
  longestPrefix(pattern: Uint16Array): number {
    const rank = this.#bound(pattern, false);
    let longest = 0;
    if (rank < this.characters) longest = this.#shared(this.suffix(rank), pattern);
    if (rank > 0) longest = Math.max(longest, this.#shared(this.suffix(rank - 1), pattern));
    return longest;
  }

  /** Start of the suffix of `rank`. */
  suffix(rank: number): number {
    const entry = this.#block.subarray(0, 3);
    this.#source.read(this.#entry(Section.suffixes).position + rank * 3, entry);
    return entry[0]! | (entry[1]! << 8) | (entry[2]! << 16);
  }

  /** Starts of the suffixes of an interval, in rank order. */
  suffixes({ from, to }: SuffixInterval): Int32Array {
    const bytes = new Uint8Array((to - from) * 3);
    this.#source.read(this.#entry(Section.suffixes).position + from * 3, bytes);
    const starts = new Int32Array(to - from);
    for (let i = 0, k = 0; i < starts.length; i++, k += 3) {
      starts[i] = bytes[k]! | (bytes[k + 1]! << 8) | (bytes[k + 2]! << 16);
    }
    return starts;
  }

  /** At most `length` units of text from `position`, fewer at the end of the segment. */
  text(position: number, length: number): string {
    const units = this.#read(position, length);
    return String.fromCharCode(...units);
  }

  /** The whole text of document `index`, without its separator. */
  documentText(index: number): string {
    const start = this.documentStarts[index]!;
    const end = start + this.documentLength(index);
    const parts: string[] = [];
    for (let at = start; at < end; at += 8192) parts.push(this.text(at, Math.min(8192, end - at)));
    return parts.join('');
  }

  documentLength(index: number): number {
    return (this.documentStarts[index + 1] ?? this.characters) - 1 - this.documentStarts[index]!;
  }

  documentAt(position: number): number {
    return documentAt(this.documentStarts, position);
  }

  isWordStart(position: number): boolean {
    const byte = this.#block.subarray(0, 1);
    this.#source.read(this.#entry(Section.boundaries).position + (position >>> 3), byte);
    return (byte[0]! & (1 << (position & 7))) !== 0;
  }

  document(index: number): StoredDocument {
    return this.#json(Section.documents, Section.documentOffsets, index) as StoredDocument;
  }

  series(index: number): readonly ParallelSeries[] {
    const packed = this.#json(Section.series, Section.seriesOffsets, index) as Parameters<typeof unpackSeries>[0];
    return unpackSeries(packed, this.documentText(index));
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
  phrases(): MinedPhrase[] {
    const bytes = this.#bytes(Section.phrases);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return Array.from({ length: bytes.length / PHRASE_BYTES }, (_, i) => ({
      position: view.getUint32(i * PHRASE_BYTES, true),
      length: view.getUint16(i * PHRASE_BYTES + 4, true),
      documents: view.getUint16(i * PHRASE_BYTES + 6, true),
    }));
  }

  get phraseCount(): number {
    return this.#entry(Section.phrases).length / PHRASE_BYTES;
  }

  /** Document `index` as it was given to `buildSegment`, for a merge. */
  segmentDocument(index: number): SegmentDocument {
    return {
      text: this.documentText(index),
      stored: this.#record(Section.documents, Section.documentOffsets, index),
      offsets: this.#record(Section.offsetMaps, Section.offsetMapOffsets, index),
      wordBits: this.#wordBits(index),
      series: this.#record(Section.series, Section.seriesOffsets, index),
      sketch: this.sketch(index),
    };
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

  /** First rank whose suffix is not smaller than `pattern`; with `past`, first rank beyond those that start with it. */
  #bound(pattern: Uint16Array, past: boolean): number {
    const isBelow = (order: number): boolean => order < 0 || (past && order === 0);
    let low = 0;
    let high = this.#top.length / TOP_WIDTH;
    while (low < high) {
      const row = (low + high) >>> 1;
      if (isBelow(this.#compareTop(row, pattern))) low = row + 1;
      else high = row;
    }
    if (low === 0) return 0;
    const first = (low - 1) * TOP_STRIDE;
    const ranks = Math.min(TOP_STRIDE, this.characters - first);
    const starts = this.suffixes({ from: first, to: first + ranks });
    let from = 1; // rank `first` is known to be below
    let to = ranks;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (isBelow(this.#compare(starts[middle]!, pattern))) from = middle + 1;
      else to = middle;
    }
    return first + from;
  }

  #compareTop(row: number, pattern: Uint16Array): number {
    const at = row * TOP_WIDTH;
    const width = Math.min(TOP_WIDTH, pattern.length);
    for (let i = 0; i < width; i++) {
      const difference = this.#top[at + i]! - pattern[i]!;
      if (difference !== 0) return difference;
    }
    return pattern.length <= TOP_WIDTH ? 0 : this.#compare(this.suffix(row * TOP_STRIDE), pattern);
  }

  /** Order of the suffix at `position`, cut to the pattern's length, against `pattern`. */
  #compare(position: number, pattern: Uint16Array): number {
    const units = this.#read(position, pattern.length);
    for (let i = 0; i < units.length; i++) {
      const difference = units[i]! - pattern[i]!;
      if (difference !== 0) return difference;
    }
    return units.length - pattern.length;
  }

  #shared(position: number, pattern: Uint16Array): number {
    const units = this.#read(position, pattern.length);
    let i = 0;
    while (i < units.length && units[i] === pattern[i]) i++;
    return i;
  }

  /** Units in a buffer that the next call overwrites. */
  #read(position: number, length: number): Uint16Array {
    const units = Math.max(0, Math.min(length, this.characters - position));
    if (units > this.#scratch.length) this.#scratch = new Uint16Array(units * 2);
    const target = new Uint8Array(this.#scratch.buffer, 0, units * 2);
    this.#source.read(this.#entry(Section.text).position + position * 2, target);
    return this.#scratch.subarray(0, units);
  }

  #json(records: SectionId, offsets: SectionId, index: number): unknown {
    return JSON.parse(new TextDecoder().decode(this.#record(records, offsets, index)));
  }

  #record(records: SectionId, offsets: SectionId, index: number): Uint8Array {
    const pair = new Uint32Array(2);
    this.#source.read(this.#entry(offsets).position + index * 4, new Uint8Array(pair.buffer));
    const bytes = new Uint8Array(pair[1]! - pair[0]!);
    this.#source.read(this.#entry(records).position + pair[0]!, bytes);
    return bytes;
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

/** `text` as the units a segment compares. */
export function patternOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < units.length; i++) units[i] = text.charCodeAt(i);
  return units;
}
