// The door to every npm script that needs the project's own tools: node test/tools/run.mjs FILE [ARGUMENT…]
// It is started by whatever Node is on the path, perhaps before node_modules exists, so it and what it imports use only
// built-ins. It sees to node_modules, then continues with FILE under the Node that package.json pins (24, strips types).

import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { ensureDependencies, ownNode, repositoryRoot } from './dependencies.mjs';

const [file, ...values] = process.argv.slice(2);
if (file === undefined) throw new Error('run.mjs: 缺少要运行的文件');

process.chdir(repositoryRoot);
ensureDependencies();

const bin = join(repositoryRoot, 'node_modules/.bin');
const child = spawn(ownNode(), [file, ...values], {
  stdio: 'inherit',
  env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` },
});
// Ctrl+C reaches the child by itself, since it is in the same process group; it decides when to end.
process.on('SIGINT', () => undefined);
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
// npm does not pass a SIGTERM on: it ends the shell between us, and we find ourselves with another parent.
const parent = process.ppid;
setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 1000).unref();
child.on('exit', code => process.exit(code ?? 1));
