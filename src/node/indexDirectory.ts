import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { CorpusIndex } from '../core/index/corpusIndex.ts';
import { CorruptIndexError } from '../core/index/format/byteSource.ts';
import { type DocumentEdits, NO_EDITS } from '../core/index/reading/documentEdits.ts';
import { Segment } from '../core/index/reading/segment.ts';
import { CheckedFile } from './checkedFile.ts';
import { DAMAGED, MANIFEST, type Manifest, readManifest } from './indexManifest.ts';

const SEGMENT_NAME = /^segment-(\d+)-\d+\.bin$/;

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
