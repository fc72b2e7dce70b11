import * as vscode from 'vscode';
import type { DescribeRequest } from '../../core/service/documentList.ts';
import type { SpeechService } from '../../core/service/speechService.ts';
import type { IndexProgress, IndexReport } from '../../indexer/protocol.ts';
import type { IndexOptions } from '../../indexer/supervisor.ts';
import { Backoff } from './backoff.ts';
import { type CorpusEngine, type CorpusPlace, type CorpusState, isCancelled, isPaused } from './corpusEngine.ts';
import { CurrentService } from './currentService.ts';
import { untilFree } from './untilFree.ts';

/** Clearing the index waits for another writer no longer than it takes to index a saved file. */
const clearTries = 4;

/**
 * The corpus of this window: opens its index, keeps it up to date in the background, and switches to another one when the folders change.
 * Meanwhile queries are answered from the last committed index; the first query starts the session.
 */
export class CorpusSession implements vscode.Disposable {
  readonly service: SpeechService;
  readonly #readPlace: () => CorpusPlace;
  readonly #createEngine: (place: CorpusPlace) => CorpusEngine;
  readonly #stateChange = new vscode.EventEmitter<CorpusState>();
  readonly onDidChangeState = this.#stateChange.event;
  readonly #opening = new vscode.EventEmitter<void>();
  /** Fires before the folders are indexed for the first time, also after they were replaced by others. */
  readonly onDidOpen = this.#opening.event;
  readonly #backoff = new Backoff();
  #place: CorpusPlace;
  #engine: CorpusEngine | undefined;
  #state: CorpusState = { kind: 'waiting' };
  #queue: Promise<unknown> = Promise.resolve();
  #first: Promise<IndexReport> | undefined;
  #report: IndexReport | undefined;
  #isPaused = false;
  #resuming: NodeJS.Timeout | undefined;
  #repairing: Promise<unknown> | undefined;

  constructor(readPlace: () => CorpusPlace, createEngine: (place: CorpusPlace) => CorpusEngine) {
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

  get cardFolder(): string | undefined {
    return this.#place.cardFolder;
  }

  /** The report of the last complete run over these folders. */
  get report(): IndexReport | undefined {
    return this.#report;
  }

  /** Brings the index up to date at the first call; later calls return the result of the first. */
  start(): Promise<IndexReport> {
    if (this.#first === undefined) {
      this.#first = this.update();
      this.#opening.fire();
    }
    return this.#first;
  }

  /** Indexes what has changed in the folders, also after indexing was stopped: files read before that are not read again. */
  update(options: IndexOptions = {}): Promise<IndexReport> {
    this.#goOn();
    return this.#enqueue(engine => this.#index(engine, options));
  }

  /** As `update`, but for automatic calls: does nothing while indexing is paused. */
  async updateByItself(): Promise<void> {
    if (!this.#isPaused) await this.update();
  }

  /** To be called when the index was found damaged: verifies all of it and rebuilds the damaged parts. */
  async repair(): Promise<void> {
    this.#repairing ??= this.update({ verify: true }).finally(() => {
      this.#repairing = undefined;
    });
    await this.#repairing;
  }

