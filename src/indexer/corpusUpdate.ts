import { createHash } from 'node:crypto';
import { isFromSidecar, type Sidecar } from '../core/document/sidecar.ts';
import { MAX_SEGMENT_CHARACTERS } from '../core/index/format/segmentFormat.ts';
import type { FileStamp, StoredDocument } from '../core/index/format/storedDocument.ts';
import { type CorpusFile, stampOf } from '../node/corpusFiles.ts';
import type { FileRecords, RefusedFile, SkippedFile } from '../node/indexManifest.ts';
import type { CommitPlan, IndexWriter } from '../node/indexWriter.ts';
import { FreshDocuments } from './freshDocuments.ts';
import { importFile, readCorpusFile } from './importFile.ts';
import { IndexCancelledError, type Retry } from './protocol.ts';
import type { SegmentBuilder } from './segmentBuilder.ts';
import { Turns } from './turns.ts';
import type { UpdateOptions } from './updateOptions.ts';

/**
 * New documents are written as a segment once they reach this many characters: nearly as many as a segment holds, since every query looks
 * into each segment. The remaining room is for the last document, and for later changes to be merged in.
 */
const COMMIT_CHARACTERS = 0.8 * MAX_SEGMENT_CHARACTERS;
const CHECKPOINT_INTERVAL_MS = 10_000;
/**
 * The time between two checkpoints is at least this many times the duration of the last commit, so that commits never take most of the
 * time.
 */
const CHECKPOINT_SPACING = 4;

/** One update: compares the files of the corpus with the index, imports what is new or changed, and commits. */
export class CorpusUpdate {
  hasCommitted = false;
  readonly #writer: IndexWriter;
  readonly #builder: SegmentBuilder;
  readonly #options: UpdateOptions;
  readonly #files: readonly CorpusFile[];
  readonly #sidecars: ReadonlyMap<string, Sidecar>;
  readonly #known: ReadonlyMap<string, StoredDocument>;
  readonly #takenIds: Set<string>;
  /** Content hash → id of documents whose file is gone, to recognise a file that was renamed. */
  readonly #vanished = new Map<string, string>();
  readonly #refused: Map<string, RefusedFile>;
  /** Content hash → reason, for files that ended the process. */
  readonly #deadly: ReadonlyMap<string, string>;
  readonly #touched: Map<string, FileRecords['touched'][number]>;
  readonly #turns = new Turns();
  /** Documents of the next commit. */
  readonly #fresh: FreshDocuments;
  #removed = new Set<string>();
  /** Characters added since the last commit that was no checkpoint. */
  #freshCharacters = 0;
  #committedAt = performance.now();
  #lastCommitMs = 0;
  /** The commit in progress. Its failure is reported to whoever awaits it. */
  #commit: Promise<void> = Promise.resolve();
  #isCommitting = false;

