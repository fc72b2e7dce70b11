import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { CorruptIndexError } from '../core/index/byteSource.ts';
import type { PhraseKnowledge } from '../core/index/phraseKnowledge.ts';
import { MAX_SEGMENT_CHARACTERS } from '../core/index/segmentFormat.ts';
import type { FileStamp, SegmentDocument } from '../core/index/storedDocument.ts';
import type { Segmenter } from '../core/structure/segmenter.ts';
import { type CorpusFile, listCorpusFiles, stampOf } from '../node/corpusFiles.ts';
import type { FileRecords, RefusedFile, SkippedFile } from '../node/indexDirectory.ts';
import { type IndexedDocument, IndexWriter } from '../node/indexWriter.ts';
import { removeSilentLease } from '../node/writerLease.ts';
import { importFile, readCorpusFile } from './importFile.ts';
import type { IndexProgress, UpdateReport } from './protocol.ts';

export interface UpdateOptions {
  readonly indexDirectory: string;
  /** Folders and files the corpus consists of. What lies elsewhere leaves the index. */
  readonly paths: readonly string[];
  /** Called when the first document needs it: loading a dictionary takes most of a second. */
  readonly loadSegmenter: () => Segmenter;
  /** Called when the first segment is built; without it phrases are not found by pinyin, and no idiom is known. */
  readonly loadPhraseKnowledge?: () => Promise<PhraseKnowledge>;
  /** Holds the character maps of Chinese fonts, for PDF. */
  readonly cMapDirectory?: string;
  /** Reads the whole index through first and rebuilds what is damaged; also done when damage is met on the way. */
  readonly verify?: boolean;
  /** Tries files again that were left out before, though they have not changed. */
  readonly retry?: boolean;
  readonly onProgress?: (progress: IndexProgress) => void;
  /** Told before each file is read, so that a death can be laid to it. */
  readonly onFile?: (path: string) => void;
  /** Told when it has been, so that these bytes can be known again. */
  readonly onContent?: (hash: string) => void;
  /** Asked between files; once true, what is finished is committed and the rest left for later. */
  readonly isCancelled?: () => boolean;
}

/** The user has stopped the update; files finished so far are in the index. */
export class IndexCancelledError extends Error {
  override readonly name = 'IndexCancelledError';
}

/** New documents are committed when so many characters have come together, so that memory stays bounded and little is lost. */
const COMMIT_CHARACTERS = MAX_SEGMENT_CHARACTERS / 2;
/** Messages from the parent are heard at least this often. */
const TURN_INTERVAL_MS = 50;

/**
 * Brings the index up to the files: what is new or changed goes into new segments, what is gone or changed is marked
 * deleted, small segments are merged. A crash leaves the last commit, a later update goes on from there.
 * Rejects with `IndexBusyError` if another process is at it, `IndexCancelledError` if it was stopped, the system's error
 * if the index cannot be written.
 */
export async function updateIndex(options: UpdateOptions): Promise<UpdateReport> {
  const started = performance.now();
  try {
    return await updateOnce(options, started);
  } catch (error) {
    if (!(error instanceof CorruptIndexError)) throw error;
    return updateOnce({ ...options, verify: true }, started);
  }
}

async function updateOnce(options: UpdateOptions, started: number): Promise<UpdateReport> {
  const stopIfCancelled = (): void => {
    if (options.isCancelled?.()) throw new IndexCancelledError('已停止建立索引');
  };
  await removeSilentLease(options.indexDirectory, { onTurn: stopIfCancelled });
  const writer = new IndexWriter(options.indexDirectory, options.verify);
  try {
    options.onProgress?.({ phase: 'scan', done: 0, total: 0 });
    const { files, skipped } = await listCorpusFiles(options.paths, stopIfCancelled);
    const update = new Update(writer, options, files);
    await update.run();
    const documents = writer.documents();
    return {
      documents: documents.length,
      characters: documents.reduce((sum, { stored }) => sum + stored.characters, 0),
      segments: writer.segmentCount,
      skipped: [...skipped, ...update.refusedFiles()],
      changed: update.hasCommitted,
      milliseconds: performance.now() - started,
    };
  } finally {
    writer.close();
  }
}

/** One pass over the files. */
class Update {
  hasCommitted = false;
  readonly #writer: IndexWriter;
  readonly #options: UpdateOptions;
  readonly #files: readonly CorpusFile[];
  readonly #known: ReadonlyMap<string, IndexedDocument>;
  readonly #takenIds: Set<string>;
  /** Content hash → id of documents whose file is gone, to recognise a file that was renamed. */
  readonly #vanished = new Map<string, string>();
  readonly #refused: Map<string, RefusedFile>;
  /** Content hash → reason, of files that ended the process. */
  readonly #deadly: ReadonlyMap<string, string>;
  readonly #touched: Map<string, FileRecords['touched'][number]>;
  #segmenter: Segmenter | undefined;
  #knowledge: PhraseKnowledge | undefined;
  #pending: SegmentDocument[] = [];
  #pendingCharacters = 0;

