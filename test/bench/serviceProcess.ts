/**
 * Measures what the editor meets: a query worker over an index, asked from a process that does nothing else. Forked with
 * the index directory; receives drafts and phrases, sends figures.
 */
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openService } from '../../src/node/openService.ts';
import { WorkerClient } from '../../src/worker/client.ts';
import { answer } from './answer.ts';
import { peakRssBytes } from './memory.ts';
import { dist } from './paths.ts';
import { type Quantiles, quantilesOf, timedAsync } from './quantiles.ts';
import { states, type TypedDraft } from './queries.ts';

export interface ServiceTask {
  readonly indexDirectory: string;
  /** Each breaks off somewhere else. */
  readonly drafts: readonly string[];
  readonly typed: readonly TypedDraft[];
  readonly phrases: readonly string[];
}

/** Completions of drafts that were not seen before, asked for at each key. */
export interface TypingFigures {
  /** The first request about a draft: all that is known of it is still to be found. */
  readonly first: Quantiles;
  readonly next: Quantiles;
}

export interface ServiceFigures {
  readonly overWorker: Readonly<Record<'complete' | 'lookup' | 'phraseAt' | 'hover' | 'firstLines', Quantiles>> & {
    readonly typing: TypingFigures;
  };
  readonly inProcess: Readonly<Record<'complete' | 'lookup', Quantiles>> & { readonly typing: TypingFigures };
  readonly memory: ServingMemory;
}

/** Resident memory of this process with its worker. */
export interface ServingMemory {
  /** After all requests over the worker, when none has come for a while. */
  readonly restBytes: number;
  /** The most there was until then: requests came one upon the other, faster than anybody asks. */
  readonly peakBytes: number;
}

/** Longer than the worker waits before it puts things in order. */
const REST_MS = 4000;
/** Between two keys a writer leaves at least so much time, in which the worker looks for the kin of the draft: see `workAhead`. */
const KEY_PAUSE_MS = 20;
/** Between two keys of who types fast, by characters: real ones are longer, and would take an hour here. */
const TYPING_PAUSE_MS = 50;
/** Keys of each draft that are typed over the worker. */
const KEYS_OVER_WORKER = 30;
/** In this time a worker that is not asked does what it does in a first pause: see `warmUp`. */
const WARM_UP_MS = 3000;
/** Of the drafts typed the first ones only make the code warm. */
const WARMING_DRAFTS = 3;
/** Lines a panel shows before it is scrolled. */
const FIRST_LINES = 60;
/** Queries with wildcards, from frequent texts to none. */
const PATTERNS = ['从~中~', '该(~)的\\1', 'A不A', '一?二?', '以~的~，以~的~', '~的紧迫感', 'AABB'];

process.once('message', (task: ServiceTask) => {
  void measure(task).then(answer);
});

async function measure({ indexDirectory, drafts, typed, phrases }: ServiceTask): Promise<ServiceFigures> {
  const worker = new WorkerClient({ workerPath: join(dist, 'worker.cjs'), indexDirectory, onError: console.error });
  await worker.stats();
  await wait(WARM_UP_MS);
  const beginnings = typed.map(draft => ({ ...draft, keys: Math.min(draft.keys, KEYS_OVER_WORKER) }));
  const overWorker = {
    complete: await timedAsync(
      drafts,
      text => worker.complete({ text }),
      () => wait(KEY_PAUSE_MS),
    ),
    typing: await typingTimes(
      beginnings,
      text => worker.complete({ text }),
      () => wait(TYPING_PAUSE_MS),
    ),
    lookup: await timedAsync(phrases, phrase => worker.lookup({ phrase })),
    phraseAt: await timedAsync(drafts, text => worker.phraseAt({ text, offset: text.length - 2, limit: 5 })),
    hover: await timedAsync(drafts, text => worker.hover({ text, offset: text.length - 2 })),
    firstLines: await timedAsync([...phrases, ...PATTERNS], query =>
      worker.concordance({ query, limit: FIRST_LINES, isPartial: true }),
    ),
  };
  await wait(REST_MS);
  const memory = { restBytes: process.memoryUsage.rss(), peakBytes: peakRssBytes() };
  worker.dispose();
  const { service, close } = openService(indexDirectory);
  const workAhead = (): void => {
    while (service.workAhead());
  };
  while (service.warmUp());
  const inProcess = {
    typing: await typingTimes(typed, text => service.complete({ text }), workAhead),
    complete: await timedAsync(drafts, text => service.complete({ text }), workAhead),
    lookup: await timedAsync(phrases, phrase => service.lookup({ phrase })),
  };
  close();
  return { overWorker, inProcess, memory };
}

/** Milliseconds per completion, each draft typed once. @param pause waited for after each answer, and not timed */
async function typingTimes(
  typed: readonly TypedDraft[],
  complete: (text: string) => Promise<unknown>,
  pause: () => unknown,
): Promise<TypingFigures> {
  const first: number[] = [];
  const next: number[] = [];
  for (const [i, draft] of typed.entries()) {
    let isFirst = true;
    for (const text of states(draft)) {
      const started = performance.now();
      await complete(text);
      if (i >= WARMING_DRAFTS) (isFirst ? first : next).push(performance.now() - started);
      isFirst = false;
      await pause();
    }
  }
  return { first: quantilesOf(first), next: quantilesOf(next) };
}
