// `npm run test:soak`: the fault tests with ten times as many random trials as usual, or with JIANGGAO_SOAK times as many.

import { spawnSync } from 'node:child_process';
import { repositoryRoot } from '../host/paths.ts';

const mocha = ['node_modules/mocha/bin/mocha.js', '--timeout', '20000', 'test/node/faults/*.test.ts'];
const env = { ...process.env, JIANGGAO_SOAK: process.env['JIANGGAO_SOAK'] || '10' };
const { status } = spawnSync(process.execPath, [...mocha, ...process.argv.slice(2)], {
  cwd: repositoryRoot,
  env,
  stdio: 'inherit',
});
process.exit(status ?? 1);
