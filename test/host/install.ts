// Puts in place, once and on demand, what the stand-in needs: VS Code's server from npm, and for tests Chromium with a Chinese font.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromiumVariable } from './environment.ts';
import { editorFolder, hostFolder, hostManifest, scratchFolder } from './paths.ts';
import { findExecutable } from './processes.ts';

const stampFile = 'installed.txt';
const stagingPrefix = 'host-installing-';
const chromiumNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const chromiumPlaces = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
const debianPackages = ['chromium', 'fonts-noto-cjk'];

export function chromiumExecutable(): string | undefined {
  return process.env[chromiumVariable] ?? findExecutable([...chromiumNames, ...chromiumPlaces]);
}

/** Installs the bundled editor unless the one that is there was made from the same lock file. */
export function ensureEditor(): void {
  const wanted = createHash('sha256')
    .update(readFileSync(path.join(hostManifest, 'package-lock.json')))
    .digest('hex');
  if (stampOf(hostFolder) === wanted) return;
  console.log('【准备】安装测试用的 VS Code 服务端（code-server，约 600 MB，只需一次）……');
  mkdirSync(scratchFolder, { recursive: true });
  removeAbandonedStaging();
  // Made aside and moved into place complete: an interruption or a second run at the same time never leaves half an editor.
  const staging = path.join(scratchFolder, stagingPrefix + process.pid);
  cpSync(hostManifest, staging, { recursive: true });
  run('npm', ['ci', '--ignore-scripts', '--loglevel=error'], staging);
  const editor = path.join(staging, path.relative(hostFolder, editorFolder));
  // Its shrinkwrap pins the versions, but is not in step with its package.json, which `npm ci` refuses.
  run('npm', ['install', '--ignore-scripts', '--omit=dev', '--loglevel=error'], editor);
  writeFileSync(path.join(staging, stampFile), wanted);
  if (stampOf(hostFolder) !== wanted) {
    rmSync(hostFolder, { recursive: true, force: true });
    renameSync(staging, hostFolder);
  }
  rmSync(staging, { recursive: true, force: true });
  console.log('【准备】VS Code 服务端已装好。');
}

/** Installs the browser and a font for the tests, where that can be done without asking; else says what is missing. */
export function ensureBrowser(): void {
  if (chromiumExecutable() !== undefined && hasChineseFont()) return;
  const command = `apt-get install -y ${debianPackages.join(' ')}`;
  if (findExecutable(['apt-get']) === undefined || process.getuid?.() !== 0) {
    if (chromiumExecutable() !== undefined) return; // without the font only screenshots suffer
    throw new Error(
      `编辑器测试需要 Chromium，请先安装（Debian、Ubuntu：sudo ${command}），或用环境变量 ${chromiumVariable} 指出它的位置。`,
    );
  }
  console.log(`【准备】${command} ……`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], scratchFolder, environment);
  const quietly = ['-y', '-qq', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Dpkg::Use-Pty=0'];
  run('apt-get', ['install', ...quietly, ...debianPackages], scratchFolder, environment);
}

function hasChineseFont(): boolean {
  if (process.platform !== 'linux') return true;
  const list = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  return list.status === 0 && list.stdout.trim() !== '';
}

function stampOf(folder: string): string | undefined {
  const file = path.join(folder, stampFile);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function removeAbandonedStaging(): void {
  for (const name of readdirSync(scratchFolder)) {
    if (!name.startsWith(stagingPrefix)) continue;
    const owner = Number(name.slice(stagingPrefix.length));
    if (!isAlive(owner)) rmSync(path.join(scratchFolder, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Output is shown only when the command fails. */
function run(command: string, values: readonly string[], folder: string, environment = process.env): void {
  mkdirSync(folder, { recursive: true });
  const shell = process.platform === 'win32'; // npm is npm.cmd there
  const result = spawnSync(command, values, { cwd: folder, env: environment, encoding: 'utf8', shell });
  if (result.status === 0) return;
  const reason = result.error?.message ?? `${result.stdout}${result.stderr}`.trim();
  throw new Error(`命令失败：${command} ${values.join(' ')}\n${reason}`);
}
