import { Worker } from 'node:worker_threads';
import { CorruptIndexError } from '../core/index/format/byteSource.ts';
import { noPhraseKnowledge, type PhraseKnowledge } from '../core/index/format/phraseKnowledge.ts';
import { type SegmentJob, type SegmentSource, writeSegments } from '../node/writeSegments.ts';
import type { BuilderAnswer } from './builderThread.ts';
import type { BuilderOptions, UpdateOptions } from './updateOptions.ts';

/** Writes segments, either on this thread or on one of its own, so that importing can continue meanwhile. */
export class SegmentBuilder {
  readonly #options: Pick<UpdateOptions, 'builder' | 'loadPhraseKnowledge'>;
  #thread: Worker | undefined;
  #knowledge: PhraseKnowledge | undefined;

  constructor(options: Pick<UpdateOptions, 'builder' | 'loadPhraseKnowledge'>) {
    this.#options = options;
  }

  /**
   * Runs a job; one at a time.
   * @param meanwhile whether there is other work to do meanwhile. Only then is a thread started: a single saved file is
   * built before a thread would be running. The texts of new documents are transferred to the thread, not copied, so
   * the caller loses them
   * @returns names of the files written
   */
  async build(job: SegmentJob, meanwhile: boolean): Promise<readonly string[]> {
    if (job.groups.length === 0) return [];
    const { builder, loadPhraseKnowledge } = this.#options;
    if (meanwhile && builder !== undefined) this.#thread ??= startThread(builder);
    if (this.#thread === undefined) {
      if (job.groups.every(isOneDocument)) return writeSegments(job, noPhraseKnowledge);
      this.#knowledge ??= (await loadPhraseKnowledge?.()) ?? noPhraseKnowledge;
      return writeSegments(job, this.#knowledge);
    }
    this.#thread.postMessage(job, job.groups.flat().flatMap(textsOf));
    return answerOf(this.#thread);
  }

  /** Ends the thread; a job under way rejects. */
  async close(): Promise<void> {
    await this.#thread?.terminate();
    this.#thread = undefined;
  }
}

/** The thread allocates mostly arrays outside the heap. Little room for young objects is enough, and saves megabytes at the peak. */
const YOUNG_MEGABYTES = 6;

function startThread({ path, data }: BuilderOptions): Worker {
  return new Worker(path, { workerData: data, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES } });
}

/**
 * Whether the job is a single file that was just saved. It contains no phrase of several documents, and loading the
 * knowledge of phrases would take longer than building it.
 */
function isOneDocument([source, ...others]: readonly SegmentSource[]): boolean {
  return others.length === 0 && source !== undefined && 'documents' in source && source.documents.length === 1;
}

/** The text buffers, which make up most of a job's bytes: with a copy on each thread the child needs fifty megabytes more. */
function textsOf(source: SegmentSource): ArrayBuffer[] {
  return 'documents' in source ? source.documents.map(({ units }) => units.buffer) : [];
}

function answerOf(thread: Worker): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      thread.off('message', answered);
      thread.off('error', failed);
      thread.off('exit', ended);
    };
    const answered = (answer: BuilderAnswer): void => {
      settle();
      if ('files' in answer) resolve(answer.files);
      else reject(rebuilt(answer.error));
    };
    const failed = (error: Error): void => {
      settle();
      reject(error);
    };
    const ended = (): void => failed(new Error('建立索引的线程已停止'));
    thread.on('message', answered);
    thread.on('error', failed);
    thread.on('exit', ended);
  });
}

/**
 * An error as it was thrown on the thread. Its class and its system code are lost when it is passed between threads, so
 * they are put back here.
 */
function rebuilt({ name, message, code }: Extract<BuilderAnswer, { error: unknown }>['error']): Error {
  if (name === 'CorruptIndexError') return new CorruptIndexError(message);
  return Object.assign(new Error(message), { name }, code === undefined ? {} : { code });
}
