// Tests inside a real VS Code: *.test.ts with the fixtures as corpus, then, each in an editor of its own, *.starter.ts with the corpus that comes
// with the extension, *.reload.ts, which reload the window, and *.seeds.ts with the real speeches beside the repository where there are any.

import { existsSync, globSync } from 'node:fs';
import path from 'node:path';
import { bundleEditorTests } from '../host/bundleTests.ts';
import { runInEditor } from '../host/launch.ts';
import {
  editorTestsFolder,
  editorTestsSource,
  fixturesCorpus,
  installedHost,
  repositoryRoot,
  seedsCorpus,
} from '../host/paths.ts';
import { outcomeOf } from './results.ts';
import type { Outcome } from './tally.ts';

/** For all tests of one corpus: five minutes on a quiet machine of two cores. */
const limitSeconds = 1500;
const extensionIdentifier = 'jianggao.jianggao';

export interface EditorLayerOptions {
  /** Absolute paths to restrict the run to; empty means all. */
  readonly files: readonly string[];
  readonly grep?: string | undefined;
  readonly results: string;
  /** The package to install and test; undefined for the source tree. */
  readonly install: string | undefined;
}

export async function runEditorLayer(options: EditorLayerOptions): Promise<readonly Outcome[]> {
  await bundleEditorTests();
  const outcomes: Outcome[] = [];
  const tests = chosen('*.test.ts', options.files);
  if (tests.length > 0) outcomes.push(await runSuite('editor', tests, fixturesCorpus, options));
  const starter = chosen('*.starter.ts', options.files);
  if (starter.length > 0) outcomes.push(await runSuite('editor-starter', starter, undefined, options));
  const reload = chosen('*.reload.ts', options.files);
  if (reload.length > 0) outcomes.push(await runSuite('editor-reload', reload, undefined, options));
  const seeds = chosen('*.seeds.ts', options.files);
  if (seeds.length === 0) return outcomes;
  if (existsSync(seedsCorpus)) outcomes.push(await runSuite('editor-seeds', seeds, seedsCorpus, options));
  else console.log(`没有 ${seedsCorpus}，真实讲话稿上的编辑器测试（${seeds.length} 个文件）这次不运行。`);
  return outcomes;
}

function chosen(pattern: string, files: readonly string[]): readonly string[] {
  const all = globSync(pattern, { cwd: editorTestsSource }).map(name => path.join(editorTestsSource, name));
  return all.filter(file => files.length === 0 || files.includes(file)).sort();
}

async function runSuite(
  name: string,
  tests: readonly string[],
  corpus: string | undefined,
  options: EditorLayerOptions,
): Promise<Outcome> {
  const extension = options.install === undefined ? '源码目录' : path.basename(options.install);
  console.log(
    `\n编辑器测试，扩展：${extension}，语料：${corpus === undefined ? '自带的' : path.relative(repositoryRoot, corpus)}`,
  );
  const results = path.join(options.results, `${name}.json`);
  const bundled = tests.map(file => path.join(editorTestsFolder, path.basename(file).replace(/\.ts$/u, '.cjs')));
  const exitCode = await runInEditor({
    ...(options.install === undefined
      ? { extensionFolder: repositoryRoot }
      : { extensionFolder: installedHost, install: options.install }),
    limitSeconds,
    settings: corpus === undefined ? {} : { 'jianggao.corpus.folders': [corpus] },
    plan: {
      files: bundled,
      extension: extensionIdentifier,
      results,
      ...(options.grep === undefined ? {} : { grep: options.grep }),
    },
  });
  return outcomeOf(name, results, exitCode);
}
