import { planMerges } from '../core/index/build/mergePolicy.ts';
import { SEGMENT_FORMAT_VERSION } from '../core/index/format/segmentFormat.ts';
import type { SegmentDocument, StoredDocument } from '../core/index/format/storedDocument.ts';
import { commitManifest, prepareDirectory } from './indexDirectory.ts';
import { type FileRecords, type Manifest, readOrRestartManifest } from './indexManifest.ts';
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

/** The changes of one commit. */
export interface IndexChange {
  /** Ids of documents to remove. A document that is replaced is removed and added under the same id. */
  readonly removed: ReadonlySet<string>;
  readonly added: readonly SegmentDocument[];
  /** The file records from now on. */
  readonly files: FileRecords;
  /**
   * Whether the commit only saves the work done so far: its small segment is merged into the segment of the next regular commit, whose
   * result is the same as without the checkpoint.
   */
  readonly isCheckpoint: boolean;
}

/** A planned commit whose segments have yet to be written. */
export interface PreparedCommit {
  /** The segments to write before `plan` can be published. */
  readonly job: SegmentJob;
  readonly plan: CommitPlan;
}

/** The input of `publish` besides the written files; it holds no large data. */
export interface CommitPlan {
  readonly generation: number;
  /** Segments that remain. */
  readonly kept: readonly IndexPart[];
  readonly files: FileRecords;
  readonly isCheckpoint: boolean;
}

/** So many checkpoints are merged into one segment, since each segment adds to the cost of every query. */
const MAX_CHECKPOINTS = 8;

/**
 * The only writer of an index directory. Changes become visible commit by commit; between commits, and after a crash, readers see the
 * previous one. A commit has three steps, so that the second can run on another thread: `prepare` it, write its segments (`writeSegments`),
 * `publish` it.
 */
export class IndexWriter {
  readonly #directory: string;
  readonly #lease: WriterLease;
  #manifest: Manifest;
  #parts: readonly IndexPart[];
  /** Whether the commit on disk differs from the state read: damaged segments were left out, or there is no commit yet. */
  #isDirty: boolean;

  /**
   * @param options.verify whether to read all segments through; if not, damage is found when it is read
   * @throws IndexBusyError if another process is writing; the system's error if the directory cannot be written
   */
  constructor(directory: string, { verify }: { readonly verify: boolean }) {
    prepareDirectory(directory);
    this.#directory = directory;
    this.#lease = takeWriterLease(directory);
    try {
      this.#manifest = readOrRestartManifest(directory);
      this.#parts = openParts(directory, this.#manifest, { verify });
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

  /** The file records of the last commit. */
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
   * Plans a commit: which segments to write from which documents, including merges of segments of similar size.
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
   * Makes a prepared commit visible after its segments have been written as `written`.
   * @throws IndexBusyError if another process has taken over; the system's error if the index cannot be written
   */
  publish({ generation, kept, files, isCheckpoint }: CommitPlan, written: readonly string[]): void {
    const parts = [...kept];
    try {
      for (const file of written) parts.push(openPart(this.#directory, file, { isCheckpoint }));
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
 * The segments to write: the `fresh` documents, alone or merged with segments of similar size, and merges among the others. In the merge
 * plan the fresh documents count as one more segment, so a single saved file costs one small segment or one merge, never both.
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
