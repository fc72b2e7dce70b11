import { planMerges } from '../core/index/build/mergePolicy.ts';
import { SEGMENT_FORMAT_VERSION } from '../core/index/format/segmentFormat.ts';
import type { SegmentDocument, StoredDocument } from '../core/index/format/storedDocument.ts';
import {
  commitManifest,
  type FileRecords,
  type Manifest,
  prepareDirectory,
  readOrRestartManifest,
} from './indexDirectory.ts';
import {
  type IndexPart,
  isAlive,
  liveCharacters,
  openPart,
  openParts,
  sourceOf,
  variantGroups,
  without,
} from './indexParts.ts';
import { takeWriterLease, type WriterLease } from './writerLease.ts';
import type { SegmentJob, SegmentSource } from './writeSegments.ts';

/** What a commit changes. */
export interface IndexChange {
  /** Ids of documents that go. A document that is replaced goes and comes under one id. */
  readonly removed: ReadonlySet<string>;
  readonly added: readonly SegmentDocument[];
  /** From now on. */
  readonly files: FileRecords;
  /**
   * The commit only keeps the work done so far: its small segment is taken into that of the next commit that is no
   * checkpoint, which is then the same as if there had been none.
   */
  readonly isCheckpoint: boolean;
}

/** A commit whose segments are still to be written. */
export interface PreparedCommit {
  /** To be written before `plan` can be published. */
  readonly job: SegmentJob;
  readonly plan: CommitPlan;
}

/** What `publish` needs beside the files written: nothing that is large. */
export interface CommitPlan {
  readonly generation: number;
  /** Parts that stay. */
  readonly kept: readonly IndexPart[];
  readonly files: FileRecords;
  readonly isCheckpoint: boolean;
}

/** This many checkpoints are merged into one segment: each segment costs every query a little. */
const MAX_CHECKPOINTS = 8;

/**
 * The one writer of an index directory. What is new and what is gone becomes visible commit by commit; between commits
 * readers see the one before, and so does whoever comes after a crash. A commit has three steps, so that the second can
 * be done elsewhere: `prepare` it, write its segments (`writeSegments`), `publish` it.
 */
export class IndexWriter {
  readonly #directory: string;
  readonly #lease: WriterLease;
  #manifest: Manifest;
  #parts: readonly IndexPart[];
  /** Whether the stored state is not the one read: damaged segments left out, or no commit yet. */
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

  get segmentCount(): number {
    return this.#parts.length;
  }

  /** Documents of the current commit. */
  documents(): StoredDocument[] {
    return this.#parts.flatMap(({ stored, deleted }) => stored.filter((_, index) => !deleted.has(index)));
  }

  /**
   * Plans a commit: which segments are to be written for it, and from what; those of a size are merged on the way.
   * @returns `undefined` if there is nothing to commit
   */
  prepare(change: IndexChange): PreparedCommit | undefined {
    const checkpoints = this.#parts.filter(part => part.isCheckpoint);
    const takesAlong = change.isCheckpoint ? checkpoints.length >= MAX_CHECKPOINTS : checkpoints.length > 0;
    if (!takesAlong && !this.#isDirty && !hasEffect(change, this.#manifest)) return undefined;
    const parts = this.#parts.map(part => without(part, change.removed)).filter(isAlive);
    const along = takesAlong ? parts.filter(part => part.isCheckpoint) : [];
    const { kept, groups } = planned(
      parts.filter(part => !along.includes(part)),
      [...along.map(sourceOf), { documents: change.added }],
      along.reduce((sum, part) => sum + liveCharacters(part), charactersOf(change.added)),
      !change.isCheckpoint,
    );
    const { files, isCheckpoint } = change;
    const generation = this.#manifest.generation + 1;
    return {
      job: { directory: this.#directory, generation, groups },
      plan: { generation, kept, files, isCheckpoint },
    };
  }

  /**
   * Makes a prepared commit visible, its segments being there as `written`.
   * @throws IndexBusyError if another process has taken over; the system's error if the index cannot be written
   */
  publish({ generation, kept, files, isCheckpoint }: CommitPlan, written: readonly string[]): void {
    const parts = [...kept];
    try {
      for (const file of written) parts.push(openPart(this.#directory, file, isCheckpoint));
      const segments = parts.map(({ file, deleted }) => ({ file, deleted: [...deleted].sort((a, b) => a - b) }));
      const variants = variantGroups(parts);
      const { refused, touched } = files;
      this.#manifest = { formatVersion: SEGMENT_FORMAT_VERSION, generation, segments, variants, refused, touched };
      this.#lease.assertHeld();
      commitManifest(this.#directory, this.#manifest);
    } catch (error) {
      for (const part of parts.slice(kept.length)) part.segment.close();
      throw error;
    }
    const open = new Set(parts.map(part => part.segment));
    for (const { segment } of this.#parts) if (!open.has(segment)) segment.close();
    this.#parts = parts;
    this.#isDirty = false;
  }
}

function hasEffect({ added, removed, files }: IndexChange, manifest: Manifest): boolean {
  return added.length > 0 || removed.size > 0 || recordsKey(files) !== recordsKey(manifest);
}

function recordsKey({ refused, touched }: FileRecords): string {
  return JSON.stringify([refused, touched]);
}

/**
 * What is to be written: the `fresh` documents, alone or merged with parts of their size, and parts merged with each other.
 * The fresh ones take part in the plan as one more segment: a single saved file then costs one small segment or one
 * merge, never both.
 */
function planned(
  parts: readonly IndexPart[],
  fresh: readonly SegmentSource[],
  freshCharacters: number,
  mayMerge: boolean,
): { kept: readonly IndexPart[]; groups: readonly (readonly SegmentSource[])[] } {
  const sizes = parts.map(part => {
    const { characters } = part.segment;
    return { characters, deletedCharacters: characters - liveCharacters(part) };
  });
  if (freshCharacters > 0) sizes.push({ characters: freshCharacters, deletedCharacters: 0 });
  const plan = mayMerge ? planMerges(sizes) : [];
  const groups = plan.map(group => group.flatMap(index => (parts[index] ? [sourceOf(parts[index])] : fresh)));
  const merged = new Set(plan.flat());
  if (freshCharacters > 0 && !merged.has(parts.length)) groups.push([...fresh]);
  return { kept: parts.filter((_, index) => !merged.has(index)), groups };
}

function charactersOf(documents: readonly SegmentDocument[]): number {
  return documents.reduce((sum, document) => sum + document.units.length + 1, 0);
}
