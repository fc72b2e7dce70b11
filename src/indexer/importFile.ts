import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { DecodeError } from '../core/document/decode.ts';
import { titleOfFile } from '../core/document/fileTitle.ts';
import { type ImportedText, importReadText, importText } from '../core/document/importDocument.ts';
import { type Sidecar, withSidecar } from '../core/document/sidecar.ts';
import { MAX_SEGMENT_CHARACTERS } from '../core/index/format/segmentFormat.ts';
import { type DocumentFormat, encodeUnsplit, type UnsplitDocument } from '../core/index/format/storedDocument.ts';
import { findSeries } from '../core/parallel/findSeries.ts';
import { scanNumbered } from '../core/parallel/numberedScan.ts';
import { outline } from '../core/structure/outline.ts';
import { type CorpusFile, stampOf } from '../node/corpusFiles.ts';
import { FormatError } from '../node/formats/common/formatText.ts';
import { readFormat } from '../node/formats/readFormat.ts';
import { readUtf8 } from '../node/readUtf8.ts';
import { reasonOf } from '../node/systemErrors.ts';
import { unitsOf } from '../node/utf16.ts';

/** Share of undecodable characters beyond which a text is taken for damaged. */
const MAX_REPLACED_SHARE = 0.01;
/** Degrees of secrecy that keep a document out of the index. */
const SECRET = /绝密|机密|秘密/u;

export type ImportResult = { readonly document: UnsplitDocument } | { readonly reason: string };

/** The content of a corpus file. */
export interface FileContent {
  readonly bytes: Uint8Array;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
}

/** The bytes of a corpus file with their hash, or why they cannot be read. */
export function readCorpusFile(file: CorpusFile): FileContent | { readonly reason: string } {
  try {
    const bytes = readFileSync(file.path);
    return { bytes, hash: createHash('sha256').update(bytes).digest('hex') };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

/** What importing a file needs beside its bytes. */
interface ImportSettings {
  /** Id of the document to make. */
  readonly id: string;
  /** Character maps of Chinese PDF fonts. */
  readonly cMapDirectory: string | undefined;
  /** Metadata that the user states in the file beside the document. */
  readonly sidecar: Sidecar | undefined;
}

/**
 * Turns the bytes of a file into a document that has only to be split into words, or says why it is left out. Never
 * rejects because of what is in the bytes.
 */
export async function importFile(
  file: CorpusFile,
  { bytes, hash }: FileContent,
  { id, cMapDirectory, sidecar }: ImportSettings,
): Promise<ImportResult> {
  let read: ReadFile;
  try {
    read = await readAny(bytes, file.path, cMapDirectory);
  } catch (error) {
    if (error instanceof DecodeError || error instanceof FormatError) return { reason: error.message };
    throw error;
  }
  const { raw, clean, format } = read;
  const metadata = sidecar === undefined ? read.metadata : withSidecar(read.metadata, sidecar);
  if (clean.text.trim() === '') return { reason: '没有文字内容' };
  const replaced = Math.round(raw.replacementRatio * raw.text.length);
  if (raw.replacementRatio > MAX_REPLACED_SHARE) return { reason: `疑似乱码（${replaced} 处无法解码）` };
  if (SECRET.test(metadata.classification ?? '')) return { reason: `标有密级“${metadata.classification}”，不收录` };
  const { text, offsets } = clean;
  if (text.length >= MAX_SEGMENT_CHARACTERS) return { reason: `文字过多（${Math.round(text.length / 10_000)} 万字）` };
  const scan = scanNumbered(text);
  const analysed = {
    stored: {
      id,
      path: file.path,
      format,
      encoding: raw.encoding,
      file: { ...stampOf(file), hash },
      metadata,
      title: metadata.title ?? titleOfFile(basename(file.path, extname(file.path)), metadata.date),
      characters: text.length,
      sections: outline(text, scan),
    },
    text,
    offsets,
    series: findSeries(text, scan),
  };
  return { document: encodeUnsplit(analysed, unitsOf(text)) };
}

/** The content of a file, whatever its format. */
export interface ReadFile extends ImportedText {
  readonly format: DocumentFormat;
}

/**
 * Reads the text and the metadata out of the bytes of a file of any supported format. Rejects with `DecodeError` or
 * `FormatError`, whose messages are for the user.
 */
export async function readAny(bytes: Uint8Array, path: string, cMapDirectory?: string): Promise<ReadFile> {
  const read = await readFormat(bytes, path, cMapDirectory === undefined ? {} : { cMapDirectory });
  if (read === undefined) return { ...importText(bytes, path, readUtf8), format: 'text' };
  return { ...importReadText(read, path), format: read.format };
}
