import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ServiceError } from '../core/service/serviceError.ts';
import type { SpeechService } from '../core/service/speechService.ts';
import type { Request, Response, WorkerData } from './protocol.ts';

/** Megabytes for the short-lived objects of queries. The room that Node chooses by itself is kept for good once a large index has been read. */
const YOUNG_MEGABYTES = 4;
/** Megabytes for other objects: ten times what the worker needs. Without a limit V8 collects later, and some twenty megabytes of garbage gather. */
const OLD_MEGABYTES = 512;

/** What the worker thread is started with. */
export interface WorkerClientOptions {
  /** Bundle of `worker.ts`. */
  readonly workerPath: string;
  readonly indexDirectory: string;
  /** File with the counts of accepted and refused suggestions; if absent nothing is kept. */
  readonly learningPath?: string;
  /** File with the user's edits of document metadata; if absent nothing is kept. */
  readonly editsPath?: string;
  /** Folder of the user's cards; if absent there are none. */
  readonly cardFolder?: string;
  /** Called for a damaged index and for a worker that exits by itself; the failed call rejects as well. */
  readonly onError: (error: Error) => void;
}

interface Pending {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** `SpeechService` over a worker thread. The thread starts with the first call, and again with the next call after it has exited. */
export class WorkerClient implements SpeechService {
  readonly #options: WorkerClientOptions;
  readonly #pending = new Map<number, Pending>();
  #worker: Worker | undefined;
  #lastId = 0;
  #disposed = false;

  constructor(options: WorkerClientOptions) {
    this.#options = options;
  }

  readonly complete: SpeechService['complete'] = request => this.#call('complete', request);
  readonly openings: SpeechService['openings'] = request => this.#call('openings', request);
  readonly learn: SpeechService['learn'] = request => this.#call('learn', request);
  readonly lookup: SpeechService['lookup'] = request => this.#call('lookup', request);
  readonly phraseAt: SpeechService['phraseAt'] = request => this.#call('phraseAt', request);
  readonly hover: SpeechService['hover'] = request => this.#call('hover', request);
  readonly concordance: SpeechService['concordance'] = request => this.#call('concordance', request);
  readonly rephrase: SpeechService['rephrase'] = request => this.#call('rephrase', request);
  readonly similar: SpeechService['similar'] = request => this.#call('similar', request);
  readonly borrowed: SpeechService['borrowed'] = request => this.#call('borrowed', request);
  readonly series: SpeechService['series'] = request => this.#call('series', request);
  readonly check: SpeechService['check'] = request => this.#call('check', request);
  readonly draftLength: SpeechService['draftLength'] = request => this.#call('draftLength', request);
  readonly seriesAt: SpeechService['seriesAt'] = request => this.#call('seriesAt', request);
  readonly seriesLike: SpeechService['seriesLike'] = request => this.#call('seriesLike', request);
  readonly seriesLookup: SpeechService['seriesLookup'] = request => this.#call('seriesLookup', request);
  readonly sectionModels: SpeechService['sectionModels'] = request => this.#call('sectionModels', request);
  readonly outline: SpeechService['outline'] = request => this.#call('outline', request);
  readonly documents: SpeechService['documents'] = request => this.#call('documents', request);
  readonly describe: SpeechService['describe'] = request => this.#call('describe', request);
  readonly sidecarText: SpeechService['sidecarText'] = request => this.#call('sidecarText', request);
  readonly locate: SpeechService['locate'] = request => this.#call('locate', request);
  readonly rendering: SpeechService['rendering'] = request => this.#call('rendering', request);
  readonly find: SpeechService['find'] = request => this.#call('find', request);
  readonly cards: SpeechService['cards'] = () => this.#call('cards');
  readonly addCard: SpeechService['addCard'] = request => this.#call('addCard', request);
  readonly stats: SpeechService['stats'] = () => this.#call('stats');

  /** Reopens the index, so that later calls see the latest commit. */
  reload(): Promise<void> {
    return this.#call('reload');
  }

  dispose(): void {
    this.#disposed = true;
    this.#rejectAll(new Error('查询线程已停止'));
    void this.#worker?.terminate();
    this.#worker = undefined;
  }

  #call<T>(method: Request['method'], params?: unknown): Promise<T> {
    if (this.#disposed) return Promise.reject(new Error('查询线程已停止'));
    const id = ++this.#lastId;
    return new Promise<T>((resolve, reject) => {
      this.#pending.set(id, { resolve: result => resolve(result as T), reject });
      this.#worker ??= this.#start();
      this.#worker.postMessage({ id, method, params } satisfies Request);
    });
  }

  #start(): Worker {
    const { indexDirectory, learningPath, editsPath, cardFolder } = this.#options;
    const workerData: WorkerData = {
      indexDirectory,
      idiomsPath: join(dirname(this.#options.workerPath), 'dictionary', 'idioms.tsv'),
      ...(learningPath !== undefined && { learningPath }),
      ...(editsPath !== undefined && { editsPath }),
      ...(cardFolder !== undefined && { cardFolder }),
    };
    const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_MEGABYTES, maxOldGenerationSizeMb: OLD_MEGABYTES };
    const worker = new Worker(this.#options.workerPath, { workerData, resourceLimits });
    worker.on('message', (response: Response) => this.#settle(response));
    worker.once('error', error => this.#ended(worker, error));
    worker.once('exit', code => this.#ended(worker, new Error(`查询线程退出（${code}）`)));
    return worker;
  }

  #settle(response: Response): void {
    const pending = this.#pending.get(response.id);
    if (pending === undefined) return;
    this.#pending.delete(response.id);
    if (!('error' in response)) {
      pending.resolve(response.result);
      return;
    }
    const error = new ServiceError(response.error.code, response.error.message);
    pending.reject(error);
    if (error.code === 'index-damaged') this.#options.onError(error);
  }

  #ended(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    this.#rejectAll(error);
    if (!this.#disposed) this.#options.onError(error);
  }

  #rejectAll(error: Error): void {
    for (const { reject } of this.#pending.values()) reject(error);
    this.#pending.clear();
  }
}
