// The dependency rule (.dependency-cruiser.cjs) held to all of src/. dependency-cruiser says ✔ also when it understood no
// file at all, for instance for want of a TypeScript compiler it knows; so the modules it read are compared with the files.

import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const repositoryRoot = resolve(import.meta.dirname, '../..');
const depcruise = join(repositoryRoot, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const { stdout, stderr, status } = spawnSync(process.execPath, [depcruise, 'src', '--output-type', 'json'], {
  cwd: repositoryRoot,
  encoding: 'utf8',
  maxBuffer: 1 << 28,
});
if (!stdout.startsWith('{')) fail(`dependency-cruiser 没有给出结果（退出码 ${status}）：\n${stderr}${stdout}`);

const { modules, summary } = JSON.parse(stdout);
const read = new Set(modules.map(module => module.source));
const files = readdirSync(join(repositoryRoot, 'src'), { recursive: true, encoding: 'utf8' })
  .map(name => `src/${name.replaceAll('\\', '/')}`)
  .filter(name => name.endsWith('.ts'));
const missed = files.filter(file => !read.has(file));

for (const { rule, from, to } of summary.violations) console.error(`${rule.severity} ${rule.name}：${from} → ${to}`);
if (missed.length > 0)
  fail(
    `dependency-cruiser 漏读了 src/ 下 ${files.length} 个文件中的 ${missed.length} 个：${missed.slice(0, 5).join('、')}`,
  );
if (summary.error > 0) fail(`违反依赖规则 ${summary.error} 处`);
const dependencies = modules.reduce((total, module) => total + module.dependencies.length, 0);
if (dependencies === 0) fail('dependency-cruiser 没有看到任何 import');
console.log(`✔ 依赖规则：${files.length} 个文件，${dependencies} 条 import，没有违反。`);

function fail(message) {
  console.error(`✘ ${message}`);
  process.exit(1);
}
