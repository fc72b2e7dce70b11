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
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { CorruptIndexError } from '../core/index/byteSource.ts';
import { CorpusIndex } from '../core/index/corpusIndex.ts';
import { Segment } from '../core/index/segment.ts';
import { SEGMENT_FORMAT_VERSION } from '../core/index/segmentFormat.ts';
import { CheckedFile } from './checkedFile.ts';

/** A file that was found but not taken into the index, and why (Chinese, shown to the user). */
export interface SkippedFile {
  readonly path: string;
  readonly reason: string;
}

/** A skipped file as it was, so that it is not tried again until it changes. */
export interface RefusedFile extends SkippedFile {
  readonly size: number;
  readonly modifiedMs: number;
}

/** A segment of a commit. */
export interface ManifestSegment {
  /** Name within the index directory. */
  readonly file: string;
  /** Indexes of documents that were changed or deleted since, ascending (tombstones). */
  readonly deleted: readonly number[];
}

/** One commit: what the index consists of. Replaced as a whole, so readers see the old one or the new one. */
export interface Manifest {
  readonly formatVersion: number;
  /** Counts commits. */
  readonly generation: number;
  readonly segments: readonly ManifestSegment[];
  /**
   * Documents that are one speech saved several times: groups of [index into `segments`, document in that segment],
   * the one that stands for the group first.
   */
  readonly variants: ReadonlyArray<ReadonlyArray<readonly [segment: number, document: number]>>;
  /** Files left out, by path. */
  readonly refused: readonly RefusedFile[];
}

export const emptyManifest: Manifest = {
  formatVersion: SEGMENT_FORMAT_VERSION,
  generation: 0,
  segments: [],
  variants: [],
  refused: [],
};

const MANIFEST = 'manifest.json';
const SEGMENT_NAME = /^segment-(\d+)-\d+\.bin$/;

/** @returns the current commit, or the empty one if there is none that can be believed */
export function readManifest(directory: string): Manifest {
  let text: string;
  try {
    text = readFileSync(join(directory, MANIFEST), 'utf8');
  } catch {
    return emptyManifest;
  }
  const newline = text.indexOf('\n');
  const body = text.slice(newline + 1);
  if (Number.parseInt(text.slice(0, newline), 16) !== crc32(body)) return emptyManifest;
  const manifest = JSON.parse(body) as Manifest;
  return manifest.formatVersion === SEGMENT_FORMAT_VERSION ? manifest : emptyManifest;
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
 * @throws CorruptIndexError if one of its files cannot be believed: rebuild
 */
export function openIndex(directory: string): CorpusIndex {
  for (let attempt = 1; ; attempt++) {
    const manifest = readManifest(directory);
    const parts: Array<{ segment: Segment; deleted: readonly number[] }> = [];
    try {
      for (const { file, deleted } of manifest.segments) {
        parts.push({ segment: openSegment(directory, file), deleted });
      }
      return new CorpusIndex(parts, manifest.variants);
    } catch (error) {
      for (const { segment } of parts) segment.close();
      // A commit made between the two reads has removed the file: the manifest names others by now.
      const isGone = (error as NodeJS.ErrnoException).code === 'ENOENT';
      if (!isGone) throw error;
      if (attempt === 3) throw new CorruptIndexError(`${directory}: a segment file is missing`);
    }
  }
}

/** @throws CorruptIndexError, or the system's error if the file cannot be opened */
export function openSegment(directory: string, file: string): Segment {
  const source = new CheckedFile(join(directory, file));
  try {
    return new Segment(source);
  } catch (error) {
    source.close();
    throw error;
  }
}

/** Removes the whole index and nothing else. */
export function clearIndex(directory: string): void {
  if (!existsSync(directory)) return;
  rmSync(join(directory, MANIFEST), { force: true });
  for (const name of readdirSync(directory)) if (isOurs(name)) rmSync(join(directory, name), { force: true });
}

export function segmentFileName(generation: number, index: number): string {
  return `segment-${generation}-${index}.bin`;
}

export function prepareDirectory(directory: string): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
}

/** Segments of no commit and temporary files of writers that died. Readers of an older commit keep their open files. */
function removeStrayFiles(directory: string, manifest: Manifest): void {
  const wanted = new Set(manifest.segments.map(segment => segment.file));
  for (const name of readdirSync(directory)) {
    if (!isOurs(name) || wanted.has(name)) continue;
    try {
      rmSync(join(directory, name), { force: true });
    } catch {
      // Windows keeps files that a reader has open; the next commit tries again.
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
