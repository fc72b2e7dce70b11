// Is every sentence of corpus/ and snippets/ our own? Fails for a run of 13 Chinese characters (punctuation apart) that also stands in
// the documents of ../shared; where a fixed formula is that long, ours says it in other words. Reads about 200 MB in 15 seconds.
//   node test/tools/checkOriginality.ts

import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { createBrotliDecompress } from 'node:zlib';
import { readAny } from '../../src/indexer/importFile.ts';
import { SharedRuns } from './sharedRuns.ts';

const RUN = 13;
const root = join(import.meta.dirname, '../..');
const shared = join(root, '../shared');
const bulk = join(shared, 'data/bulk/gov.jsonl.br');

if (!existsSync(bulk)) {
  console.log(`跳过：没有 ${bulk}`);
  process.exit(0);
}

const runs = new SharedRuns(textsIn('corpus', 'snippets'), RUN);
for (const folder of ['seeds', 'data/dev', 'data/lexicon']) await compareWithFiles(join(shared, folder));
await compareWithBulk();

const found = runs.runs();
for (const { name, text, source } of found) console.log(`${name}：${text}（${source}）`);
console.log(`${found.length} shared runs of ${RUN} characters or more`);
process.exit(found.length === 0 ? 0 : 1);

function textsIn(...folders: readonly string[]): Map<string, string> {
  const files = folders.flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()),
  );
  return new Map(
    files.map(({ parentPath, name }) => [
      relative(root, join(parentPath, name)),
      readFileSync(join(parentPath, name), 'utf8'),
    ]),
  );
}

/** Each as it stands and as import repairs it: a sentence may be legible in one of them only. */
async function compareWithFiles(folder: string): Promise<void> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const { raw, clean } = await readAny(readFileSync(path), path, undefined);
    runs.compareWith(path, raw.text);
    runs.compareWith(path, clean.text);
  }
}

/** One JSON record a line, with `path` and `text`. */
async function compareWithBulk(): Promise<void> {
  const input = createReadStream(bulk).pipe(createBrotliDecompress());
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line === '') continue;
    const { path, text } = JSON.parse(line) as { readonly path: string; readonly text: string };
    runs.compareWith(path, text);
  }
}
