// One run of tests inside an editor: a fresh profile and workspace, then @vscode/test-electron's `runTests` with a desktop VS
// Code or with the stand-in, and the exit code that came of it.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTests, TestRunFailedError } from '@vscode/test-electron';
import { desktopVariable, limitVariable, planVariable, type TestPlan } from './environment.ts';
import { ensureBrowser, ensureEditor } from './install.ts';
import { editorTestsFolder, offlineStandIn, serverEntry, standIn } from './paths.ts';
import { type Settings, writeSettings } from './profile.ts';

export interface EditorTestRun {
  /** Folder of the extension under test. */
  readonly extensionFolder: string;
  readonly plan: TestPlan;
  readonly settings: Settings;
  /** A package to install beforehand into an editor that has no other extension. */
  readonly install?: string;
  /** Display language; English if absent. */
  readonly locale?: string;
  readonly limitSeconds?: number;
  /** In place of the terminal. */
  readonly output?: NodeJS.WritableStream;
}

/** Returns the exit code of the editor: 0 only if the extension activated and every test passed. */
export async function runInEditor(run: EditorTestRun): Promise<number> {
  const executable = testExecutable();
  const isOffline = run.install !== undefined && executable === standIn && canGoOffline();
  // Short names: a desktop VS Code opens sockets below it, whose paths are limited to about 100 characters.
  const scratch = mkdtempSync(path.join(tmpdir(), 'jianggao-'));
  const workspace = path.join(scratch, 'workspace');
  const userData = path.join(scratch, 'profile');
  mkdirSync(workspace);
  writeSettings(userData, run.settings);
  const locale = run.locale === undefined ? [] : [`--locale=${run.locale}`];
  const extensions = path.join(scratch, 'extensions');
  rmSync(run.plan.results, { force: true });
  if (run.install !== undefined) installPackage(run.install, extensions, userData);
  try {
    return await runTests({
      ...(executable === undefined ? {} : { vscodeExecutablePath: isOffline ? offlineStandIn : executable }),
      extensionDevelopmentPath: run.extensionFolder,
      extensionTestsPath: path.join(editorTestsFolder, 'index.cjs'),
      launchArgs: [workspace, `--user-data-dir=${userData}`, `--extensions-dir=${extensions}`, ...locale],
      ...(run.output === undefined ? {} : { stdout: run.output, stderr: run.output }),
      extensionTestsEnv: {
        [planVariable]: JSON.stringify(run.plan),
        ...(run.limitSeconds === undefined ? {} : { [limitVariable]: String(run.limitSeconds) }),
      },
    });
  } catch (error) {
    if (error instanceof TestRunFailedError) return error.code ?? 1;
    throw error;
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The editor to run in; undefined lets @vscode/test-electron fetch one, where the stand-in does not run. */
function testExecutable(): string | undefined {
  const desktop = process.env[desktopVariable];
  if (desktop !== undefined) return desktop;
  if (process.platform === 'win32') return undefined; // there is no executable script to stand in
  ensureEditor();
  ensureBrowser();
  return standIn;
}

/** As «从 VSIX 安装» does it, with the editor's own command line. */
function installPackage(file: string, extensionsFolder: string, userData: string): void {
  const desktop = process.env[desktopVariable];
  const command = desktop === undefined ? [process.execPath, serverEntry] : [desktop];
  const data = desktop === undefined ? '--server-data-dir' : '--user-data-dir';
  const places = [`--extensions-dir=${extensionsFolder}`, `${data}=${userData}`];
  const { status, stdout, stderr } = spawnSync(
    command[0]!,
    [...command.slice(1), '--install-extension', file, ...places],
    {
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`装不上 ${file}：\n${stdout}${stderr}`);
}

/** Network namespaces are Linux's, and not every container lets one be made. */
function canGoOffline(): boolean {
  const can = spawnSync('unshare', ['--net', 'ip', 'link', 'set', 'lo', 'up']).status === 0;
  console.log(can ? '编辑器在没有网络的环境里运行（只有本机回环地址）。' : '这里隔离不了网络，编辑器照常运行。');
  return can;
}
