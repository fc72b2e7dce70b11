/**
 * Measures what the editor meets: a query worker over an index, asked from a process that does nothing else. Forked with
 * the index directory; receives drafts and phrases, sends figures.
 */
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openService } from '../../src/node/openService.ts';
import { WorkerClient } from '../../src/worker/client.ts';
import { answer } from './answer.ts';
import { dist } from './paths.ts';
import { type Quantiles, timedAsync } from './quantiles.ts';

export interface ServiceTask {
  readonly indexDirectory: string;
  readonly drafts: readonly string[];
  readonly phrases: readonly string[];
}

export interface ServiceFigures {
  readonly overWorker: Readonly<Record<'complete' | 'lookup' | 'phraseAt' | 'hover' | 'firstLines', Quantiles>>;
  readonly inProcess: Readonly<Record<'complete' | 'lookup', Quantiles>>;
  /** Resident memory of this process with its worker, after all requests over the worker. */
  readonly rssBytes: number;
}

/** Between two keys a writer leaves at least so much time, in which the worker looks for the kin of the draft: see `workAhead`. */
const KEY_PAUSE_MS = 20;
/** Lines a panel shows before it is scrolled. */
const FIRST_LINES = 60;
/** Queries with wildcards, from frequent texts to none. */
const PATTERNS = ['从~中~', '该(~)的\\1', 'A不A', '一?二?', '以~的~，以~的~', '~的紧迫感', 'AABB'];

process.once('message', (task: ServiceTask) => {
  void measure(task).then(answer);
});

async function measure({ indexDirectory, drafts, phrases }: ServiceTask): Promise<ServiceFigures> {
  const worker = new WorkerClient({ workerPath: join(dist, 'worker.cjs'), indexDirectory, onError: console.error });
  const overWorker = {
    complete: await timedAsync(
      drafts,
      text => worker.complete({ text }),
      () => wait(KEY_PAUSE_MS),
    ),
    lookup: await timedAsync(phrases, phrase => worker.lookup({ phrase })),
    phraseAt: await timedAsync(drafts, text => worker.phraseAt({ text, offset: text.length - 2, limit: 5 })),
    hover: await timedAsync(drafts, text => worker.hover({ text, offset: text.length - 2 })),
    firstLines: await timedAsync([...phrases, ...PATTERNS], query =>
      worker.concordance({ query, limit: FIRST_LINES, isPartial: true }),
    ),
  };
  const rssBytes = process.memoryUsage.rss();
  worker.dispose();
  const { service, close } = openService(indexDirectory);
  const workAhead = (): void => {
    while (service.workAhead());
  };
  const inProcess = {
    complete: await timedAsync(drafts, text => service.complete({ text }), workAhead),
    lookup: await timedAsync(phrases, phrase => service.lookup({ phrase })),
  };
  close();
  return { overWorker, inProcess, rssBytes };
}
