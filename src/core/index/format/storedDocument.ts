import type { OffsetMap } from '../../document/cleanText.ts';
import type { SpeechMetadata } from '../../document/speechMetadata.ts';
import type { TextEncoding } from '../../document/textEncoding.ts';
import type { ParallelSeries } from '../../parallel/parallelSeries.ts';
import type { Section } from '../../structure/section.ts';
import { unitsOf } from '../../text/units.ts';
import { encodeOffsetMap } from './offsetMapCodec.ts';
import type { PackedSections } from './packedSections.ts';
import { encodeSeries } from './seriesCodec.ts';
import { type KeyPlace, keysOf } from './seriesKeys.ts';
import { postingsOf } from './seriesPostings.ts';
import { type Sketch, sketchOf } from './sketch.ts';

/** What the file system says of a file; while it stays the same, the file is not read again. */
export interface FileStamp {
  readonly size: number;
  readonly modifiedMs: number;
  /** When the content or what the system keeps about the file was last changed; unlike `modifiedMs` no program can set it back. */
  readonly changedMs: number;
  /** Number of the file in its file system, by which two files that swap names are told apart; 0 if the system has none. */
  readonly inode: number;
}

/** The raw file as it was when indexed. */
export interface FileFingerprint extends FileStamp {
  /** SHA-256 of the bytes, hexadecimal. */
  readonly hash: string;
}

/** The format of a file. `text` has lines that an editor can open; of the others a rendering of their clean text is shown. */
export type DocumentFormat = 'text' | 'docx' | 'doc' | 'odt' | 'rtf' | 'pdf' | 'html';

/** What a segment keeps of a document beside its text. */
export interface StoredDocument {
  readonly id: string;
  /** UTF-16 units of clean text. */
  readonly characters: number;
  /** The kind of file. Raw offsets count in the text that was read out of it. */
  readonly format: DocumentFormat;
  readonly path: string;
  readonly encoding: TextEncoding;
  readonly file: FileFingerprint;
  readonly metadata: SpeechMetadata;
  /** `metadata.title`, or what its file is called (`titleOfFile`). */
  readonly title: string;
  readonly sections: readonly Section[];
}

/** A document's record but for its sections. */
export type DocumentHead = Omit<StoredDocument, 'sections'>;

/** A document as import leaves it, before it is encoded. */
export interface AnalysedDocument {
  readonly stored: StoredDocument;
  /** Clean text. */
  readonly text: string;
  readonly offsets: OffsetMap;
  /** Clean offsets at which words start, ascending. */
  readonly wordStarts: Uint32Array;
  readonly series: readonly ParallelSeries[];
}

/**
 * A document ready to be written into a segment, already in the bytes that it will have there. These take a fraction of
 * the memory that objects would while thousands of documents wait, and a merge copies them as they are.
 */
export interface SegmentDocument {
  /** Clean text. */
  readonly units: Uint16Array<ArrayBuffer>;
  /** JSON of `StoredDocument`, sections last. */
  readonly stored: Uint8Array;
  readonly offsets: Uint8Array;
  /** A bit for each unit of text, set where a word starts. */
  readonly wordBits: Uint8Array;
  readonly series: Uint8Array;
  /** The result of `postingsOf`. It is made together with the series, since reading those back would take longer. */
  readonly postings: Uint32Array;
  readonly sketch: Sketch;
}

/** A `SegmentDocument` whose text is not yet split into words. */
export type UnsplitDocument = Omit<SegmentDocument, 'wordBits'>;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Marks where the sections begin. It cannot stand within a JSON string, where quotes are escaped. */
const SECTIONS_KEY = encoder.encode(',"sections":');

/** Encodes a document and the starts of its words. */
export function encodeDocument({ wordStarts, ...unsplit }: AnalysedDocument): SegmentDocument {
  return withWordBits(encodeUnsplit(unsplit), wordStarts);
}

/**
 * Encodes a document that is not split into words yet.
 * @param units those of the text, for callers that have them already
 */
export function encodeUnsplit(
  { stored, text, offsets, series }: Omit<AnalysedDocument, 'wordStarts'>,
  units = unitsOf(text),
): UnsplitDocument {
  return {
    units,
    stored: encodeStored(stored),
    offsets: encodeOffsetMap(offsets),
    series: encodeSeries(series),
    postings: postingsOf(allKeys(series)),
    sketch: sketchOf(units),
  };
}

function allKeys(series: readonly ParallelSeries[]): KeyPlace[] {
  const keys: KeyPlace[] = [];
  for (const one of series) for (const key of keysOf(one)) keys.push(key);
  return keys;
}

/**
 * Completes an encoded document.
 * @param wordStarts offsets at which words start, in UTF-16 units, ascending
 */
export function withWordBits(document: UnsplitDocument, wordStarts: Uint32Array): SegmentDocument {
  const bits = new Uint8Array(Math.ceil(document.units.length / 8));
  // An iterator would make an object for each of the many offsets.
  for (let i = 0; i < wordStarts.length; i++) bits[wordStarts[i]! >>> 3]! |= 1 << (wordStarts[i]! & 7);
  return { ...document, wordBits: bits };
}

/** A document's record with its sections undecoded, which is all that most readers need. */
export interface DocumentRecord {
  readonly head: DocumentHead;
  readonly sections: PackedSections;
}

/** @param bytes as `SegmentDocument.stored` has them */
export function decodeRecord(bytes: Uint8Array): DocumentRecord {
  let key = bytes.indexOf(SECTIONS_KEY[0]!);
  while (!isSectionsKey(bytes, key)) key = bytes.indexOf(SECTIONS_KEY[0]!, key + 1);
  const head = JSON.parse(`${decoder.decode(bytes.subarray(0, key))}}`) as DocumentHead;
  return { head, sections: bytes.subarray(key + SECTIONS_KEY.length, bytes.length - 1) };
}

function isSectionsKey(bytes: Uint8Array, at: number): boolean {
  for (let i = 0; i < SECTIONS_KEY.length; i++) if (bytes[at + i] !== SECTIONS_KEY[i]) return false;
  return true;
}

function encodeStored({ sections, ...head }: StoredDocument): Uint8Array {
  return jsonBytes({ ...head, sections });
}

function jsonBytes(value: unknown): Uint8Array {
  return encoder.encode(JSON.stringify(value));
}
