// One run of tests inside an editor: a fresh profile and workspace, then @vscode/test-electron's `runTests` with a desktop VS
// Code or with the stand-in, and the exit code that came of it.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTests, TestRunFailedError } from '@vscode/test-electron';
import { desktopVariable, limitVariable, planVariable, type TestPlan } from './environment.ts';
import { ensureBrowser, ensureEditor } from './install.ts';
import { editorTestsFolder, standIn } from './paths.ts';
import { type Settings, writeSettings } from './profile.ts';

export interface EditorTestRun {
  /** Folder of the extension under test. */
  readonly extensionFolder: string;
  readonly plan: TestPlan;
  readonly settings: Settings;
  readonly limitSeconds?: number;
  /** In place of the terminal. */
  readonly output?: NodeJS.WritableStream;
}

/** Returns the exit code of the editor: 0 only if the extension activated and every test passed. */
export async function runInEditor(run: EditorTestRun): Promise<number> {
  const executable = testExecutable();
  // Short names: a desktop VS Code opens sockets below it, whose paths are limited to about 100 characters.
  const scratch = mkdtempSync(path.join(tmpdir(), 'jianggao-'));
  const workspace = path.join(scratch, 'workspace');
  const userData = path.join(scratch, 'profile');
  mkdirSync(workspace);
  writeSettings(userData, run.settings);
  rmSync(run.plan.results, { force: true });
  try {
    return await runTests({
      ...(executable === undefined ? {} : { vscodeExecutablePath: executable }),
      extensionDevelopmentPath: run.extensionFolder,
      extensionTestsPath: path.join(editorTestsFolder, 'index.cjs'),
      launchArgs: [workspace, `--user-data-dir=${userData}`],
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
