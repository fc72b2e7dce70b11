/**
 * `npm run bench [-- --corpus DIR … --sizes 1,10,all --write]`: how long indexing and asking take, beside what else could
 * answer the same question, in one run on one corpus. Figures are for this machine and run; what is to be compared are
 * the ratios. Everybody must count the same hits, or the run fails.
 *
 *   --corpus DIR   folder of documents, may be repeated; without it the starter corpus, and the real documents beside
 *                  the checkout where they are present
 *   --sizes LIST   millions of characters, and `all`; sizes beyond the corpus are passed over (1,10,all)
 *   --peers LIST   only peers with these words in their names
 *   --budget S     seconds for one peer on one group of phrases (10)
 *   --write        puts the results into test/bench/RESULTS.md
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildProduct, commit } from './build.ts';
import { DocumentPool, emptyDirectory, textsOf } from './cleanCorpus.ts';
import { load, machine } from './machine.ts';
import { measureSize, type Questions, type SizeResult } from './measure.ts';
import { defaultCorpus, dist } from './paths.ts';
import { ourselves } from './peers/ourselves.ts';
import { peers } from './peers/peers.ts';
import { drafts, newDocuments, phraseGroups, typedDrafts } from './queries.ts';
import { sizeReport } from './report.ts';
import { segmenterReport } from './segmenters.ts';
import { summary } from './summary.ts';

const DRAFTS = 300;
const TYPED_DRAFTS = 33;
const KEYS = 300;
const ADDITIONS = 5;
const ADDITION_CHARACTERS = 5000;
const BUNDLES = ['extension.cjs', 'worker.cjs', 'indexer.cjs', 'pdfjs.cjs', 'cli.js'];
/** Heading of what the results file has beside what is measured here. */
const BY_HAND = '# Completion, judged and measured on drafts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', multiple: true },
    sizes: { type: 'string', default: '1,10,all' },
    peers: { type: 'string' },
    budget: { type: 'string', default: '10' },
    write: { type: 'boolean', default: false },
  },
});
const wanted = values.peers?.toLowerCase().split(',');
const others = peers.filter(
  ({ name }) => name !== ourselves.name && (wanted?.some(word => name.toLowerCase().includes(word)) ?? true),
);
const corpusRoots = values.corpus ?? defaultCorpus;
buildProduct();
const loadBefore = load();
const directory = mkdtempSync(join(tmpdir(), 'jianggao-bench-'));
try {
  const pool = await DocumentPool.open(corpusRoots, join(directory, 'texts'));
  const results: SizeResult[] = [];
  let questions: Questions | undefined;
  for (const size of values.sizes.split(',')) {
    const limit = size === 'all' ? Number.POSITIVE_INFINITY : Number(size) * 1e6;
    const corpus = await pool.grow(size === 'all' ? 'all' : `${size} M`, limit);
    if (size !== 'all' && pool.isEmpty) continue; // that is all there is
    // The same questions at every size: those of the smallest, whose documents all others have too.
    questions ??= ask([...textsOf(corpus)], pool);
    const result = await measureSize(corpus, questions, others, emptyDirectory(join(directory, 'indexes')));
    results.push(result);
    console.log(`\n${sizeReport(result)}\n`);
  }
  const text = [
    head(),
    '## By size',
    summary(results),
    ...results.map(sizeReport),
    '## Other',
    segmenterReport(pool.heldOut.map(({ text }) => text)),
    bundleSizes(),
  ].join('\n\n');
  if (values.write) writeResults(text);
  console.log(`${summary(results)}\n\n${text.slice(text.indexOf('## Other'))}`);
} finally {
  rmSync(directory, { recursive: true, force: true });
}

/** Puts `text` before what is written by hand about quality, formatted as `npm run check:format` wants it. */
function writeResults(text: string): void {
  const path = join(import.meta.dirname, 'RESULTS.md');
  const before = readFileSync(path, 'utf8');
  const byHand = before.indexOf(BY_HAND);
  writeFileSync(path, `${text}\n${byHand < 0 ? '' : `\n${before.slice(byHand)}`}`);
  execFileSync('biome', ['format', '--write', path]);
}

function ask(texts: readonly string[], pool: DocumentPool): Questions {
  const heldOut = pool.heldOut.map(({ text }) => text);
  return {
    groups: phraseGroups(texts),
    drafts: drafts(heldOut, DRAFTS),
    typed: typedDrafts(heldOut, TYPED_DRAFTS, KEYS),
    additions: newDocuments(heldOut, ADDITION_CHARACTERS, ADDITIONS),
    groupBudgetMs: Number(values.budget) * 1000,
  };
}

function head(): string {
  return [
    '# Results of `npm run bench`',
    `Written by \`npm run bench -- ${process.argv.slice(2).join(' ')}\` on ${new Date().toISOString().slice(0, 10)}.`,
    `Commit ${commit()}. Machine: ${machine()}; load average of the last minute ${loadBefore} before and ${load()} after, the run's own share in the latter.`,
    'What is to be compared are the ratios: absolute figures are this machine’s. One document in a hundred is kept out of ' +
      'the corpora and gives the drafts and the added documents. Phrases, drafts and the order of documents are drawn from ' +
      'fixed seeds: 200 random stretches each of 2, 4, 8 and 16 characters, and the 50 most frequent stretches of four ' +
      'Chinese characters; the same at every size. A peer that needs longer is measured on the first phrases of a group. ' +
      '“–” means that a peer cannot be asked this, or that there is nothing to ask.',
    ['How each is asked:', ...peers.map(({ name, method }) => `- **${name}**: ${method}.`)].join('\n'),
  ].join('\n\n');
}

function bundleSizes(): string {
  return BUNDLES.map(name => `dist/${name}: ${(statSync(join(dist, name)).size / 1024).toFixed(0)} KiB`).join(', ');
}
