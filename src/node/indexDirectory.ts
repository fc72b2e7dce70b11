import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { CorpusIndex } from '../core/index/corpusIndex.ts';
import { CorruptIndexError } from '../core/index/format/byteSource.ts';
import { SEGMENT_FORMAT_VERSION } from '../core/index/format/segmentFormat.ts';
import type { FileStamp } from '../core/index/format/storedDocument.ts';
import { type DocumentEdits, NO_EDITS } from '../core/index/reading/documentEdits.ts';
import { Segment } from '../core/index/reading/segment.ts';
import { CheckedFile } from './checkedFile.ts';

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

const MANIFEST = 'manifest.json';
const DAMAGED = '.bad';
const SEGMENT_NAME = /^segment-(\d+)-\d+\.bin$/;

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

/** Makes `manifest` the current commit. Its segment files must be there already. */
export function commitManifest(directory: string, manifest: Manifest): void {
  const body = JSON.stringify(manifest);
  const path = join(directory, MANIFEST);
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, `${crc32(body).toString(16)}\n${body}`, { mode: 0o600, flush: true });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  syncDirectory(directory);
  removeStrayFiles(directory, manifest);
}

/**
 * Opens the segments of the current commit.
 * @throws CorruptIndexError if one of its files is damaged and the index must be rebuilt
 */
export function openIndex(directory: string, edits = NO_EDITS): CorpusIndex {
  for (let attempt = 1; ; attempt++) {
    const manifest = readManifest(directory);
    const parts: Array<{ segment: Segment; deleted: readonly number[] }> = [];
    try {
      for (const { file, deleted } of manifest.segments) {
        parts.push({ segment: openSegment(directory, file, edits), deleted });
      }
      const live = parts.map(part => ({ ...part, excluded: excludedIn(part, edits) }));
      return new CorpusIndex(live, manifest.variants);
    } catch (error) {
      for (const { segment } of parts) segment.close();
      // A commit between the two reads has removed the file; the manifest names others now.
      const isGone = (error as NodeJS.ErrnoException).code === 'ENOENT';
      if (!isGone) throw error;
      if (attempt === 3) throw new CorruptIndexError(`${directory}: a segment file is missing`);
    }
  }
}

/** @throws CorruptIndexError, or the system's error if the file cannot be opened */
export function openSegment(directory: string, file: string, edits = NO_EDITS): Segment {
  const source = new CheckedFile(join(directory, file));
  try {
    return new Segment(source, edits);
  } catch (error) {
    source.close();
    throw error;
  }
}

function excludedIn(
  { segment, deleted }: { readonly segment: Segment; readonly deleted: readonly number[] },
  edits: DocumentEdits,
): number[] {
  if (!edits.hasExcluded) return [];
  const gone = new Set(deleted);
  return Array.from({ length: segment.documents }, (_, document) => document).filter(
    document => !gone.has(document) && edits.isExcluded(segment.documentHead(document).id),
  );
}

/** Removes the whole index and nothing else. Callers must hold the lease, since another writer would continue writing. */
export function clearIndex(directory: string): void {
  if (!existsSync(directory)) return;
  rmSync(join(directory, MANIFEST), { force: true });
  for (const name of readdirSync(directory)) {
    if (isOurs(name) || name.endsWith(DAMAGED)) rmSync(join(directory, name), { force: true });
  }
}

export function segmentFileName(generation: number, index: number): string {
  return `segment-${generation}-${index}.bin`;
}

export function prepareDirectory(directory: string): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
}

/**
 * Removes segments that belong to no commit, and temporary files of writers that died. Readers of an older commit keep their open files.
 */
function removeStrayFiles(directory: string, manifest: Manifest): void {
  const wanted = new Set(manifest.segments.map(segment => segment.file));
  for (const name of readdirSync(directory)) {
    if (!isOurs(name) || wanted.has(name)) continue;
    try {
      rmSync(join(directory, name), { force: true });
    } catch {
      // Windows refuses to remove files that a reader has open; the next commit tries again.
    }
  }
}

function isOurs(name: string): boolean {
  return SEGMENT_NAME.test(name) || name.endsWith('.tmp');
}

function syncDirectory(directory: string): void {
  if (process.platform === 'win32') return; // a directory cannot be opened for flushing there
  const handle = openSync(directory, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
