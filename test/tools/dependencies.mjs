// Sees to node_modules: `npm ci` runs when it is absent or not what package-lock.json says. Built-ins only, see run.mjs.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const repositoryRoot = resolve(import.meta.dirname, '../..');
const modules = join(repositoryRoot, 'node_modules');
/** The first Node that runs TypeScript files as they are. */
const typeStripping = [22, 18];

export function ensureDependencies() {
  if (!isInstalled()) installAll();
  if (!existsSync(join(modules, 'nodejieba/package.json'))) installDictionary();
}

function installAll() {
  console.log('【准备】安装依赖：npm ci（只在首次运行或依赖变化后需要）……');
  const { status, error } = npm('ci');
  if (status === 0) return;
  console.error(
    `【准备】npm ci 失败${error === undefined ? '' : `：${error.message}`}。请检查网络或 npm 的设置后重试。`,
  );
  process.exit(1);
}

/**
 * Where nodejieba cannot be compiled npm leaves it out, as it is optional. Its dictionary is needed all the same, by our own
 * segmenter, so the package is fetched as it is.
 */
function installDictionary() {
  console.log('【准备】这台机器上编译不了 nodejieba，只取它的词典，分词用自带的 TypeScript 实现……');
  const { version } = packagesOf(join(repositoryRoot, 'package-lock.json'))['node_modules/nodejieba'];
  const { status } = npm('install', '--no-save', '--ignore-scripts', `nodejieba@${version}`);
  if (status === 0) return;
  console.error('【准备】取不到 nodejieba 的词典。请检查网络或 npm 的设置后重试。');
  process.exit(1);
}

function npm(...words) {
  return spawnSync('npm', [...words, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: repositoryRoot,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32', // npm is npm.cmd there
  });
}

/** The pinned Node from node_modules; the one that runs us where there is none for this machine and ours will do. */
export function ownNode() {
  const pinned = join(modules, 'node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (spawnSync(pinned, ['--version']).status === 0) return pinned;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > typeStripping[0] || (major === typeStripping[0] && minor >= typeStripping[1])) return process.execPath;
  console.error(
    `【准备】需要 Node ${typeStripping.join('.')} 以上，现在是 ${process.version}，node_modules 里的 Node 也不能运行。`,
  );
  process.exit(1);
}

/** npm notes what it installed in node_modules/.package-lock.json; optional packages for other platforms are not there. */
function isInstalled() {
  const note = join(modules, '.package-lock.json');
  if (!existsSync(note)) return false;
  const wanted = packagesOf(join(repositoryRoot, 'package-lock.json'));
  const present = packagesOf(note);
  return Object.entries(wanted).every(([place, { version, optional }]) => {
    if (place === '') return true; // the project itself
    return present[place] === undefined ? optional === true : present[place].version === version;
  });
}

function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}
