// Runs every static check, all of them even when one fails; each counts as one passed or failed.

import { spawnSync } from 'node:child_process';
import { repositoryRoot } from '../host/paths.ts';
import { type Outcome, reportAndExit } from './tally.ts';

const checks = ['check:types', 'check:lint', 'check:format', 'check:deps', 'check:unused'];

const outcomes: Outcome[] = checks.map(name => {
  console.log(`\n━━ ${name}`);
  const options = { cwd: repositoryRoot, stdio: 'inherit', shell: process.platform === 'win32' } as const;
  const { status } = spawnSync('npm', ['run', '--silent', name], options);
  return status === 0 ? { name, passed: 1, failed: 0 } : { name, passed: 0, failed: 1 };
});
reportAndExit(outcomes);
