import { readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { CorruptIndexError } from '../core/index/format/byteSource.ts';
import { SEGMENT_FORMAT_VERSION } from '../core/index/format/segmentFormat.ts';
import type { FileStamp } from '../core/index/format/storedDocument.ts';

/** A file that is not in the index, with the reason in Chinese for the user. */
export interface SkippedFile {
  readonly path: string;
  readonly reason: string;
}

/** A skipped file as it was, so that it is not tried again until it changes. */
export interface RefusedFile extends SkippedFile, FileStamp {
  /** SHA-256 of bytes that ended the indexing process: files with these bytes are not read again. */
  readonly deadlyHash?: string;
}

/** Records of files that are not part of their documents; each list is sorted by path. */
export interface FileRecords {
  /** Files left out. */
  readonly refused: readonly RefusedFile[];
  /** Files of documents that have a new stamp and the bytes they had. */
  readonly touched: ReadonlyArray<FileStamp & { readonly path: string }>;
}

/** A segment of a commit. */
export interface ManifestSegment {
  /** Name within the index directory. */
  readonly file: string;
  /** Numbers of the documents that have been changed or deleted since (tombstones), ascending. */
  readonly deleted: readonly number[];
}

/** A commit: the content of the index. The manifest is replaced as a whole, so readers see either the old commit or the new one. */
export interface Manifest extends FileRecords {
  readonly formatVersion: number;
  /** Number of the commit. */
  readonly generation: number;
  readonly segments: readonly ManifestSegment[];
  /**
   * Groups of documents that are copies of one speech: [index into `segments`, document in that segment]. The first of each represents the
   * group.
   */
  readonly variants: ReadonlyArray<ReadonlyArray<readonly [segment: number, document: number]>>;
}

export const emptyManifest: Manifest = {
  formatVersion: SEGMENT_FORMAT_VERSION,
  generation: 0,
  segments: [],
  variants: [],
  refused: [],
  touched: [],
};

/** The manifest's name within the index directory. */
export const MANIFEST = 'manifest.json';
/** What is added to the name of a damaged file. */
export const DAMAGED = '.bad';

/**
 * @returns the current commit, or an empty one if there is none or it has another format
 * @throws CorruptIndexError if the manifest is damaged; the system's error if it cannot be read
 */
export function readManifest(directory: string): Manifest {
  const stored = storedManifest(directory);
  return stored?.formatVersion === SEGMENT_FORMAT_VERSION ? stored : emptyManifest;
}

/**
 * Whether a directory contains an index, and in which format.
 * @throws as `readManifest` does
 */
export function commitState(directory: string): 'current' | 'none' | 'otherFormat' {
  const stored = storedManifest(directory);
  if (stored === undefined) return 'none';
  return stored.formatVersion === SEGMENT_FORMAT_VERSION ? 'current' : 'otherFormat';
}

function storedManifest(directory: string): Manifest | undefined {
  let text: string;
  try {
    text = readFileSync(join(directory, MANIFEST), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const newline = text.indexOf('\n');
  const body = text.slice(newline + 1);
  if (Number.parseInt(text.slice(0, newline), 16) !== crc32(body)) throw new CorruptIndexError(`${MANIFEST}: damaged`);
  return JSON.parse(body) as Manifest;
}

/**
 * The current commit, for the writer: a damaged manifest is set aside and replaced by an empty commit.
 * @throws the system's error if the manifest exists but cannot be read
 */
export function readOrRestartManifest(directory: string): Manifest {
  try {
    return readManifest(directory);
  } catch (error) {
    if (!(error instanceof CorruptIndexError)) throw error;
    setDamagedAside(directory, MANIFEST);
    return emptyManifest;
  }
}

/** Keeps a damaged file as `NAME.bad` for inspection, replacing an earlier one. */
export function setDamagedAside(directory: string, file: string): void {
  try {
    for (const name of readdirSync(directory)) {
      if (name.endsWith(DAMAGED)) rmSync(join(directory, name), { force: true });
    }
    renameSync(join(directory, file), join(directory, file + DAMAGED));
  } catch {
    // Windows refuses to rename a file that a reader has open; it is overwritten anyway.
  }
}

/** @returns a value that differs between commits, computed without reading the manifest; equal where there is no commit */
export function commitStamp(directory: string): string {
  const status = statSync(join(directory, MANIFEST), { throwIfNoEntry: false });
  return status === undefined ? '' : `${status.ino} ${status.size} ${status.mtimeMs} ${status.ctimeMs}`;
}
