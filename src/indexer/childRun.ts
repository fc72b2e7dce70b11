import { type ChildProcess, fork } from 'node:child_process';
import type { ChildMessage, ChildRequest, ChildTask, IndexProgress } from './protocol.ts';

/** How a child is run. */
export interface ChildRunOptions {
  /** Bundle of `child.ts`. */
  readonly indexerPath: string;
  /** Longest time for one file, milliseconds. */
  readonly fileDeadlineMs: number;
  readonly onProgress: (progress: IndexProgress) => void;
}

/** How a child ended. */
export type ChildOutcome = Exclude<ChildMessage, { type: 'progress' | 'file' | 'content' | 'native' }> | ChildDeath;

/** A child that ended without a result. */
export interface ChildDeath {
  readonly type: 'died';
  /** The cause, in Chinese. */
  readonly how: string;
  /** Whether it ended by itself before sending anything: it cannot be started. */
  readonly isStillborn: boolean;
  /** The file being read, if any; `hash` once its bytes had been read. */
  readonly file: { readonly path: string; readonly hash: string | undefined } | undefined;
  readonly inNative: boolean;
  /** Whether it was killed by the system or by its user: the file being read may have nothing to do with it. */
  readonly fromOutside: boolean;
}

const MAX_HEAP_MEGABYTES = 1536;
/** Room for young objects on each of the two threads: with Node's default the child needs a third more memory and is no faster. */
const SEMI_SPACE_MEGABYTES = 8;
/**
 * Blocks of at least this many bytes go back to the system as soon as they are freed. By itself glibc would raise the limit to the size
 * of the largest block freed, keep the arrays of one segment for the next, and fill the gaps with other things. Other C libraries ignore
 * this variable.
 */
const MALLOC_ENVIRONMENT = { MALLOC_MMAP_THRESHOLD_: String(256 * 1024) };
/** Milliseconds allowed for finishing the current file after the run is cancelled. */
const PATIENCE_MS = 3_000;

/** One child with its one task. */
export class ChildRun {
  /** Always resolves, when the child has ended. */
  readonly outcome: Promise<ChildOutcome>;
  readonly #child: ChildProcess;
  readonly #deadline: Deadline;
  #file: ChildDeath['file'];
  #said: Exclude<ChildOutcome, ChildDeath> | undefined;
  #how = '异常退出';
  #hasSpoken = false;
  #inNative = false;
  #isKilledByUs = false;

  constructor(options: ChildRunOptions, task: ChildTask) {
    const child = fork(options.indexerPath, [], {
      execArgv: [`--max-old-space-size=${MAX_HEAP_MEGABYTES}`, `--max-semi-space-size=${SEMI_SPACE_MEGABYTES}`],
      env: { ...process.env, ...MALLOC_ENVIRONMENT, ELECTRON_RUN_AS_NODE: '1' },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#child = child;
    this.#deadline = new Deadline(options.fileDeadlineMs, () => {
      this.#how = '超时';
      this.kill();
    });
    child.on('message', message => this.#hear(message as ChildMessage, options.onProgress));
    this.outcome = new Promise(resolve => {
      const end = (signal: NodeJS.Signals | null): void => {
        this.#deadline.stop();
        resolve(this.#said ?? this.#death(signal));
      };
      child.on('error', error => {
        this.#how = error.message;
        if (child.pid === undefined) end(null); // it could not be started, so no exit will be told
      });
      child.once('exit', (_code, signal) => end(signal));
    });
    child.send(task);
  }

  /** Ends the run early: finished files are committed, and a file that hangs is not waited for. */
  cancel(): void {
    // The child may be exiting or dead already; its end will tell.
    if (this.#child.connected) this.#child.send({ type: 'cancel' } satisfies ChildRequest, () => undefined);
    if (this.#file !== undefined) this.#deadline.start(PATIENCE_MS);
  }

  kill(): void {
    this.#isKilledByUs = true;
    this.#child.kill('SIGKILL');
  }

  #hear(message: ChildMessage, onProgress: (progress: IndexProgress) => void): void {
    this.#hasSpoken = true;
    switch (message.type) {
      case 'file':
        this.#file = { path: message.path, hash: undefined };
        this.#deadline.start();
        break;
      case 'content':
        if (this.#file !== undefined) this.#file = { ...this.#file, hash: message.hash };
        break;
      case 'native':
        this.#inNative = message.isLoading;
        break;
      case 'progress':
        if (message.progress.phase !== 'import') {
          this.#file = undefined;
          this.#deadline.stop();
        }
        onProgress(message.progress);
        break;
      case 'updated':
      case 'cleared':
      case 'quarantined':
      case 'failed':
        this.#said = message;
        break;
    }
  }

  #death(signal: NodeJS.Signals | null): ChildDeath {
    return {
      type: 'died',
      how: this.#how,
      isStillborn: !this.#hasSpoken && signal === null,
      file: this.#file,
      inNative: this.#inNative,
      fromOutside: signal === 'SIGKILL' && !this.#isKilledByUs,
    };
  }
}

class Deadline {
  readonly #milliseconds: number;
  readonly #expired: () => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(milliseconds: number, expired: () => void) {
    this.#milliseconds = milliseconds;
    this.#expired = expired;
  }

  /** Restarts the timer. */
  start(milliseconds = this.#milliseconds): void {
    this.stop();
    this.#timer = setTimeout(this.#expired, milliseconds);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
