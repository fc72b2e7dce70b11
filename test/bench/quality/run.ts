/**
 * `npm run bench:quality -- --corpus DIR …`: how good completion, provenance, series and import are, on any corpus and any
 * drafts, asked through `jianggao serve` as anyone could. The same input gives the same figures, times excepted. Ends with
 * exit code 1, and names both, where the corpus holds a document that is close to a draft.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildProduct } from '../build.ts';
import { dist } from '../paths.ts';
import { type Arguments, readArguments } from './arguments.ts';
import { measureReferences, measureService } from './completion.ts';
import { assertNoLeak, type CleanDocument, type DraftDocument, readDocuments, readDrafts } from './documents.ts';
import { type GoldDocument, readGold } from './gold.ts';
import { importLines, measureImport } from './importing.ts';
import { buildIndex, directoryBytes } from './indexing.ts';
import { labelledSpeeches } from './labelledSpeeches.ts';
import { measureOutlines, outlineLines, readOutlines } from './outlines.ts';
import { measureProvenance, provenanceLines } from './provenance.ts';
import { measureSeries, seriesLines } from './series.ts';
import { seriesSpeedLines } from './seriesSpeed.ts';
import { ServeClient } from './serveClient.ts';
import { completionTables, withOverall } from './tallies.ts';

const cli = join(dist, 'cli.js');
const cMaps = join(dist, 'cmaps');
const printed: string[] = [];

try {
  await run(readArguments(process.argv.slice(2)));
} catch (error) {
  console.error(`bench:quality: ${(error as Error).message}`);
  process.exitCode = 1;
}

async function run(args: Arguments): Promise<void> {
  if (args.build) buildProduct();
  const corpus = await readDocuments(args.corpus, cMaps);
  const drafts = args.drafts === undefined ? [] : await readDrafts(args.drafts, cMaps);
  assertNoLeak(corpus, drafts);
  const temporary = args.index === undefined ? mkdtempSync(join(tmpdir(), 'jianggao-quality-')) : undefined;
  try {
    const directory = args.index ?? temporary!;
    print([`# Quality on ${args.corpus}`, '', describeIndex(args, directory)]);
    const client = new ServeClient(cli, directory);
    try {
      await askService(client, corpus, drafts, args);
    } finally {
      client.close();
    }
  } finally {
    if (temporary !== undefined) rmSync(temporary, { recursive: true });
  }
  if (args.imports !== undefined) {
    section('Import', importLines(await measureImport(args.imports, args.originals, cMaps)));
  }
  if (args.write !== undefined) writeFileSync(args.write, `${printed.join('\n')}\n`);
}

/** Every measure that goes through the service. */
async function askService(
  client: ServeClient,
  corpus: readonly CleanDocument[],
  drafts: readonly DraftDocument[],
  args: Arguments,
): Promise<void> {
  await assertIndexOf(client, corpus);
  const wanted = drafts.filter(({ kind }) => args.kinds.length === 0 || args.kinds.includes(kind));
  if (wanted.length > 0) await completion(client, corpus, wanted, args);
  if (args.stretches > 0) {
    section('Provenance', provenanceLines(await measureProvenance(client, corpus, args.stretches, cMaps)));
  }
  for (const [title, gold] of await labelled(args.gold)) {
    if (gold.length > 0) section(title, seriesLines(await measureSeries(client, gold)));
  }
  print(seriesSpeedLines(corpus.map(({ text }) => text)));
  if (args.outlines !== undefined) {
    const outlines = await readOutlines(args.outlines, args.documents!, cMaps);
    section('Outlines', outlineLines(await measureOutlines(client, outlines)));
  }
}

/** Documents with labelled series: those asked for, or those of test/fixtures/gold if they lie beside the checkout. */
async function labelled(
  folder: string | undefined,
): Promise<ReadonlyArray<readonly [string, readonly GoldDocument[]]>> {
  if (folder !== undefined) return [['Series', await readGold(folder, cMaps)]];
  const speeches = labelledSpeeches();
  return (['tuning', 'held out'] as const).map(use => [
    `Series of the documents for ${use}`,
    speeches.filter(speech => speech.use === use),
  ]);
}

async function completion(
  client: ServeClient,
  corpus: readonly CleanDocument[],
  drafts: readonly DraftDocument[],
  { modes, maxCharacters, references }: Arguments,
): Promise<void> {
  const options = { modes, ...(maxCharacters !== undefined && { maxCharacters }) };
  const results = await measureService(client, drafts, options);
  if (references) {
    const dictionary = join(dist, 'dictionary/jieba.dict.utf8');
    results.push(...(await measureReferences(corpus, dictionary, drafts, options)));
  }
  section(`Completion of ${drafts.length} drafts`, completionTables(withOverall(results)));
}

function describeIndex(args: Arguments, directory: string): string {
  const built = args.index === undefined ? buildIndex(cli, directory, args.corpus) : undefined;
  const megabytes = `${(directoryBytes(directory) / 1e6).toFixed(1)} MB`;
  if (built === undefined) return `index ${args.index}: ${megabytes}, built before`;
  const { documents, characters, segments, milliseconds, skipped } = built;
  return (
    `index: ${documents} documents, ${characters} characters, ${segments} segments, ${megabytes}, ` +
    `built in ${(milliseconds / 1000).toFixed(1)} s; ${skipped.length} files left out`
  );
}

/** An index of another corpus, or in a format that is no longer read, would be measured as a poor one. */
async function assertIndexOf(client: ServeClient, corpus: readonly CleanDocument[]): Promise<void> {
  const { documents, characters } = await client.request<{ documents: number; characters: number }>('stats');
  const wanted = corpus.reduce((total, { text }) => total + text.length, 0);
  if (documents !== corpus.length || characters !== wanted) {
    throw new Error(
      `the index has ${documents} documents of ${characters} characters, the corpus ${corpus.length} of ${wanted}`,
    );
  }
}

function section(title: string, lines: readonly string[]): void {
  print(['', `## ${title}`, '', ...lines]);
}

function print(lines: readonly string[]): void {
  if (lines.length === 0) return;
  printed.push(...lines);
  console.log(lines.join('\n'));
}