  constructor(writer: IndexWriter, options: UpdateOptions, files: readonly CorpusFile[]) {
    this.#writer = writer;
    this.#options = options;
    this.#files = files;
    this.#known = new Map(writer.documents().map(document => [document.stored.path, document]));
    this.#takenIds = new Set([...this.#known.values()].map(({ stored }) => stored.id));
    const wanted = new Set(files.map(file => file.path));
    const refused = options.retry ? [] : writer.files.refused;
    this.#deadly = new Map(refused.flatMap(({ deadlyHash, reason }) => (deadlyHash ? [[deadlyHash, reason]] : [])));
    this.#refused = new Map(refused.filter(({ path }) => wanted.has(path)).map(entry => [entry.path, entry]));
    this.#touched = new Map(
      writer.files.touched.filter(({ path }) => wanted.has(path)).map(entry => [entry.path, entry]),
    );
    for (const document of this.#known.values()) {
      if (wanted.has(document.stored.path)) continue;
      document.delete();
      this.#vanished.set(document.stored.file.hash, document.stored.id);
    }
  }

  async run(): Promise<void> {
    let heardAt = performance.now();
    for (const [done, file] of this.#files.entries()) {
      if (performance.now() - heardAt > TURN_INTERVAL_MS) {
        await nextTurn();
        heardAt = performance.now();
      }
      if (this.#options.isCancelled?.()) {
        await this.#commit();
        throw new IndexCancelledError('已停止建立索引');
      }
      this.#options.onProgress?.({ phase: 'import', done, total: this.#files.length });
      await this.#examine(file);
      if (this.#pendingCharacters >= COMMIT_CHARACTERS) await this.#commit();
    }
    await this.#commit();
  }

  refusedFiles(): SkippedFile[] {
    return [...this.#refused.values()].map(({ path, reason }) => ({ path, reason }));
  }

  async #examine(file: CorpusFile): Promise<void> {
    const old = this.#known.get(file.path);
    if (old && isSameFile(this.#touched.get(file.path) ?? old.stored.file, file)) return;
    const before = this.#refused.get(file.path);
    if (before && isSameFile(before, file)) return old?.delete();
    this.#refused.delete(file.path);
    this.#touched.delete(file.path);
    const reason = await this.#import(file, old);
    if (reason === undefined) return;
    old?.delete();
    this.#refused.set(file.path, { ...file, reason });
  }

  /** @returns why the file is left out, or `undefined` if it is in the index or was there already */
  async #import(file: CorpusFile, old: IndexedDocument | undefined): Promise<string | undefined> {
    this.#options.onFile?.(file.path);
    const read = readCorpusFile(file);
    if ('reason' in read) {
      // What the system refuses now it may grant next time, though the file stays as it is: no size will equal this one.
      old?.delete();
      this.#refused.set(file.path, { ...file, size: -1, reason: read.reason });
      return undefined;
    }
    if (old?.stored.file.hash === read.hash) {
      this.#touched.set(file.path, { path: file.path, ...stampOf(file) });
      return undefined;
    }
    const deadly = this.#deadly.get(read.hash);
    if (deadly !== undefined) {
      old?.delete();
      this.#refused.set(file.path, { ...file, reason: deadly, deadlyHash: read.hash });
      return undefined;
    }
    this.#options.onContent?.(read.hash);
    const id = old?.stored.id ?? this.#vanished.get(read.hash) ?? newId(file.path, read.hash, this.#takenIds);
    this.#segmenter ??= this.#options.loadSegmenter();
    const imported = await importFile(file, id, read, this.#segmenter, this.#options.cMapDirectory);
    if ('reason' in imported) return imported.reason;
    this.#vanished.delete(read.hash);
    old?.delete();
    this.#takenIds.add(id);
    this.#pending.push(imported.document);
    this.#pendingCharacters += imported.document.text.length + 1;
    return undefined;
  }

  async #commit(): Promise<void> {
    this.#options.onProgress?.({ phase: 'build', done: 0, total: 0 });
    const willBuild = this.#pending.length > 0 || this.#writer.isDirty;
    if (willBuild) this.#knowledge ??= await this.#options.loadPhraseKnowledge?.();
    const files = { refused: sortByPath(this.#refused.values()), touched: sortByPath(this.#touched.values()) };
    if (this.#writer.commit(this.#pending, files, this.#knowledge)) this.hasCommitted = true;
    this.#pending = [];
    this.#pendingCharacters = 0;
    this.#options.onProgress?.({ phase: 'commit', done: 0, total: 0 });
  }
}

function isSameFile(a: FileStamp, b: FileStamp): boolean {
  return a.size === b.size && a.modifiedMs === b.modifiedMs && a.inode === b.inode;
}

function sortByPath<T extends { readonly path: string }>(entries: Iterable<T>): T[] {
  return [...entries].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Opaque, and the same for the same path unless another document already has it. */
function newId(path: string, hash: string, taken: ReadonlySet<string>): string {
  const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
  const id = digest(path);
  return taken.has(id) ? digest(`${path}\n${hash}`) : id;
}
