// Does a run in the test host tell the truth? A test that fails, a test that hangs and an extension that does not activate
// must each end with the exit code they deserve, and one where all is well with 0. Otherwise a green run says nothing.

import path from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Outcome } from '../../tools/tally.ts';
import { bundleEditorTests, bundleTests } from '../bundleTests.ts';
import { runInEditor } from '../launch.ts';
import { scratchFolder } from '../paths.ts';

interface Case {
  readonly title: string;
  readonly extension: 'working' | 'broken';
  readonly test: 'passing' | 'failing' | 'hanging';
  readonly exitCode: number;
  /** What the run must print. */
  readonly says: RegExp;
  readonly limitSeconds?: number;
}

const cases: readonly Case[] = [
  { title: '全部通过 → 0', extension: 'working', test: 'passing', exitCode: 0, says: /1 passing/u },
  { title: '测试失败 → 1', extension: 'working', test: 'failing', exitCode: 1, says: /1 failing/u },
  { title: '激活失败 → 1', extension: 'broken', test: 'passing', exitCode: 1, says: /broken on purpose/u },
  { title: '测试卡死 → 124', extension: 'working', test: 'hanging', exitCode: 124, says: /20 秒/u, limitSeconds: 20 },
];

const bundles = path.join(scratchFolder, 'selftest');

export async function runHostSelftest(results: string): Promise<Outcome> {
  const names = ['passing', 'failing', 'hanging'].map(name => path.join(import.meta.dirname, `${name}.ts`));
  await bundleEditorTests();
  await bundleTests(names, bundles);
  let passed = 0;
  for (const each of cases) if (await holds(each, results)) passed++;
  return { name: 'host', passed, failed: cases.length - passed };
}

async function holds(expected: Case, results: string): Promise<boolean> {
  const output = new PassThrough();
  const printed = text(output);
  const exitCode = await runInEditor({
    extensionFolder: path.join(import.meta.dirname, expected.extension),
    settings: {},
    plan: {
      files: [path.join(bundles, `${expected.test}.cjs`)],
      extension: `selftest.${expected.extension}`,
      results: path.join(results, `host-${expected.extension}-${expected.test}.json`),
    },
    output,
    ...(expected.limitSeconds === undefined ? {} : { limitSeconds: expected.limitSeconds }),
  });
  output.end();
  const message = await printed;
  const good = exitCode === expected.exitCode && expected.says.test(message);
  console.log(`  ${good ? '✔' : '✘'} ${expected.title}`);
  if (!good) console.error(`    退出码 ${exitCode}，输出：\n${message}`);
  return good;
}
