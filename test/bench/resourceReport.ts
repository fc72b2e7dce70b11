/** Preloaded into the indexing child and what it starts (NODE_OPTIONS): each process writes what it used when it ends. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { peakRssBytes } from './memory.ts';

export interface ResourceReport {
  /** Processor time of all threads. */
  readonly cpuMs: number;
  readonly peakRssBytes: number;
}

const directory = process.env['JIANGGAO_BENCH_USAGE'];
if (isMainThread && directory !== undefined) {
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    const report: ResourceReport = { cpuMs: (user + system) / 1000, peakRssBytes: peakRssBytes() };
    writeFileSync(join(directory, `${process.pid}.json`), JSON.stringify(report));
  });
}
