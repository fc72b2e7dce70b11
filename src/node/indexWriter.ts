import { join } from 'node:path';
import { buildSegment } from '../core/index/buildSegment.ts';
import { CorruptIndexError } from '../core/index/byteSource.ts';
import { planMerges } from '../core/index/mergePolicy.ts';
import { noPhraseKnowledge, type PhraseKnowledge } from '../core/index/phraseKnowledge.ts';
import type { Segment } from '../core/index/segment.ts';
import { MAX_SEGMENT_CHARACTERS, SEGMENT_FORMAT_VERSION } from '../core/index/segmentFormat.ts';
import { similarGroups } from '../core/index/sketch.ts';
import type { SegmentDocument, StoredDocument } from '../core/index/storedDocument.ts';
import { writeCheckedFile } from './checkedFile.ts';
import {
  commitManifest,
  type FileRecords,
  type Manifest,
  type ManifestSegment,
  openSegment,
  prepareDirectory,
  readOrRestartManifest,
  segmentFileName,
  setDamagedAside,
} from './indexDirectory.ts';
import { takeWriterLease, type WriterLease } from './writerLease.ts';

interface Part {
  readonly file: string;
  readonly segment: Segment;
  readonly stored: readonly StoredDocument[];
  readonly deleted: Set<number>;
}

/** A document of the current commit that has not been deleted. */
export interface IndexedDocument {
  readonly stored: StoredDocument;
  /** Marks it deleted, with the next commit. */
  delete(): void;
}

/**
 * The one writer of an index directory. Collects what is new and what is gone, and makes it visible commit by commit;
 * between commits readers see the one before, and so does whoever comes after a crash.
 */
export class IndexWriter {
  readonly #directory: string;
  readonly #lease: WriterLease;
  #manifest: Manifest;
  #parts: Part[];
  /** Whether the stored state differs from what was read: documents deleted, damaged segments left out, or no commit yet. */
  #isDirty: boolean;

  /**
   * @param verify reads every segment through; without it damage shows where it is met
   * @throws IndexBusyError if another process is writing; the system's error if the directory cannot be written
   */
  constructor(directory: string, verify = false) {
    prepareDirectory(directory);
    this.#directory = directory;
    this.#lease = takeWriterLease(directory);
    try {
      this.#manifest = readOrRestartManifest(directory);
      this.#parts = openParts(directory, this.#manifest, verify);
    } catch (error) {
      this.#lease.release();
      throw error;
    }
    this.#isDirty = this.#parts.length < this.#manifest.segments.length || this.#manifest.generation === 0;
  }

  close(): void {
    for (const part of this.#parts) part.segment.close();
    this.#lease.release();
  }

  /** As of the last commit. */
  get files(): FileRecords {
    return this.#manifest;
  }

  /** Whether anything was deleted or lost since the last commit. */
  get isDirty(): boolean {
    return this.#isDirty;
  }

  get segmentCount(): number {
    return this.#parts.length;
  }

  documents(): IndexedDocument[] {
    return this.#parts.flatMap(part =>
      part.stored.flatMap((stored, index) => {
        if (part.deleted.has(index)) return [];
        const remove = (): void => {
          part.deleted.add(index);
          this.#isDirty = true;
        };
        return [{ stored, delete: remove }];
      }),
    );
  }

