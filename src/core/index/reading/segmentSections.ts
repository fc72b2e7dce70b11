import { type ByteSource, CorruptIndexError } from '../format/byteSource.ts';
import { decodeHeader, type SectionEntry, type SectionId, type SegmentHeader } from '../format/segmentFormat.ts';

/** Holds a record while it is decoded. A hover reads dozens of records, and a new buffer for each would be garbage. */
let passing = new Uint8Array(1 << 16);

/** The sections of a segment file, and the records in those that have one for each document. */
export class SegmentSections {
  readonly source: ByteSource;
  readonly #header: SegmentHeader;
  /** Where records start, by the section that says so. They take a few bytes a document, and spare a second read for each record. */
  readonly #starts = new Map<SectionId, Uint32Array>();

  /** @throws CorruptIndexError if the bytes are no segment of this version */
  constructor(source: ByteSource) {
    const header = decodeHeader((position, target) => source.read(position, target));
    if (typeof header === 'string') throw new CorruptIndexError(header);
    this.source = source;
    this.#header = header;
  }

  /** UTF-16 units of the segment's text. */
  get characters(): number {
    return this.#header.characters;
  }

  get documents(): number {
    return this.#header.documents;
  }

  /** Where a section lies in the file. @throws CorruptIndexError if there is none */
  entry(id: SectionId): SectionEntry {
    const entry = this.#header.sections.get(id);
    if (entry === undefined) throw new CorruptIndexError(`section ${id} is missing`);
    return entry;
  }

  /** A whole section. */
  bytes(id: SectionId): Uint8Array<ArrayBuffer> {
    const entry = this.entry(id);
    const bytes = new Uint8Array(entry.length);
    this.source.read(entry.position, bytes);
    return bytes;
  }

  /** Record `index` of a section; `offsets` is the section that says where each record starts. */
  record(records: SectionId, offsets: SectionId, index: number): Uint8Array {
    return this.passingRecord(records, offsets, index).slice();
  }

  /** As `record`, in a buffer that the next call overwrites: for callers that decode the record at once. */
  passingRecord(records: SectionId, offsets: SectionId, index: number): Uint8Array {
    const starts = this.#startsOf(offsets);
    const start = starts[index]!;
    const length = starts[index + 1]! - start;
    if (length > passing.length) passing = new Uint8Array(2 * length);
    this.source.read(this.entry(records).position + start, passing, length);
    return passing.subarray(0, length);
  }

  #startsOf(offsets: SectionId): Uint32Array {
    let starts = this.#starts.get(offsets);
    if (starts === undefined) {
      starts = new Uint32Array(this.bytes(offsets).buffer);
      this.#starts.set(offsets, starts);
    }
    return starts;
  }
}
