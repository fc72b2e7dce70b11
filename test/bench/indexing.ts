import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IndexReport } from '../../src/indexer/protocol.ts';
import { IndexerSupervisor } from '../../src/indexer/supervisor.ts';
import { emptyDirectory } from './cleanCorpus.ts';
import { dist } from './paths.ts';
import type { ResourceReport } from './resourceReport.ts';

export interface IndexingFigures {
  readonly report: IndexReport;
  readonly wallMs: number;
  /** Of the indexing child, and whatever it starts, together. */
  readonly cpuMs: number;
  readonly peakRssBytes: number;
  /** Wall time by what the child said it was doing. */
  readonly phaseMs: Readonly<Record<string, number>>;
}

/** One run of the real indexing child, through its supervisor as in the editor. @param scratch an own folder for its reports */
export async function runIndexer(
  indexDirectory: string,
  paths: readonly string[],
  scratch: string,
): Promise<IndexingFigures> {
  emptyDirectory(scratch);
  process.env['JIANGGAO_BENCH_USAGE'] = scratch;
  process.env['NODE_OPTIONS'] = `--import=${import.meta.resolve('./resourceReport.ts')}`;
  const supervisor = new IndexerSupervisor({
    indexerPath: join(dist, 'indexer.cjs'),
    assetDirectory: dist,
    indexDirectory,
  });
  const phaseMs: Record<string, number> = {};
  const started = performance.now();
  let phase = 'start';
  let since = started;
  const endPhase = (next: string): void => {
    const now = performance.now();
    phaseMs[phase] = (phaseMs[phase] ?? 0) + now - since;
    phase = next;
    since = now;
  };
  supervisor.onProgress(progress => {
    if (progress.phase !== phase) endPhase(progress.phase);
  });
  try {
    const report = await supervisor.index(paths);
    endPhase('end');
    const usages = readdirSync(scratch).map(
      name => JSON.parse(readFileSync(join(scratch, name), 'utf8')) as ResourceReport,
    );
    return {
      report,
      wallMs: performance.now() - started,
      cpuMs: usages.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
      peakRssBytes: usages.reduce((sum, { peakRssBytes }) => sum + peakRssBytes, 0),
      phaseMs,
    };
  } finally {
    supervisor.dispose();
    delete process.env['NODE_OPTIONS'];
    delete process.env['JIANGGAO_BENCH_USAGE'];
  }
}
