// The headless Chromium that shows the workbench to the tests, as a person's screen would.

import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { chromiumExecutable } from './install.ts';

const closeLimit = 4000;
export const windowSize = { width: 1280, height: 800 };
const chromiumSwitches = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  // Without these Chromium tries to reach its maker's hosts at every start.
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

export interface TestBrowser {
  readonly page: Page;
  /** The DevTools protocol: the way to compose text as an input method does. */
  readonly devTools: CDPSession;
  /** Resolves with the exit code of the test run that the workbench reports. */
  readonly testsEnded: Promise<number>;
  close(): Promise<void>;
}

export async function startBrowser(verbose: boolean, locale = 'en'): Promise<TestBrowser> {
  const executablePath = chromiumExecutable();
  if (executablePath === undefined) throw new Error('没有找到 Chromium');
  const browser = await chromium.launch({ executablePath, args: chromiumSwitches, handleSIGINT: false });
  const context = await browser.newContext({
    viewport: windowSize,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  await page.addInitScript({ path: path.join(import.meta.dirname, 'workbenchProbe.js') });
  // What the editor would set with a language pack: its own texts stay English without one, extensions speak the language.
  await page.addInitScript(`Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { value: '${locale}' })`);
  const devTools = await context.newCDPSession(page);
  const testsEnded = Promise.withResolvers<number>();
  // The two functions a workbench calls when it runs extension tests (as @vscode/test-web provides them).
  await page.exposeFunction('codeAutomationExit', (code: number) => testsEnded.resolve(code));
  await page.exposeFunction('codeAutomationLog', (level: string, values: readonly unknown[]) => {
    if (verbose) console.error(`[${level}]`, ...values);
  });
  page.on('crash', () => testsEnded.resolve(71));
  return { page, devTools, testsEnded: testsEnded.promise, close: () => close(browser) };
}

async function close(browser: Browser): Promise<void> {
  await Promise.race([browser.close().catch(() => undefined), delay(closeLimit)]);
}