  /** Stops indexing until `update` or `rebuild`. Queries are still answered from the last commit. */
  pause(): void {
    if (this.#state.kind !== 'indexing') return;
    this.#isPaused = true;
    this.#engine?.indexer.cancel();
  }

  /** Discards the index and reads everything again. */
  rebuild(): Promise<IndexReport> {
    this.#goOn();
    return this.#enqueue(async engine => {
      await this.#clearWhenFree(engine);
      return this.#index(engine);
    });
  }

  /**
   * Removes this index and the indexes in the directories `others`. Rejects with an `IndexBusyError` while another window is writing one of
   * them.
   */
  clear(others: readonly string[] = []): Promise<void> {
    return this.#enqueue(async engine => {
      await this.#clearWhenFree(engine, others);
      await engine.client.reload();
      this.#report = undefined;
      this.#setState({ kind: 'empty' });
    });
  }

  /** Stores the user's changes to a document and shows the corpus accordingly. */
  async describe(request: DescribeRequest): Promise<void> {
    await this.service.describe(request);
    await this.#openEngine().client.reload();
    this.#setState(this.#state);
  }

  /** To be called when the settings of the corpus have changed. */
  async follow(): Promise<void> {
    const before = this.#place;
    this.#place = this.#readPlace();
    const { indexDirectory, cardFolder } = this.#place;
    if (indexDirectory === before.indexDirectory && cardFolder === before.cardFolder) return;
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
    this.#engine ??= this.#createEngine(this.#place);
    return this.#engine;
  }

  /** Runs one operation at a time: two runs over one index would wait for each other's lock. */
  #enqueue<T>(run: (engine: CorpusEngine) => Promise<T>): Promise<T> {
    const result = this.#queue.then(() => run(this.#openEngine()));
    this.#queue = result.catch(() => undefined);
    return result;
  }

  async #index(engine: CorpusEngine, options: IndexOptions = {}): Promise<IndexReport> {
    const { client, indexer } = engine;
    this.#setState({ kind: 'indexing' });
    let hasCommitted = false;
    const watching = indexer.onProgress(progress => {
      this.#setState({ kind: 'indexing', progress: withCount(progress, this.#state) });
      // Each commit on the way can be queried at once; after the last commit comes the report.
      if (progress.phase === 'import' && hasCommitted) client.reload().catch(() => undefined);
      hasCommitted = progress.phase === 'commit';
    });
    try {
      const report = await untilFree(() => indexer.index(this.#place.folders, options), {
        isStopped: () => this.#isPaused,
        onBusy: () => {
          this.#setState({ kind: 'indexing', isElsewhere: true });
          client.reload().catch(() => undefined); // what the other has committed so far
        },
      });
      await client.reload();
      this.#report = report;
      this.#isPaused = false; // it was through before it could be stopped
      this.#backoff.reset();
      this.#setState(report.documents === 0 ? { kind: 'empty' } : { kind: 'ready', report });
      return report;
    } catch (cause) {
      // A run over folders that have been replaced ends with its engine, which is not a failure.
      if (engine === this.#engine) await this.#noteEnd(engine, cause);
      throw cause;
    } finally {
      watching.dispose();
    }
  }

  /** Handles a run that did not complete: stopped by the user, paused by the indexer, or failed. */
  async #noteEnd({ client }: CorpusEngine, cause: unknown): Promise<void> {
    if (!isCancelled(cause) && !isPaused(cause)) return this.#setState({ kind: 'failed', cause });
    const progress = this.#state.kind === 'indexing' ? this.#state.progress : undefined;
    await client.reload().catch(() => undefined); // the worker has told of what it found; the state must not stay `indexing`
    this.#setState({ kind: 'paused', ...(progress && { progress }), ...(isPaused(cause) && { cause }) });
    if (isPaused(cause)) this.#goOnLater();
  }

  #goOn(): void {
    this.#isPaused = false;
    clearTimeout(this.#resuming);
  }

  #goOnLater(): void {
    this.#isPaused = true;
    this.#resuming = setTimeout(() => {
      this.update().catch(() => undefined); // shown through the state
    }, this.#backoff.next());
  }

  #clearWhenFree({ indexer }: CorpusEngine, others?: readonly string[]): Promise<void> {
    return untilFree(() => indexer.clear(others), { mostTries: clearTries, isStopped: () => this.#isPaused });
  }

  #setState(state: CorpusState): void {
    this.#state = state;
    this.#stateChange.fire(state);
  }

  #close(): void {
    clearTimeout(this.#resuming);
    this.#engine?.indexer.dispose();
    this.#engine?.client.dispose();
    this.#engine = undefined;
  }
}

/** Keeps the number of files read while the index is being written. */
function withCount(progress: IndexProgress, before: CorpusState): IndexProgress {
  if (progress.phase === 'scan' || progress.phase === 'import') return progress;
  const counted = before.kind === 'indexing' ? before.progress : undefined;
  return { ...progress, done: counted?.done ?? 0, total: counted?.total ?? 0 };
}
