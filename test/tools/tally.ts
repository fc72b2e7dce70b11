// How test layers and checks add up. Every tool ends with the line `N passed, N failed` and fails when anything failed.

import { appendFileSync } from 'node:fs';

export interface Outcome {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  /** Tests that asked to be skipped; said aloud, never counted as passed. */
  readonly skipped?: number;
}

/** Set by .ci/run: a file to which each tool appends `PASSED FAILED`, so that they can be added up there. */
const tallyVariable = 'JIANGGAO_TALLY';

export function reportAndExit(outcomes: readonly Outcome[]): never {
  const passed = sum(outcomes.map(outcome => outcome.passed));
  const failed = sum(outcomes.map(outcome => outcome.failed));
  console.log();
  for (const outcome of outcomes) {
    const skipped = outcome.skipped ? `，跳过 ${outcome.skipped}` : '';
    console.log(
      `${outcome.failed === 0 ? '✔' : '✘'} ${outcome.name}：通过 ${outcome.passed}，失败 ${outcome.failed}${skipped}`,
    );
  }
  const tally = process.env[tallyVariable];
  if (tally !== undefined) appendFileSync(tally, `${passed} ${failed}\n`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
