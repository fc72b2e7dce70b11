import * as vscode from 'vscode';
import type { SpeechService } from '../core/service/speechService.ts';
import type { IndexProgress, IndexReport } from '../indexer/protocol.ts';
import type { IndexOptions } from '../indexer/supervisor.ts';
import { CurrentService } from './currentService.ts';

/** The query worker and the indexer of one index. */
export interface CorpusEngine {
  readonly client: SpeechService & { reload(): Promise<void>; dispose(): void };
  readonly indexer: {
    onProgress(listener: (progress: IndexProgress) => void): { dispose(): void };
    index(paths: readonly string[], options?: IndexOptions): Promise<IndexReport>;
    /** Ends the run that is on; it rejects with an `IndexCancelledError`. */
    cancel(): void;
    clear(): Promise<void>;
    dispose(): void;
  };
}

/** The corpus as the settings describe it now. */
export interface CorpusPlace {
  readonly folders: readonly string[];
  readonly indexDirectory: string;
}

export type CorpusState =
  | { readonly kind: 'waiting' } // nothing needed it yet
  | { readonly kind: 'indexing'; readonly progress?: IndexProgress }
  | { readonly kind: 'paused'; readonly progress?: IndexProgress } // the user has stopped it
  | { readonly kind: 'ready'; readonly report: IndexReport }
  | { readonly kind: 'empty' } // cleared, or no folders
  | { readonly kind: 'failed'; readonly cause: unknown };

/** Another window indexes the same corpus: look again this often, for two minutes. */
const busyInterval = 2_000;
const busyTries = 60;

/** Was indexing stopped by the user? That is no failure. */
export function isCancelled(error: unknown): boolean {
  return error instanceof Error && error.name === cancelled;
}

const cancelled = 'IndexCancelledError';

/**
 * The corpus of this window: opens its index, keeps it up to date in the background, and moves to another one when the folders
 * change. Queries are answered from the last committed index meanwhile; the first one starts it all.
 */
export class CorpusSession implements vscode.Disposable {
  readonly service: SpeechService;
  readonly #readPlace: () => CorpusPlace;
  readonly #createEngine: (indexDirectory: string) => CorpusEngine;
  readonly #stateChange = new vscode.EventEmitter<CorpusState>();
  readonly onDidChangeState = this.#stateChange.event;
  readonly #opening = new vscode.EventEmitter<void>();
  /** The folders are about to be indexed for the first time, or others have taken their place. */
  readonly onDidOpen = this.#opening.event;
  #place: CorpusPlace;
  #engine: CorpusEngine | undefined;
  #state: CorpusState = { kind: 'waiting' };
  #queue: Promise<unknown> = Promise.resolve();
  #first: Promise<IndexReport> | undefined;
  #report: IndexReport | undefined;
  #isPaused = false;
  #repairing: Promise<unknown> | undefined;

  constructor(readPlace: () => CorpusPlace, createEngine: (indexDirectory: string) => CorpusEngine) {
    this.#readPlace = readPlace;
    this.#createEngine = createEngine;
    this.#place = readPlace();
    this.service = new CurrentService(() => {
      this.start().catch(() => undefined); // shown through the state
      return this.#openEngine().client;
    });
  }

  get state(): CorpusState {
    return this.#state;
  }

  get folders(): readonly string[] {
    return this.#place.folders;
  }

  /** What the last complete run over these folders has said. */
  get report(): IndexReport | undefined {
    return this.#report;
  }

  /** Brings the index up to date, the first time it is called. */
  start(): Promise<IndexReport> {
    if (this.#first === undefined) {
      this.#first = this.update();
      this.#opening.fire();
    }
    return this.#first;
  }

  /** Reads what has changed in the folders, also after indexing was stopped: what had been read by then is not read again. */
  update(options: IndexOptions = {}): Promise<IndexReport> {
    this.#isPaused = false;
    return this.#enqueue(engine => this.#index(engine, options));
  }

