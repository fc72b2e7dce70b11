// A mocha reporter that prints like `spec` and also writes the results as JSON to the file named by the option `output`, so
// that nobody has to read numbers out of text that is meant for people. Used by mocha on the command line and in the editor.

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';

export interface TestResults {
  readonly passed: number;
  readonly failed: number;
  readonly pending: number;
  readonly failures: readonly { readonly title: string; readonly message: string }[];
}

export default class ResultsReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const output: unknown = options.reporterOptions?.output;
    if (typeof output !== 'string') throw new Error('resultsReporter: the reporter option "output" is missing');
    const failures: { title: string; message: string }[] = [];
    runner.on('fail', (test, error: Error) => failures.push({ title: test.fullTitle(), message: error.message }));
    // Written at the end only: a run that breaks off leaves no file, and that counts as a failure.
    runner.once('end', () => {
      const { passes, pending } = this.stats;
      const results: TestResults = { passed: passes, failed: failures.length, pending, failures };
      mkdirSync(path.dirname(output), { recursive: true });
      writeFileSync(output, `${JSON.stringify(results, null, 2)}\n`);
    });
  }
}
