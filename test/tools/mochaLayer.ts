// A layer of tests that mocha runs directly in Node: test/unit, test/node.

import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { repositoryRoot } from '../host/paths.ts';
import { outcomeOf } from './results.ts';
import type { Outcome } from './tally.ts';

/** For one test, in milliseconds. */
const timeout = 20_000;

export interface MochaLayerOptions {
  readonly name: string;
  readonly files: readonly string[];
  readonly grep?: string | undefined;
  /** Folder of this run for results. */
  readonly results: string;
}

export function runMochaLayer(options: MochaLayerOptions): Outcome {
  const results = path.join(options.results, `${options.name}.json`);
  const reporter = path.join(import.meta.dirname, 'resultsReporter.ts');
  const mocha = spawnSync(
    process.execPath,
    [
      ...['node_modules/mocha/bin/mocha.js', '--ui', 'bdd', '--timeout', String(timeout), '--forbid-only'],
      ...['--reporter', reporter, '--reporter-option', `output=${results}`],
      ...(options.grep === undefined ? [] : ['--grep', options.grep]),
      ...options.files,
    ],
    { cwd: repositoryRoot, stdio: 'inherit' },
  );
  return outcomeOf(options.name, results, mocha.status);
}