  constructor(
    writer: IndexWriter,
    builder: SegmentBuilder,
    options: UpdateOptions,
    files: readonly CorpusFile[],
    sidecars: ReadonlyMap<string, Sidecar>,
  ) {
    this.#writer = writer;
    this.#builder = builder;
    this.#options = options;
    this.#files = files;
    this.#fresh = new FreshDocuments(options, this.#turns);
    this.#sidecars = sidecars;
    this.#known = new Map(writer.documents().map(document => [document.path, document]));
    this.#takenIds = new Set([...this.#known.values()].map(({ id }) => id));
    const wanted = new Set(files.map(file => file.path));
    const refused = stillRefused(writer.files.refused, options.retry);
    this.#deadly = new Map(refused.flatMap(({ deadlyHash, reason }) => (deadlyHash ? [[deadlyHash, reason]] : [])));
    this.#refused = new Map(refused.filter(({ path }) => wanted.has(path)).map(entry => [entry.path, entry]));
    this.#touched = new Map(
      writer.files.touched.filter(({ path }) => wanted.has(path)).map(entry => [entry.path, entry]),
    );
    for (const document of this.#known.values()) {
      if (wanted.has(document.path)) continue;
      this.#removed.add(document.id);
      this.#vanished.set(document.file.hash, document.id);
    }
  }

  async run(): Promise<void> {
    for (const [done, file] of this.#files.entries()) {
      await this.#turns.pass();
      if (this.#options.isCancelled?.()) {
        await this.#finish();
        throw new IndexCancelledError();
      }
      this.#options.onProgress?.({ phase: 'import', done, total: this.#files.length });
      await this.#examine(file);
      if (!this.#isCommitting) await this.#commit;
      if (this.#freshCharacters >= COMMIT_CHARACTERS) await this.#startCommit('segment');
      else if (this.#isCheckpointDue()) await this.#startCommit('checkpoint');
    }
    await this.#finish();
  }

  refusedFiles(): SkippedFile[] {
    return [...this.#refused.values()].map(({ path, reason }) => ({ path, reason }));
  }

  async #examine(file: CorpusFile): Promise<void> {
    const old = this.#known.get(file.path);
    const isUnchanged = old !== undefined && isSameFile(this.#touched.get(file.path) ?? old.file, file);
    if (isUnchanged && !this.#isAskedFor(file)) return;
    const before = this.#refused.get(file.path);
    if (before && isSameContent(before, file)) {
      this.#remove(old);
      return;
    }
    this.#refused.delete(file.path);
    this.#touched.delete(file.path);
    const reason = await this.#import(file, old);
    if (reason === undefined) return;
    this.#remove(old);
    this.#refused.set(file.path, { ...file, reason });
  }

  /** @returns why the file is left out, or `undefined` if there is nothing left to record */
  async #import(file: CorpusFile, old: StoredDocument | undefined): Promise<string | undefined> {
    this.#options.onFile?.(file.path);
    const read = readCorpusFile(file);
    if ('reason' in read) {
      // The system may grant next time what it refuses now, although the file has not changed. So a size is recorded that no file has.
      this.#remove(old);
      this.#refused.set(file.path, { ...file, size: -1, reason: read.reason });
      return undefined;
    }
    if (old?.file.hash === read.hash && !this.#isAskedFor(file) && !this.#hasSidecar(old)) {
      this.#touched.set(file.path, { path: file.path, ...stampOf(file) });
      return undefined;
    }
    const deadly = this.#deadly.get(read.hash);
    if (deadly !== undefined) {
      this.#remove(old);
      this.#refused.set(file.path, { ...file, reason: deadly, deadlyHash: read.hash });
      return undefined;
    }
    this.#options.onContent?.(read.hash);
    const id = old?.id ?? this.#vanished.get(read.hash) ?? newId(file.path, read.hash, this.#takenIds);
    const { cMapDirectory } = this.#options;
    const imported = await importFile(file, read, {
      id,
      cMapDirectory,
      sidecar: this.#sidecars.get(file.path),
    });
    if ('reason' in imported) return imported.reason;
    this.#vanished.delete(read.hash);
    this.#remove(old);
    this.#takenIds.add(id);
    this.#fresh.add({ document: imported.document, path: file.path, hash: read.hash });
    this.#freshCharacters += imported.document.units.length + 1;
    return undefined;
  }

  /** Whether the user has asked for this very file to be read again. */
  #isAskedFor({ path }: CorpusFile): boolean {
    const { retry } = this.#options;
    return Array.isArray(retry) && retry.includes(path);
  }

  /** Whether the document has a sidecar, or had one when it was read. In that case equal bytes do not mean equal metadata. */
  #hasSidecar({ path, metadata }: StoredDocument): boolean {
    return this.#sidecars.has(path) || isFromSidecar(metadata);
  }

  #remove(old: StoredDocument | undefined): void {
    if (old) this.#removed.add(old.id);
  }

  #isCheckpointDue(): boolean {
    if (this.#isCommitting || this.#fresh.isEmpty) return false;
    const spacing = Math.max(CHECKPOINT_INTERVAL_MS, CHECKPOINT_SPACING * this.#lastCommitMs);
    return performance.now() - this.#committedAt >= (this.#options.checkpointIntervalMs ?? spacing);
  }

  /**
   * Starts a commit. Resolves when all earlier commits are done and this one has started; with a building thread,
   * importing continues meanwhile.
   */
  async #startCommit(kind: 'segment' | 'checkpoint' | 'last'): Promise<void> {
    // No file is at hand now: neither splitting all of them nor waiting counts against the time limit of the last one.
    this.#options.onProgress?.({ phase: 'build', done: 0, total: 0 });
    const added = await this.#fresh.take();
    this.#options.onProgress?.({ phase: 'build', done: 0, total: 0 });
    await this.#commit;
    const prepared = this.#writer.prepare({
      added,
      removed: this.#removed,
      files: { refused: sortByPath(this.#refused.values()), touched: sortByPath(this.#touched.values()) },
      isCheckpoint: kind === 'checkpoint',
    });
    this.#removed = new Set();
    if (kind !== 'checkpoint') this.#freshCharacters = 0;
    if (prepared === undefined) return;
    this.#isCommitting = true;
    this.#commit = this.#publish(this.#builder.build(prepared.job, kind !== 'last'), prepared.plan);
    this.#commit.catch(() => undefined);
  }

  async #publish(files: Promise<readonly string[]>, plan: CommitPlan): Promise<void> {
    const startedAt = performance.now();
    try {
      const written = await files;
      this.#options.onProgress?.({ phase: 'commit', done: 0, total: 0 });
      this.#writer.publish(plan, written);
      this.hasCommitted = true;
    } finally {
      this.#isCommitting = false;
      this.#committedAt = performance.now();
      this.#lastCommitMs = this.#committedAt - startedAt;
    }
  }

  async #finish(): Promise<void> {
    await this.#startCommit('last');
    await this.#commit;
  }
}

/**
 * The refused files without those to be tried again. Copies of these are left out too, since their records would keep
 * the same bytes out.
 */
function stillRefused(refused: readonly RefusedFile[], retry: Retry = false): readonly RefusedFile[] {
  if (typeof retry === 'boolean') return retry ? [] : refused;
  const asked = refused.filter(({ path }) => retry.includes(path));
  const hashes = new Set(asked.flatMap(({ deadlyHash }) => deadlyHash ?? []));
  return refused.filter(file => !asked.includes(file) && !(file.deadlyHash && hashes.has(file.deadlyHash)));
}

/** As far as programs leave the time of modification true. A refused file gives no answers: reading it again is not worth more. */
function isSameContent(a: FileStamp, b: FileStamp): boolean {
  return a.size === b.size && a.modifiedMs === b.modifiedMs && a.inode === b.inode;
}

function isSameFile(a: FileStamp, b: FileStamp): boolean {
  return isSameContent(a, b) && a.changedMs === b.changedMs;
}

function sortByPath<T extends { readonly path: string }>(entries: Iterable<T>): T[] {
  return [...entries].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** An opaque id, the same for the same path unless another document already has it. */
function newId(path: string, hash: string, taken: ReadonlySet<string>): string {
  const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
  const id = digest(path);
  return taken.has(id) ? digest(`${path}\n${hash}`) : id;
}
