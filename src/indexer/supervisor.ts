import { type ChildProcess, fork } from 'node:child_process';
import type { ChildMessage, ChildRequest, ChildTask, IndexProgress, IndexReport, UpdateTask } from './protocol.ts';

export interface SupervisorOptions {
  /** Bundle of `child.ts`. */
  readonly indexerPath: string;
  readonly indexDirectory: string;
  /** Holds what the build puts there: the segmenter's `dictionary`, and `cmaps`, the character maps of Chinese PDF fonts. */
  readonly assetDirectory: string;
  readonly segmenter?: UpdateTask['segmenter'];
  /** Longest time for one file, milliseconds. */
  readonly fileDeadlineMs?: number;
}

export interface IndexOptions {
  /** Read the whole index through first and rebuild what is damaged. */
  readonly verify?: boolean;
  /** Try files again that were left out before, though they have not changed. */
  readonly retry?: boolean;
}

const FILE_DEADLINE_MS = 20_000;
const MAX_HEAP_MEGABYTES = 1536;
/** So many files may end the child in one run before it is called off. */
const MAX_DEATHS = 5;

/** Runs the indexing child, one task at a time, and starts it again without the file that ended it. */
export class IndexerSupervisor {
  readonly #options: SupervisorOptions;
  readonly #listeners = new Set<(progress: IndexProgress) => void>();
  readonly #quarantine = new Map<string, string>();
  #child: ChildProcess | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #isCancelled = false;
  /** The native segmenter has ended a child; later ones do without. */
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
   * Brings the index up to the files below `paths`. Rejects if the index cannot be written, is being written by
   * another process (`IndexBusyError`), is stopped by `cancel` (`IndexCancelledError`), or the child dies again and again.
   */
  index(paths: readonly string[], options: IndexOptions = {}): Promise<IndexReport> {
    return this.#enqueue(async () => {
      if (options.retry) this.#quarantine.clear();
      this.#isCancelled = false;
      for (let deaths = 0; ; deaths++) {
        const outcome = await this.#run(this.#updateTask(paths, options));
        if (outcome.type === 'updated') return outcome.report;
        if (outcome.type !== 'died' || outcome.path === undefined || deaths === MAX_DEATHS) throw failure(outcome);
        if (outcome.inNative) this.#isNativeBroken = true;
        else this.#quarantine.set(outcome.path, `处理此文件时${outcome.how}，已跳过`);
        if (this.#isCancelled)
          throw failure({ type: 'failed', name: 'IndexCancelledError', message: '已停止建立索引' });
        if (this.#disposed) throw disposedError();
      }
    });
  }

  /** Ends the running update early. What is finished is kept; a later update goes on from there. */
  cancel(): void {
    this.#isCancelled = true;
    // The child may be leaving or dead already, which its end will tell.
    if (this.#child?.connected) this.#child.send({ type: 'cancel' } satisfies ChildRequest, () => undefined);
  }

  /** Removes the index from disk. */
  clear(): Promise<void> {
    return this.#enqueue(async () => {
      this.#quarantine.clear();
      const outcome = await this.#run({ type: 'clear', indexDirectory: this.#options.indexDirectory });
      if (outcome.type !== 'cleared') throw failure(outcome);
    });
  }

  dispose(): void {
    this.#disposed = true;
    this.#child?.kill('SIGKILL');
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
      quarantine: [...this.#quarantine],
      segmenter: this.#isNativeBroken ? 'typescript' : segmenter,
    };
  }

  #run(task: ChildTask): Promise<ChildOutcome> {
    const { indexerPath, fileDeadlineMs = FILE_DEADLINE_MS } = this.#options;
    const child = fork(indexerPath, [], {
      execArgv: [`--max-old-space-size=${MAX_HEAP_MEGABYTES}`],
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#child = child;
    return new Promise(resolve => {
      let file: string | undefined;
      let outcome: ChildOutcome | undefined;
      let how = '异常退出';
      let inNative = false;
      const deadline = new Deadline(fileDeadlineMs, () => {
        how = '超时';
        child.kill('SIGKILL');
      });
      child.on('message', message => {
        const received = message as ChildMessage;
        switch (received.type) {
          case 'file':
            file = received.path;
            deadline.start();
            break;
          case 'native':
            inNative = received.isLoading;
            break;
          case 'progress':
            if (received.progress.phase !== 'import') {
              file = undefined;
              deadline.stop();
            }
            for (const listener of this.#listeners) listener(received.progress);
            break;
          case 'updated':
          case 'cleared':
          case 'failed':
            outcome = received;
            break;
        }
      });
      const end = (reason: string): void => {
        deadline.stop();
        this.#child = undefined;
        resolve(outcome ?? { type: 'died', path: file, how: reason, inNative });
      };
      child.on('error', error => end(error.message));
      child.once('exit', () => end(how));
      child.send(task);
    });
  }
}

type ChildOutcome =
  | Extract<ChildMessage, { type: 'updated' | 'cleared' | 'failed' }>
  | { readonly type: 'died'; readonly path: string | undefined; readonly how: string; readonly inNative: boolean };

function disposedError(): Error {
  return new Error('索引进程已停止');
}

function failure(outcome: ChildOutcome): Error {
  if (outcome.type === 'failed') return Object.assign(new Error(outcome.message), { name: outcome.name });
  return new Error(`索引进程异常退出（${outcome.type === 'died' ? outcome.how : '答非所问'}）`);
}

class Deadline {
  readonly #milliseconds: number;
  readonly #expired: () => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(milliseconds: number, expired: () => void) {
    this.#milliseconds = milliseconds;
    this.#expired = expired;
  }

  /** Starts anew. */
  start(): void {
    this.stop();
    this.#timer = setTimeout(this.#expired, this.#milliseconds);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
