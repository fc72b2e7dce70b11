import { type ChildDeath, type ChildOutcome, ChildRun } from './childRun.ts';
import {
  type ChildTask,
  IndexCancelledError,
  type IndexProgress,
  type IndexReport,
  type Retry,
  type UpdateTask,
} from './protocol.ts';

/** What the supervisor needs to run children. */
export interface SupervisorOptions {
  /** Bundle of `child.ts`. */
  readonly indexerPath: string;
  readonly indexDirectory: string;
  /** Directory with the build's data files: the segmenter's `dictionary`, and `cmaps`, the character maps of Chinese PDF fonts. */
  readonly assetDirectory: string;
  readonly segmenter?: UpdateTask['segmenter'];
  /** Longest time for one file, milliseconds. */
  readonly fileDeadlineMs?: number;
}

/** What an update should do besides following the files. */
export interface IndexOptions {
  /** Whether to read the whole index first and rebuild what is damaged. */
  readonly verify?: boolean;
  readonly retry?: Retry;
}

/** The child has died repeatedly; finished files are kept, and a later update continues from there. */
export class IndexPausedError extends Error {
  override readonly name = 'IndexPausedError';
}

const FILE_DEADLINE_MS = 20_000;
/** Indexing is paused after this many deaths within `DEATH_WINDOW_MS`. */
const MAX_DEATHS = 3;
const DEATH_WINDOW_MS = 60_000;

/** Runs the indexing child, one task at a time. When the child dies it is started again, without the file that ended it. */
export class IndexerSupervisor {
  readonly #options: SupervisorOptions;
  readonly #listeners = new Set<(progress: IndexProgress) => void>();
  /** Files being read when a child was killed from outside; they are left out if that happens again. */
  readonly #suspects = new Set<string>();
  /** Times at which children died, by the monotonic clock. */
  #deaths: number[] = [];
  #run: ChildRun | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #isCancelled = false;
  /** Whether the native segmenter has ended a child; later children do without it. */
  #isNativeBroken = false;
  #disposed = false;

  constructor(options: SupervisorOptions) {
    this.#options = options;
  }

  onProgress(listener: (progress: IndexProgress) => void): { dispose(): void } {
    this.#listeners.add(listener);
    return { dispose: () => void this.#listeners.delete(listener) };
  }

  /**
   * Brings the index up to date with the files below `paths`. Rejects with `IndexBusyError` if another process is
   * writing the index, with `IndexCancelledError` if `cancel` was called, with `IndexPausedError` if the child dies
   * again and again, and with another error if the index cannot be written or the child cannot be started.
   */
  index(paths: readonly string[], options: IndexOptions = {}): Promise<IndexReport> {
    return this.#enqueue(async () => {
      this.#isCancelled = false;
      for (let retry: Retry = options.retry ?? false; ; ) {
        const outcome = await this.#perform(this.#updateTask(paths, { ...options, retry }));
        if (outcome.type === 'updated') return outcome.report;
        if (outcome.type !== 'died' || outcome.isStillborn) throw failure(outcome);
        this.#throwIfStopped();
        // Files left out from here on are left out for reasons found in this run.
        if (await this.#leaveOut(outcome, retry === true)) retry = without(retry, outcome.file?.path);
        this.#throwIfStopped();
        this.#countDeath(outcome);
      }
    });
  }

  /** Ends the running update early. Finished files are kept; a later update continues from there. */
  cancel(): void {
    this.#isCancelled = true;
    this.#run?.cancel();
  }

  /**
   * Removes this index and the indexes in the directories `others`. Rejects with `IndexBusyError` if another process is writing one of
   * them.
   */
  clear(others: readonly string[] = []): Promise<void> {
    return this.#enqueue(async () => {
      const indexDirectories = [...new Set([this.#options.indexDirectory, ...others])];
      const outcome = await this.#perform({ type: 'clear', indexDirectories });
      if (outcome.type !== 'cleared') throw failure(outcome);
    });
  }

  dispose(): void {
    this.#disposed = true;
    this.#run?.kill();
  }

  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(() => {
      if (this.#disposed) throw disposedError();
      return work();
    });
    this.#queue = result.catch(() => undefined);
    return result;
  }

  #updateTask(paths: readonly string[], { verify = false, retry = false }: IndexOptions): UpdateTask {
    const { indexDirectory, assetDirectory, segmenter = 'typescript' } = this.#options;
    return {
      type: 'update',
      indexDirectory,
      assetDirectory,
      paths,
      verify,
      retry,
      segmenter: this.#isNativeBroken ? 'typescript' : segmenter,
    };
  }

  async #perform(task: ChildTask): Promise<ChildOutcome> {
    const { indexerPath, fileDeadlineMs = FILE_DEADLINE_MS } = this.#options;
    const onProgress = (progress: IndexProgress): void => {
      for (const listener of this.#listeners) listener(progress);
    };
    this.#run = new ChildRun({ indexerPath, fileDeadlineMs, onProgress }, task);
    const outcome = await this.#run.outcome;
    this.#run = undefined;
    return outcome;
  }

  /**
   * Makes the next child avoid what ended this one.
   * @returns whether a file was recorded as left out
   */
  async #leaveOut({ file, inNative, fromOutside, how }: ChildDeath, forgetOthers: boolean): Promise<boolean> {
    if (inNative) this.#isNativeBroken = true;
    if (inNative || file === undefined) return false;
    if (fromOutside && !this.#suspects.has(file.path)) {
      this.#suspects.add(file.path);
      return false;
    }
    const { indexDirectory } = this.#options;
    const reason = `处理此文件时${how}，已跳过`;
    const outcome = await this.#perform({ type: 'quarantine', indexDirectory, ...file, reason, forgetOthers });
    if (outcome.type !== 'quarantined') throw failure(outcome);
    return true;
  }

  #countDeath({ how }: ChildDeath): void {
    const now = performance.now();
    this.#deaths = [...this.#deaths.filter(time => now - time < DEATH_WINDOW_MS), now];
    if (this.#deaths.length < MAX_DEATHS) return;
    this.#deaths = [];
    throw new IndexPausedError(`索引进程接连${MAX_DEATHS}次${how}，已暂停，稍后自动继续`);
  }

  #throwIfStopped(): void {
    if (this.#isCancelled) throw new IndexCancelledError();
    if (this.#disposed) throw disposedError();
  }
}

/**
 * What is still to be tried again now that `path` is left out. If all files were to be, the records of the others are
 * forgotten already.
 */
function without(retry: Retry, path: string | undefined): Retry {
  return typeof retry === 'boolean' ? false : retry.filter(other => other !== path);
}

function disposedError(): Error {
  return new Error('索引进程已停止');
}

function failure(outcome: ChildOutcome): Error {
  if (outcome.type === 'failed') return Object.assign(new Error(outcome.message), { name: outcome.name });
  return new Error(`索引进程异常退出（${outcome.type === 'died' ? outcome.how : '答非所问'}）`);
}
