import type { OffsetMap } from '../document/cleanText.ts';
import type { SpeechMetadata, TextEncoding } from '../document/speechMetadata.ts';
import type { ParallelSeries } from '../parallel/parallelSeries.ts';
import type { Section } from '../structure/section.ts';
import type { Sketch } from './sketch.ts';

/** The raw file as it was when indexed; tells whether it must be read again. */
export interface FileFingerprint {
  readonly size: number;
  readonly modifiedMs: number;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly hash: string;
}

/** `text` has lines an editor can open; the others are shown as a rendering of their clean text. */
export type DocumentFormat = 'text' | 'docx' | 'doc' | 'odt' | 'rtf' | 'pdf' | 'html';

/** What a segment keeps of a document beside its text. */
export interface StoredDocument {
  readonly id: string;
  /** UTF-16 units of clean text. */
  readonly characters: number;
  /** What the file is; offsets into the raw text mean the text read out of it. */
  readonly format: DocumentFormat;
  readonly path: string;
  readonly encoding: TextEncoding;
  readonly file: FileFingerprint;
  readonly metadata: SpeechMetadata;
  /** `metadata.title`, or the file name where the document has none. */
  readonly title: string;
  readonly sections: readonly Section[];
}

/** A document ready to be written into a segment; produced by import, or read back for a merge. */
export interface SegmentDocument {
  readonly stored: StoredDocument;
  /** Clean text. */
  readonly text: string;
  readonly offsets: OffsetMap;
  /** Clean offsets at which words start, ascending. */
  readonly wordStarts: Uint32Array;
  readonly series: readonly ParallelSeries[];
  readonly sketch: Sketch;
}
