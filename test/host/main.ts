#!/usr/bin/env node
// A stand-in for the desktop VS Code executable. @vscode/test-electron starts it with that program's arguments; it starts VS
// Code's own server and a headless browser, lets the tests drive that browser, and ends with the test run's exit code.
//   0 tests passed · 1 tests failed · 70 server died · 71 browser page crashed · 124 limit reached

import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseEditorArguments } from './arguments.ts';
import { startBrowser, type TestBrowser } from './browser.ts';
import { type DriverOperations, driverOperations } from './driverOperations.ts';
import { startDriverServer } from './driverServer.ts';
import { driverVariable, limitVariable, outputVariable, verboseVariable } from './environment.ts';
import { OutputFollower } from './outputFollower.ts';
import { freePort, onceOrphaned } from './processes.ts';
import { EditorServer } from './server.ts';
import { workbenchAddress } from './workbenchAddress.ts';

const defaultLimitSeconds = 600;

const limitSeconds = Number(process.env[limitVariable] ?? defaultLimitSeconds);
const verbose = process.env[verboseVariable] !== undefined;

const scratch = mkdtempSync(path.join(tmpdir(), 'jianggao-host-'));
let server: EditorServer | undefined;
let browser: TestBrowser | undefined;
let driver: Server | undefined;
let finishing: Promise<never> | undefined;

for (const [name, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.on(name, () => void finish(code));
}
onceOrphaned(() => void finish(143));

await finish(await run().catch(reportFailure));

async function run(): Promise<number> {
  const request = parseEditorArguments(process.argv.slice(2));
  const output = new OutputFollower(path.join(scratch, 'tests.log'));
  let operations: DriverOperations | undefined;
  const driverServer = await startDriverServer(() => operations);
  driver = driverServer.server;
  server = new EditorServer(await freePort(), {
    userData: request.userData ?? path.join(scratch, 'user-data'),
    ...(request.extensionsFolder === undefined ? {} : { extensionsFolder: request.extensionsFolder }),
    environment: { [outputVariable]: output.file, [driverVariable]: driverServer.address },
  });
  await server.listening();
  browser = await startBrowser(verbose, request.locale);
  operations = driverOperations(browser.page, browser.devTools);
  await browser.page.goto(workbenchAddress({ ...request, port: server.port }));
  const code = await Promise.race([browser.testsEnded, server.ended(), limitReached()]);
  output.stop();
  if (code !== 0 && verbose) console.error(server.log);
  return code;
}

async function limitReached(): Promise<number> {
  await delay(limitSeconds * 1000, undefined, { ref: false });
  console.error(`测试超过 ${limitSeconds} 秒没有结束，已中止（可用环境变量 ${limitVariable} 调整）。`);
  return 124;
}

function reportFailure(error: unknown): number {
  console.error('测试宿主无法运行：', error);
  return 1;
}

/** Stops everything that was started, and ends the process. */
function finish(code: number): Promise<never> {
  finishing ??= (async () => {
    await browser?.close();
    await server?.stop();
    driver?.close();
    rmSync(scratch, { recursive: true, force: true });
    process.exit(code);
  })();
  return finishing;
}
