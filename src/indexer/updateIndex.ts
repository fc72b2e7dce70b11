import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { buildSegment } from '../core/index/buildSegment.ts';
import { CorruptIndexError } from '../core/index/byteSource.ts';
import { planMerges } from '../core/index/mergePolicy.ts';
import type { Segment } from '../core/index/segment.ts';
import { MAX_SEGMENT_CHARACTERS, SEGMENT_FORMAT_VERSION } from '../core/index/segmentFormat.ts';
import type { SegmentDocument, StoredDocument } from '../core/index/storedDocument.ts';
import type { Segmenter } from '../core/structure/segmenter.ts';
import { writeCheckedFile } from '../node/checkedFile.ts';
import { type CorpusFile, listCorpusFiles } from '../node/corpusFiles.ts';
import {
  commitManifest,
  type Manifest,
  openSegment,
  prepareDirectory,
  readManifest,
  segmentFileName,
} from '../node/indexDirectory.ts';
import { takeWriterLease } from '../node/writerLease.ts';
import { importFile, readCorpusFile } from './importFile.ts';
import type { IndexProgress, IndexReport } from './protocol.ts';

export interface UpdateOptions {
  readonly indexDirectory: string;
  /** Folders and files the corpus consists of. What lies elsewhere leaves the index. */
  readonly paths: readonly string[];
  /** Called when the first document needs it: loading a dictionary takes most of a second. */
  readonly loadSegmenter: () => Segmenter;
  /** Files that ended an earlier run, with the reason; they are skipped. */
  readonly quarantine?: ReadonlyMap<string, string>;
  readonly onProgress?: (progress: IndexProgress) => void;
  /** Told before each file is read, so that a death can be laid to it. */
  readonly onFile?: (path: string) => void;
}

interface OpenPart {
  readonly file: string;
  readonly segment: Segment;
  readonly stored: readonly StoredDocument[];
  readonly deleted: Set<number>;
}

/**
 * Brings the index up to the files: what is new or changed goes into new segments, what is gone or changed is marked
 * deleted, small segments are merged, and one commit makes all of it visible. A crash leaves the commit before.
 * @throws IndexBusyError if another process is at it; the system's error if the index cannot be written
 */
export function updateIndex(options: UpdateOptions): IndexReport {
  const started = performance.now();
  prepareDirectory(options.indexDirectory);
  const release = takeWriterLease(options.indexDirectory);
  const manifest = readManifest(options.indexDirectory);
  const parts = openParts(options.indexDirectory, manifest);
  try {
    options.onProgress?.({ phase: 'scan', done: 0, total: 0 });
    const { files, skipped } = listCorpusFiles(options.paths);
    const changes = compare(files, parts, manifest, options);
    skipped.push(...changes.skipped);
    const removed = parts.some((part, i) => part.deleted.size > (manifest.segments[i]?.deleted.length ?? 0));
    const lost = parts.length < manifest.segments.length;
    const changed = changes.documents.length > 0 || removed || lost || manifest.generation === 0;
    if (changed || JSON.stringify(changes.refused) !== JSON.stringify(manifest.skipped)) {
      commit(options, manifest, parts, changes);
    }
    return { ...summary(options.indexDirectory), skipped, changed, milliseconds: performance.now() - started };
  } finally {
    for (const part of parts) part.segment.close();
    release();
  }
}

/** Segments of the commit that can be read; a damaged one is left out, so its files count as new. */
function openParts(directory: string, manifest: Manifest): OpenPart[] {
  const parts: OpenPart[] = [];
  for (const { file, deleted } of manifest.segments) {
    try {
      const segment = openSegment(directory, file);
      const stored = Array.from({ length: segment.documents }, (_, i) => segment.document(i));
      parts.push({ file, segment, stored, deleted: new Set(deleted) });
    } catch (error) {
      const isGone = (error as NodeJS.ErrnoException).code === 'ENOENT';
      if (!isGone && !(error instanceof CorruptIndexError)) throw error;
    }
  }
  return parts;
}

interface Changes {
  readonly documents: readonly SegmentDocument[];
  readonly refused: Manifest['skipped'];
  readonly skipped: IndexReport['skipped'];
}