  /**
   * Makes `documents` and all deletions since the last commit visible; segments of a size are merged on the way.
   * @param knowledge of the phrases that new segments hold
   * @returns whether there was anything to commit
   * @throws IndexBusyError if another process has taken over; the system's error if the index cannot be written
   */
  commit(
    documents: readonly SegmentDocument[],
    { refused, touched }: FileRecords,
    knowledge: PhraseKnowledge = noPhraseKnowledge,
  ): boolean {
    const sameFiles = recordsKey({ refused, touched }) === recordsKey(this.#manifest);
    if (documents.length === 0 && !this.#isDirty && sameFiles) return false;
    const generation = this.#manifest.generation + 1;
    const written: string[] = [];
    const write = (batch: readonly SegmentDocument[]): void => {
      for (const group of batches(batch)) {
        const file = segmentFileName(generation, written.length);
        writeCheckedFile(join(this.#directory, file), buildSegment(group, knowledge));
        written.push(file);
      }
    };
    const kept = this.#mergeInto(documents, write);
    const segments: ManifestSegment[] = [
      ...kept.map(({ file, deleted }) => ({ file, deleted: [...deleted].sort((a, b) => a - b) })),
      ...written.map(file => ({ file, deleted: [] })),
    ];
    const parts = [...kept];
    try {
      for (const file of written) parts.push(openPart(this.#directory, file, [], false));
      const variants = variantGroups(parts);
      this.#manifest = { formatVersion: SEGMENT_FORMAT_VERSION, generation, segments, variants, refused, touched };
      this.#lease.assertHeld();
      commitManifest(this.#directory, this.#manifest);
    } catch (error) {
      for (const part of parts.slice(kept.length)) part.segment.close();
      throw error;
    }
    for (const part of this.#parts) if (!kept.includes(part)) part.segment.close();
    this.#parts = parts;
    this.#isDirty = false;
    return true;
  }

  /** Writes the new documents, alone or merged with parts of their size; returns the parts that stay as they are. */
  #mergeInto(documents: readonly SegmentDocument[], write: (batch: readonly SegmentDocument[]) => void): Part[] {
    const sizes = this.#parts.map(({ segment, deleted }) => ({
      characters: segment.characters,
      deletedCharacters: [...deleted].reduce((sum, index) => sum + segment.documentLength(index), 0),
    }));
    const fresh = documents.reduce((sum, document) => sum + document.text.length + 1, 0);
    // The new documents take part in the plan as one more segment: a single saved file then costs one small segment
    // or one merge, never both.
    const plan = planMerges(fresh > 0 ? [...sizes, { characters: fresh, deletedCharacters: 0 }] : sizes);
    const merged = new Set<number>();
    for (const group of plan) {
      for (const index of group) merged.add(index);
      write(group.flatMap(index => (this.#parts[index] ? liveDocuments(this.#parts[index]) : documents)));
    }
    if (!merged.has(this.#parts.length)) write(documents);
    return this.#parts.filter(({ deleted, segment }, index) => !merged.has(index) && deleted.size < segment.documents);
  }
}

/** Segments of the commit that can be read; a damaged one is left out, so its files count as new. */
function openParts(directory: string, manifest: Manifest, verify: boolean): Part[] {
  const parts: Part[] = [];
  for (const { file, deleted } of manifest.segments) {
    try {
      parts.push(openPart(directory, file, deleted, verify));
    } catch (error) {
      const isGone = (error as NodeJS.ErrnoException).code === 'ENOENT';
      const isDamaged = error instanceof CorruptIndexError;
      if (isDamaged) setDamagedAside(directory, file);
      if (isGone || isDamaged) continue;
      for (const part of parts) part.segment.close();
      throw error;
    }
  }
  return parts;
}

function openPart(directory: string, file: string, deleted: readonly number[], verify: boolean): Part {
  const segment = openSegment(directory, file);
  try {
    if (verify) segment.verify();
    const stored = Array.from({ length: segment.documents }, (_, index) => segment.document(index));
    return { file, segment, stored, deleted: new Set(deleted) };
  } catch (error) {
    segment.close();
    throw error;
  }
}

function recordsKey({ refused, touched }: FileRecords): string {
  return JSON.stringify([refused, touched]);
}

function liveDocuments({ stored, deleted, segment }: Part): SegmentDocument[] {
  return stored.flatMap((_, index) => (deleted.has(index) ? [] : [segment.segmentDocument(index)]));
}

/** Groups of documents that are one speech, the one to be shown for them first. */
function variantGroups(parts: readonly Part[]): Manifest['variants'] {
  const places = parts.flatMap(({ stored, deleted }, part) =>
    stored.flatMap((_, document) => (deleted.has(document) ? [] : [[part, document] as const])),
  );
  const storedAt = ([part, document]: readonly [number, number]): StoredDocument => parts[part]!.stored[document]!;
  const groups = similarGroups(places.map(([part, document]) => parts[part]!.segment.sketch(document)));
  return groups.map(group => group.map(index => places[index]!).sort((a, b) => byTrust(storedAt(a), storedAt(b))));
}

/** An office's own text before a rewritten copy, the longer before the shorter. */
function byTrust(a: StoredDocument, b: StoredDocument): number {
  const isCopy = (document: StoredDocument): number => (document.metadata.origin === '网络改写' ? 1 : 0);
  return isCopy(a) - isCopy(b) || b.characters - a.characters || (a.path < b.path ? -1 : 1);
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
