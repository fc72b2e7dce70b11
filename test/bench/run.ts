/**
 * `npm run bench [-- --corpus DIR …]`: how long indexing and asking take, beside what else could answer the same
 * question (a plain scan, SQLite's FTS5 with trigrams), in one run on one corpus. Figures are for this machine and run;
 * what is to be compared are the ratios. Without --corpus: the starter corpus, and the real documents beside the
 * checkout where they are present.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { IndexerSupervisor } from '../../src/indexer/supervisor.ts';
import { openIndex } from '../../src/node/indexDirectory.ts';
import { openService } from '../../src/node/openService.ts';
import { findNative, loadSegmenter } from '../../src/node/segmenters.ts';
import { WorkerClient } from '../../src/worker/client.ts';
import { openFts5, scanner } from './peers.ts';
import { type Quantiles, quantiles, quantilesAsync } from './quantiles.ts';
import { drafts, phrases } from './queries.ts';

const root = join(import.meta.dirname, '../..');
const dist = join(root, 'dist');
const { values } = parseArgs({ options: { corpus: { type: 'string', multiple: true } } });
const defaults = [join(root, 'corpus'), join(root, '../shared/seeds'), join(root, '../shared/data/dev')];
const corpus = values.corpus ?? defaults.filter(path => existsSync(path));

const indexDirectory = mkdtempSync(join(tmpdir(), 'jianggao-bench-'));
try {
  const supervisor = new IndexerSupervisor({
    indexerPath: join(dist, 'indexer.cjs'),
    assetDirectory: dist,
    indexDirectory,
  });
  const report = await supervisor.index(corpus);
  const bytes = readdirSync(indexDirectory).reduce((sum, name) => sum + statSync(join(indexDirectory, name)).size, 0);
  const openMs = quantiles(20, () => openIndex(indexDirectory).close());

  console.log(`node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}`);
  console.log(`corpus: ${corpus.join(' ')}`);
  console.log(`documents ${report.documents}, characters ${report.characters}, segments ${report.segments}`);
  console.log(
    `build ${Math.round(report.milliseconds)} ms (${rate(report)} M characters/s, segmenter included); ` +
      `index ${(bytes / report.characters).toFixed(2)} bytes/character; open p50 ${openMs.p50.toFixed(2)} ms`,
  );

  const index = openIndex(indexDirectory);
  const texts = index.segments.flatMap(segment =>
    Array.from({ length: segment.documents }, (_, document) => segment.documentText(document)),
  );
  const { service, close } = openService(indexDirectory);
  const worker = new WorkerClient({ workerPath: join(dist, 'worker.cjs'), indexDirectory, onError: console.error });
  const scan = scanner(texts);
  const fts = openFts5(texts);

  for (const length of [2, 4, 8, 16]) {
    const queries = phrases(texts, length, 200);
    const total = (count: (phrase: string) => number): number => queries.reduce((sum, query) => sum + count(query), 0);
    const ours = (phrase: string): number => index.count(index.match(phrase)).occurrences;
    if (total(ours) !== total(scan))
      throw new Error(`length ${length}: ${total(ours)} occurrences, a scan finds ${total(scan)}`);
    row(`count, ${length} characters`, [
      ['jianggao', quantiles(queries, ours)],
      ['plain scan', quantiles(queries, scan)],
      // Trigrams know nothing of two characters.
      ...(length > 2 ? [['FTS5 trigram', quantiles(queries, fts)] as const] : []),
    ]);
  }

  const native = findNative(join(dist, 'indexer.cjs'));
  const paragraphs = texts.flatMap(text => text.split('\n')).slice(0, 2000);
  row('split a paragraph into words', [
    ['TypeScript', splitting(undefined)],
    ...(native === undefined ? [] : [['nodejieba', splitting(native)] as const]),
  ]);
  function splitting(nativePath: string | undefined): Quantiles {
    const { segmenter } = loadSegmenter(join(dist, 'dictionary'), nativePath);
    return quantiles(paragraphs, paragraph => segmenter.wordStarts(paragraph));
  }

  const unfinished = drafts(texts, 300);
  row('complete', [
    ['in process', await quantilesAsync(unfinished, text => service.complete({ text }))],
    ['over the worker', await quantilesAsync(unfinished, text => worker.complete({ text }))],
  ]);
  row('phrase at pointer', [
    [
      'over the worker',
      await quantilesAsync(unfinished, text => worker.phraseAt({ text, offset: text.length - 2, limit: 5 })),
    ],
  ]);
  for (const bundle of ['extension.cjs', 'worker.cjs', 'indexer.cjs', 'cli.js']) {
    console.log(`dist/${bundle}: ${(statSync(join(dist, bundle)).size / 1024).toFixed(0)} KiB`);
  }
  worker.dispose();
  close();
  index.close();
} finally {
  rmSync(indexDirectory, { recursive: true, force: true });
}

function rate(report: { characters: number; milliseconds: number }): string {
  return (report.characters / report.milliseconds / 1000).toFixed(2);
}

/** One line: each competitor's p50 and p99 in milliseconds, and how many times the first one's p50 it takes. */
function row(name: string, results: ReadonlyArray<readonly [string, Quantiles]>): void {
  const base = results[0]![1].p50;
  const cells = results.map(
    ([who, { p50, p99 }]) => `${who} ${p50.toFixed(3)}/${p99.toFixed(3)} ms (×${(p50 / base).toFixed(1)})`,
  );
  console.log(`${name}: ${cells.join(' · ')}`);
}
