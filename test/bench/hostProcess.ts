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
  /** Completions that were asked once there was something to complete from: after the first commit, if one came before the end. */
  readonly completionMs: Quantiles;
  readonly completionsPerSecond: number;
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
  let times: number[] = [];
  let countedSince = performance.now();
  let hasCommitted = false;
  let hasText = false;
  const reload = async (): Promise<void> => {
    await client.reload();
    if (hasText) return;
    hasText = true;
    times = [];
    countedSince = performance.now();
  };
  supervisor.onProgress(({ phase }) => {
    if (phase === 'import' && hasCommitted) reload().catch(console.error);
    hasCommitted = phase === 'commit';
  });
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  const started = performance.now();
  let isIndexing = true;
  const indexing = supervisor.index(paths).finally(() => (isIndexing = false));
  indexing.catch(() => undefined); // reported below
  for (let asking = 0; isIndexing; asking++) {
    const asked = performance.now();
    await client.complete({ text: drafts[asking % drafts.length]! });
    times.push(performance.now() - asked);
  }
  await indexing;
  const ended = performance.now();
  delay.disable();
  const eventLoop = {
    p50: delay.percentile(50) / NANOSECONDS,
    p99: delay.percentile(99) / NANOSECONDS,
    max: delay.max / NANOSECONDS,
  };
  client.dispose();
  supervisor.dispose();
  return {
    indexingMs: ended - started,
    eventLoop,
    completionMs: quantilesOf(times),
    completionsPerSecond: (times.length / (ended - countedSince)) * 1000,
  };
}
