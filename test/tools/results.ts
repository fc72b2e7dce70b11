// Reads what resultsReporter.ts wrote, and does not let a run pass that broke off, found no tests or ended with an error.

import { existsSync, readFileSync } from 'node:fs';
import type { TestResults } from './resultsReporter.ts';
import type { Outcome } from './tally.ts';

export function outcomeOf(name: string, resultsFile: string, exitCode: number | null): Outcome {
  if (!existsSync(resultsFile)) {
    console.error(`✘ ${name}：没有得到结果就结束了（退出码 ${exitCode}）。`);
    return { name, passed: 0, failed: 1 };
  }
  const { passed, failed, pending } = JSON.parse(readFileSync(resultsFile, 'utf8')) as TestResults;
  const complaint = complaintAbout(passed, failed, exitCode);
  if (complaint !== undefined) console.error(`✘ ${name}：${complaint}`);
  return { name, passed, failed: complaint === undefined ? failed : failed + 1, skipped: pending };
}

function complaintAbout(passed: number, failed: number, exitCode: number | null): string | undefined {
  if (failed > 0) return undefined;
  if (exitCode !== 0) return `测试都通过了，但退出码是 ${exitCode}。`;
  if (passed === 0) return '一个测试也没有运行。';
  return undefined;
}
