// The entry that VS Code calls inside the extension host: activates the extension under test, then runs the bundled mocha
// files. What to run comes from the launcher (test/host/launch.ts); from F5, where there is none, all *.test.cjs are run.

import { appendFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import * as vscode from 'vscode';
import { outputVariable, planVariable, type TestPlan } from '../host/environment.ts';
import ResultsReporter from '../tools/resultsReporter.ts';

const testTimeout = 20_000;

export async function run(): Promise<void> {
  process.setSourceMapsEnabled(true);
  const plan = readPlan();
  const output = process.env[outputVariable];
  if (output !== undefined) {
    Mocha.reporters.Base.consoleLog = (...values) => appendFileSync(output, `${format(...values)}\n`);
  }
  await activate(plan.extension);
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: testTimeout,
    color: process.env['FORCE_COLOR'] !== undefined,
    reporter: ResultsReporter,
    reporterOptions: { output: plan.results },
    ...(plan.grep === undefined ? {} : { grep: new RegExp(plan.grep, 'u') }),
  });
  for (const file of plan.files) mocha.addFile(file);
  const failures = await new Promise<number>(resolve => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} tests failed`);
}

/** A broken `activate()` fails the run: tests of a dead extension would only say that nothing is offered. */
async function activate(identifier: string): Promise<void> {
  const extension = vscode.extensions.getExtension(identifier);
  if (extension === undefined) throw new Error(`扩展 ${identifier} 没有载入`);
  try {
    await extension.activate();
  } catch (error) {
    Mocha.reporters.Base.consoleLog(`扩展 ${identifier} 激活失败：`, error);
    throw error;
  }
}

function readPlan(): TestPlan {
  const plan = process.env[planVariable];
  if (plan !== undefined) return JSON.parse(plan) as TestPlan;
  const files = readdirSync(__dirname).filter(name => name.endsWith('.test.cjs'));
  return {
    files: files.map(name => path.join(__dirname, name)),
    extension: 'jianggao.jianggao',
    results: path.join(__dirname, '../results/editor.json'),
  };
}