  /** The index has been found damaged: reads all of it through and rebuilds what cannot be believed. */
  async repair(): Promise<void> {
    this.#repairing ??= this.update({ verify: true }).finally(() => {
      this.#repairing = undefined;
    });
    await this.#repairing;
  }

  /** The same when nobody has asked for it: not while the user has indexing stopped. */
  async updateByItself(): Promise<void> {
    if (!this.#isPaused) await this.update();
  }

  /** Stops indexing until `update` or `rebuild`. Queries go on being answered from what is committed. */
  pause(): void {
    if (this.#state.kind !== 'indexing') return;
    this.#isPaused = true;
    this.#engine?.indexer.cancel();
  }

  /** Throws the index away and reads everything again. */
  rebuild(): Promise<IndexReport> {
    this.#isPaused = false;
    return this.#enqueue(async engine => {
      await engine.indexer.clear();
      return this.#index(engine);
    });
  }

  clear(): Promise<void> {
    return this.#enqueue(async engine => {
      await engine.indexer.clear();
      await engine.client.reload();
      this.#report = undefined;
      this.#setState({ kind: 'empty' });
    });
  }

  /** The settings of the corpus have changed. */
  async follow(): Promise<void> {
    const before = this.#place.indexDirectory;
    this.#place = this.#readPlace();
    if (this.#place.indexDirectory === before) return;
    this.#close();
    this.#report = undefined;
    if (this.#first === undefined) return;
    this.#opening.fire();
    await this.update();
  }

  dispose(): void {
    this.#close();
    this.#stateChange.dispose();
    this.#opening.dispose();
  }

  #openEngine(): CorpusEngine {
    this.#engine ??= this.#createEngine(this.#place.indexDirectory);
    return this.#engine;
  }

  /** One at a time: two runs over one index would wait for each other's lock. */
  #enqueue<T>(run: (engine: CorpusEngine) => Promise<T>): Promise<T> {
    const result = this.#queue.then(async () => {
      const engine = this.#openEngine();
      try {
        return await run(engine);
      } catch (cause) {
        // A run over folders that have been replaced ends with its engine; that is no failure.
        if (engine === this.#engine) this.#setState(this.#endOf(cause));
        throw cause;
      }
    });
    this.#queue = result.catch(() => undefined);
    return result;
  }

  async #index({ client, indexer }: CorpusEngine, options: IndexOptions = {}): Promise<IndexReport> {
    this.#setState({ kind: 'indexing' });
    let hasCommitted = false;
    const watching = indexer.onProgress(progress => {
      this.#setState({ kind: 'indexing', progress: withCount(progress, this.#state) });
      // What is committed on the way can be asked for at once; after the last commit comes the report.
      if (progress.phase === 'import' && hasCommitted) client.reload().catch(() => undefined);
      hasCommitted = progress.phase === 'commit';
    });
    try {
      const report = await this.#untilFree(() => indexer.index(this.#place.folders, options));
      if (report.changed) await client.reload();
      this.#report = report;
      this.#isPaused = false; // it was through before it could be stopped
      this.#setState(report.documents === 0 ? { kind: 'empty' } : { kind: 'ready', report });
      return report;
    } catch (error) {
      if (isCancelled(error)) await client.reload();
      throw error;
    } finally {
      watching.dispose();
    }
  }

  #endOf(cause: unknown): CorpusState {
    if (!isCancelled(cause)) return { kind: 'failed', cause };
    const progress = this.#state.kind === 'indexing' ? this.#state.progress : undefined;
    return progress === undefined ? { kind: 'paused' } : { kind: 'paused', progress };
  }

  async #untilFree<T>(run: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      if (this.#isPaused) throw Object.assign(new Error('indexing has been stopped'), { name: cancelled });
      try {
        return await run();
      } catch (error) {
        const isBusy = error instanceof Error && error.name === 'IndexBusyError';
        if (!isBusy || tries === busyTries) throw error;
        await new Promise(resolve => setTimeout(resolve, busyInterval));
      }
    }
  }

  #setState(state: CorpusState): void {
    this.#state = state;
    this.#stateChange.fire(state);
  }

  #close(): void {
    this.#engine?.indexer.dispose();
    this.#engine?.client.dispose();
    this.#engine = undefined;
  }
}

/** While the index is written, and after, the number of files read stays known. */
function withCount(progress: IndexProgress, before: CorpusState): IndexProgress {
  if (progress.phase === 'scan' || progress.phase === 'import') return progress;
  const counted = before.kind === 'indexing' ? before.progress : undefined;
  return { ...progress, done: counted?.done ?? 0, total: counted?.total ?? 0 };
}
