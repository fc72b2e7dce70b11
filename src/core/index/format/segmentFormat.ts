/**
 * Layout of a segment file, little-endian throughout:
 *
 *   header     magic u32 · version u32 · characters u32 · documents u32 · section count u32 · reserved u32
 *   table      per section: id u32 · position u32 · length u32
 *   sections   in table order, each at a multiple of 8
 *   checksums  CRC-32 of every 16 KiB block of everything above (the last one shorter) · CRC-32 of those sums
 *              · number of blocks u32 · magic u32   (written and verified by node/checkedFile.ts)
 *
 * Raise `SEGMENT_FORMAT_VERSION` whenever bytes change meaning, or import has learned to leave out what it used to take in, such as a mark of
 * secrecy in a page header: older segments are then rebuilt from the corpus.
 */
export const SEGMENT_MAGIC = 0x47534a47; // "GJSG"
export const SEGMENT_FORMAT_VERSION = 10;

/** Suffix positions are 24-bit: a segment holds at most this many UTF-16 units, separators included. */
export const MAX_SEGMENT_CHARACTERS = 1 << 24;

/** Ends every document in a segment's text. No query holds it, so no match crosses documents. */
export const DOCUMENT_SEPARATOR = 1;

export const Section = {
  /** Clean text of all documents, UTF-16, each followed by `DOCUMENT_SEPARATOR`. */
  text: 1,
  /** Suffix array, 3 bytes an entry, and separators, see `suffixSection.ts`. */
  suffixes: 2,
  /** How every 64th suffix begins, see `packTop`; kept in memory while serving. */
  top: 3,
  /** Start of each document in the text, u32; kept in memory. */
  documentStarts: 4,
  /** One bit a unit, set where a word starts. */
  boundaries: 5,
  /** JSON of `StoredDocument`, one after the other. */
  documents: 6,
  /** Start of each document's JSON, u32, one more than documents. */
  documentOffsets: 7,
  /** Varint-coded `OffsetMap`s. */
  offsetMaps: 8,
  /** Start of each map, u32, one more than documents. */
  offsetMapOffsets: 9,
  /** Recurrent phrases, sorted by text, see `PhraseBytes`. */
  phrases: 10,
  /** JSON of each document's parallel series. */
  series: 11,
  /** Start of each document's series, u32, one more than documents. */
  seriesOffsets: 12,
  /** `SKETCH_SIZE` hashes of each document, u32, filled up with the largest number. */
  sketches: 13,
  phraseTexts: 14,
  phraseReadings: 15,
  /** Where the series are that have a member, a frame or a shape, see `seriesPostings.ts`. */
  seriesPostings: 16,
  /** `PackedPairs.blocks`; kept in memory. */
  pairBlocks: 17,
  /** `PackedPairs.entries`. */
  pairs: 18,
} as const;

export type SectionId = (typeof Section)[keyof typeof Section];

/** Where a section lies in the file, in bytes. */
export interface SectionEntry {
  readonly position: number;
  readonly length: number;
}

/** What the header of a segment file states. */
export interface SegmentHeader {
  readonly characters: number;
  readonly documents: number;
  readonly sections: ReadonlyMap<number, SectionEntry>;
}

const FIXED_HEADER_BYTES = 24;
const TABLE_ENTRY_BYTES = 12;
/** More sections than any version has. It bounds what a damaged header may make the reader read. */
const MAX_SECTIONS = 64;

/** Lays the sections out and returns the bytes to write, in order. */
export function encodeSegment(
  characters: number,
  documents: number,
  sections: ReadonlyArray<readonly [SectionId, Uint8Array]>,
): Uint8Array[] {
  const headerBytes = align(FIXED_HEADER_BYTES + sections.length * TABLE_ENTRY_BYTES);
  const header = new DataView(new ArrayBuffer(headerBytes));
  const fixed = [SEGMENT_MAGIC, SEGMENT_FORMAT_VERSION, characters, documents, sections.length, 0];
  for (const [i, value] of fixed.entries()) header.setUint32(i * 4, value, true);
  const chunks: Uint8Array[] = [new Uint8Array(header.buffer)];
  let position = headerBytes;
  sections.forEach(([id, bytes], i) => {
    const entry = FIXED_HEADER_BYTES + i * TABLE_ENTRY_BYTES;
    header.setUint32(entry, id, true);
    header.setUint32(entry + 4, position, true);
    header.setUint32(entry + 8, bytes.length, true);
    chunks.push(bytes);
    const padding = align(bytes.length) - bytes.length;
    if (padding > 0) chunks.push(new Uint8Array(padding));
    position += bytes.length + padding;
  });
  return chunks;
}

/** @returns the header, or the reason why the bytes are no segment of this version */
export function decodeHeader(read: (position: number, target: Uint8Array) => void): SegmentHeader | string {
  const fixed = new DataView(new ArrayBuffer(FIXED_HEADER_BYTES));
  read(0, new Uint8Array(fixed.buffer));
  if (fixed.getUint32(0, true) !== SEGMENT_MAGIC) return 'not a segment file';
  const version = fixed.getUint32(4, true);
  if (version !== SEGMENT_FORMAT_VERSION) return `format version ${version}, expected ${SEGMENT_FORMAT_VERSION}`;
  const count = fixed.getUint32(16, true);
  if (count > MAX_SECTIONS) return `${count} sections`;
  const table = new DataView(new ArrayBuffer(count * TABLE_ENTRY_BYTES));
  read(FIXED_HEADER_BYTES, new Uint8Array(table.buffer));
  const sections = new Map<number, SectionEntry>();
  for (let i = 0; i < count; i++) {
    sections.set(table.getUint32(i * TABLE_ENTRY_BYTES, true), {
      position: table.getUint32(i * TABLE_ENTRY_BYTES + 4, true),
      length: table.getUint32(i * TABLE_ENTRY_BYTES + 8, true),
    });
  }
  return { characters: fixed.getUint32(8, true), documents: fixed.getUint32(12, true), sections };
}

function align(length: number): number {
  return (length + 7) & ~7;
}
