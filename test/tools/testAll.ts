// Runs layers of tests; one that fails does not keep the next from running.
//   testAll.ts [unit] [node] [package] [editor] [host] [--grep PATTERN] [FILE…]      no layer named: all of them
// With files, only the layers to which they belong run, and only these files. Where all layers run, the editor tests run with the extension
// installed from its package; else with the source tree, which is quicker.

import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { repositoryRoot, resultsFolder } from '../host/paths.ts';
import { runHostSelftest } from '../host/selftest/selftest.ts';
import { makePackage } from '../package/package.ts';
import { runEditorLayer } from './editorLayer.ts';
import { runMochaLayer } from './mochaLayer.ts';
import { type Outcome, reportAndExit } from './tally.ts';

const layers = ['unit', 'node', 'package', 'editor', 'host'] as const;
type Layer = (typeof layers)[number];
const isLayer = (word: string): word is Layer => (layers as readonly string[]).includes(word);

const { values, positionals } = parseArgs({ options: { grep: { type: 'string' } }, allowPositionals: true });
const files = positionals.filter(word => !isLayer(word)).map(file => path.resolve(file));
const named = positionals.filter(isLayer);
const results = createResultsFolder();
let built: boolean | undefined;

const outcomes: Outcome[] = [];
for (const layer of layers.filter(isWanted)) outcomes.push(...(await guarded(layer)));
rmSync(results, { recursive: true, force: true });
reportAndExit(outcomes);

function isWanted(layer: Layer): boolean {
  if (named.length > 0 && !named.includes(layer)) return false;
  return files.length === 0 || files.some(file => file.startsWith(path.join(repositoryRoot, 'test', layer) + path.sep));
}

/** A layer that cannot even start counts as one failure. */
async function guarded(layer: Layer): Promise<readonly Outcome[]> {
  console.log(`\n━━ ${layer}`);
  try {
    return await runLayer(layer);
  } catch (error) {
    console.error(`✘ ${layer}：${error instanceof Error ? error.message : String(error)}`);
    return [{ name: layer, passed: 0, failed: 1 }];
  }
}

async function runLayer(layer: Layer): Promise<readonly Outcome[]> {
  switch (layer) {
    case 'unit':
      return [runMochaLayer({ name: layer, files: filesOf(layer), grep: values.grep, results })];
    case 'node':
      buildOnce();
      return [runMochaLayer({ name: layer, files: filesOf(layer), grep: values.grep, results })];
    case 'package':
      return [runMochaLayer({ name: layer, files: filesOf(layer), grep: values.grep, results })];
    case 'editor': {
      const isWhole = named.length === 0 && files.length === 0;
      if (!isWhole) buildOnce();
      const install = isWhole ? await makePackage() : undefined;
      return runEditorLayer({ files: filesOf(layer), grep: values.grep, results, install });
    }
    case 'host':
      return [await runHostSelftest(results)];
  }
}

function filesOf(layer: Layer): readonly string[] {
  const folder = path.join(repositoryRoot, 'test', layer);
  const chosen = files.filter(file => file.startsWith(folder + path.sep));
  if (chosen.length > 0 || layer === 'editor') return chosen;
  return globSync('**/*.test.ts', { cwd: folder })
    .map(name => path.join(folder, name))
    .sort();
}

/** The tests below use dist/, so they must never see an old one. */
function buildOnce(): void {
  built ??= spawnSync(process.execPath, ['esbuild.mjs'], { cwd: repositoryRoot, stdio: 'inherit' }).status === 0;
  if (!built) throw new Error('扩展没有构建成功（node esbuild.mjs）');
}

/** One for each run, so that two runs at the same time do not read each other's results. */
function createResultsFolder(): string {
  mkdirSync(resultsFolder, { recursive: true });
  return mkdtempSync(path.join(resultsFolder, 'run-'));
}