function compare(
  files: readonly CorpusFile[],
  parts: readonly OpenPart[],
  manifest: Manifest,
  options: UpdateOptions,
): Changes {
  const known = new Map<string, { part: OpenPart; index: number; stored: StoredDocument }>();
  for (const part of parts) {
    part.stored.forEach((stored, index) => {
      if (!part.deleted.has(index)) known.set(stored.path, { part, index, stored });
    });
  }
  const wanted = new Set(files.map(file => file.path));
  const vanished = new Map<string, string>(); // content hash → id, to recognise a renamed file
  for (const { part, index, stored } of known.values()) {
    if (wanted.has(stored.path)) continue;
    part.deleted.add(index);
    vanished.set(stored.file.hash, stored.id);
  }
  const takenIds = new Set([...known.values()].map(entry => entry.stored.id));
  const refusedBefore = new Map(manifest.skipped.map(entry => [entry.path, entry]));
  const documents: SegmentDocument[] = [];
  const refused: Array<Manifest['skipped'][number]> = [];
  const refuse = (file: CorpusFile, reason: string): void => {
    const old = known.get(file.path);
    old?.part.deleted.add(old.index);
    refused.push({ ...file, reason });
  };
  let segmenter: Segmenter | undefined;
  const examine = (file: CorpusFile): void => {
    const old = known.get(file.path);
    if (old && isSameFile(old.stored.file, file)) return;
    const before = refusedBefore.get(file.path);
    if (before && isSameFile(before, file)) {
      refused.push(before);
      return;
    }
    const quarantined = options.quarantine?.get(file.path);
    if (quarantined !== undefined) {
      refuse(file, quarantined);
      return;
    }
    options.onFile?.(file.path);
    const read = readCorpusFile(file);
    if ('reason' in read) {
      refuse(file, read.reason);
      return;
    }
    if (old?.stored.file.hash === read.hash) return; // touched, not changed
    const id = old?.stored.id ?? vanished.get(read.hash) ?? newId(file.path, read.hash, takenIds);
    vanished.delete(read.hash);
    segmenter ??= options.loadSegmenter();
    const imported = importFile(file, id, read.bytes, read.hash, segmenter);
    if ('reason' in imported) {
      refuse(file, imported.reason);
      return;
    }
    old?.part.deleted.add(old.index);
    takenIds.add(id);
    documents.push(imported.document);
  };
  for (const [done, file] of files.entries()) {
    options.onProgress?.({ phase: 'import', done, total: files.length });
    examine(file);
  }
  return { documents, refused, skipped: refused.map(({ path, reason }) => ({ path, reason })) };
}

function isSameFile(a: { size: number; modifiedMs: number }, b: { size: number; modifiedMs: number }): boolean {
  return a.size === b.size && a.modifiedMs === b.modifiedMs;
}

/** Opaque, and the same for the same path unless another document already has it. */
function newId(path: string, hash: string, taken: ReadonlySet<string>): string {
  const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
  const id = digest(path);
  return taken.has(id) ? digest(`${path}\n${hash}`) : id;
}

function commit(options: UpdateOptions, manifest: Manifest, parts: readonly OpenPart[], changes: Changes): void {
  const directory = options.indexDirectory;
  const generation = manifest.generation + 1;
  const segments: Array<Manifest['segments'][number]> = [];
  let built = 0;
  const write = (documents: readonly SegmentDocument[]): void => {
    for (const batch of batches(documents)) {
      options.onProgress?.({ phase: 'build', done: built, total: 0 });
      const file = segmentFileName(generation, built++);
      writeCheckedFile(join(directory, file), buildSegment(batch));
      segments.push({ file, deleted: [] });
    }
  };

  const merged = new Set<OpenPart>();
  const sizes = parts.map(part => ({
    characters: part.segment.characters,
    deletedCharacters: [...part.deleted].reduce((sum, index) => sum + part.segment.documentLength(index), 0),
  }));
  const fresh = changes.documents.reduce((sum, document) => sum + document.text.length + 1, 0);
  // The new documents take part in the plan as one more segment: a single saved file then costs one small segment
  // or one merge, never both.
  const plan = planMerges(fresh > 0 ? [...sizes, { characters: fresh, deletedCharacters: 0 }] : sizes);
  let freshIsMerged = false;
  for (const group of plan) {
    const documents = group.flatMap(index => {
      const part = parts[index];
      if (part === undefined) {
        freshIsMerged = true;
        return changes.documents;
      }
      merged.add(part);
      return liveDocuments(part);
    });
    write(documents);
  }
  if (!freshIsMerged) write(changes.documents);
  for (const part of parts) {
    if (merged.has(part) || part.deleted.size === part.segment.documents) continue;
    segments.push({ file: part.file, deleted: [...part.deleted].sort((a, b) => a - b) });
  }
  options.onProgress?.({ phase: 'commit', done: 0, total: 0 });
  commitManifest(directory, {
    formatVersion: SEGMENT_FORMAT_VERSION,
    generation,
    segments,
    skipped: changes.refused,
  });
}

function liveDocuments(part: OpenPart): SegmentDocument[] {
  return part.stored.flatMap((_, index) => (part.deleted.has(index) ? [] : [part.segment.segmentDocument(index)]));
}

/** As few runs of documents as fit into segments, in order. */
function* batches(documents: readonly SegmentDocument[]): Generator<SegmentDocument[]> {
  let batch: SegmentDocument[] = [];
  let characters = 0;
  for (const document of documents) {
    const length = document.text.length + 1;
    if (batch.length > 0 && characters + length > MAX_SEGMENT_CHARACTERS) {
      yield batch;
      batch = [];
      characters = 0;
    }
    batch.push(document);
    characters += length;
  }
  if (batch.length > 0) yield batch;
}

function summary(directory: string): { documents: number; characters: number; segments: number } {
  const manifest = readManifest(directory);
  let documents = 0;
  let characters = 0;
  for (const { file, deleted } of manifest.segments) {
    const segment = openSegment(directory, file);
    const gone = new Set(deleted);
    for (let i = 0; i < segment.documents; i++) {
      if (gone.has(i)) continue;
      documents++;
      characters += segment.documentLength(i);
    }
    segment.close();
  }
  return { documents, characters, segments: manifest.segments.length };
}
