/**
 * Stands for the extension host while it indexes: supervisor and query worker as `CorpusSession` has them, completions
 * asked one after the other from the first moment to the last. Forked; receives a task, sends figures.
 */
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { IndexerSupervisor } from '../../src/indexer/supervisor.ts';
import { WorkerClient } from '../../src/worker/client.ts';
import { answer } from './answer.ts';
import { dist } from './paths.ts';
import { type Quantiles, quantilesOf } from './quantiles.ts';

export interface HostTask {
  readonly indexDirectory: string;
  readonly paths: readonly string[];
  readonly drafts: readonly string[];
}

export interface HostFigures {
  readonly indexingMs: number;
  /** Between two turns of the event loop asked for every millisecond, in milliseconds. */
  readonly eventLoop: Quantiles;
  readonly completions: number;
  readonly completionMs: Quantiles;
}

const RESOLUTION_MS = 1;
const NANOSECONDS = 1e6;

process.once('message', (task: HostTask) => {
  void indexAndComplete(task).then(answer);
});

async function indexAndComplete({ indexDirectory, paths, drafts }: HostTask): Promise<HostFigures> {
  const client = new WorkerClient({ workerPath: join(dist, 'worker.cjs'), indexDirectory, onError: console.error });
  const supervisor = new IndexerSupervisor({
    indexerPath: join(dist, 'indexer.cjs'),
    assetDirectory: dist,
    indexDirectory,
  });
  await client.complete({ text: drafts[0]! }); // the worker is up before the file list changes
  let hasCommitted = false;
  supervisor.onProgress(({ phase }) => {
    if (phase === 'import' && hasCommitted) client.reload().catch(console.error);
    hasCommitted = phase === 'commit';
  });
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  const started = performance.now();
  let isIndexing = true;
  const indexing = supervisor.index(paths).finally(() => (isIndexing = false));
  indexing.catch(() => undefined); // reported below
  const times: number[] = [];
  while (isIndexing) {
    const asked = performance.now();
    await client.complete({ text: drafts[times.length % drafts.length]! });
    times.push(performance.now() - asked);
  }
  await indexing;
  const indexingMs = performance.now() - started;
  delay.disable();
  const eventLoop = {
    p50: delay.percentile(50) / NANOSECONDS,
    p99: delay.percentile(99) / NANOSECONDS,
    max: delay.max / NANOSECONDS,
  };
  client.dispose();
  supervisor.dispose();
  return { indexingMs, eventLoop, completions: times.length, completionMs: quantilesOf(times) };
}
