// Plays what the pictures of README and walkthrough show, in the real editor with the starter corpus, and takes them.
// test/pictures/make.ts runs this file and cuts the pictures to size.

import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';
import { driver } from '../editor/driver.ts';
import { extensionApi } from '../editor/extension.ts';
import { closeDrafts, openDraft, until } from '../editor/support.ts';

/** Long enough to be read in a film, in milliseconds. */
const pause = 900;

describe('pictures', () => {
  before(async () => {
    await extensionApi().whenReady();
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
  });
  afterEach(closeDrafts);

  it('sample', async () => {
    await vscode.commands.executeCommand('jianggao.openSample');
    await until(() => vscode.window.activeTextEditor?.document.languageId === 'jianggao', 'the sample');
    await delay(pause);
    await driver.screenshot('picture-sample');
  });

  it('complete', async () => {
    await vscode.commands.executeCommand('jianggao.openSample');
    await until(() => vscode.window.activeTextEditor?.document.languageId === 'jianggao', 'the sample');
    await driver.film('picture-writing');
    await delay(pause);
    await driver.ime('久久为', 'jiujiuwei');
    await until(() => driver.suggest(), 'the list');
    await delay(pause);
    await driver.screenshot('picture-complete');
    await driver.press('Tab');
    await delay(pause);
    await driver.ime('一件', 'yijian');
    await driver.ime('接着', 'jiezhe');
    await driver.ime('一件办', 'yijianban');
    await driver.insertText('。');
    await driver.press('Enter');
    await delay(pause);
    await driver.endFilm();
  });

  it('structure', async () => {
    await openDraft('同志们：\n');
    await driver.press('Control+Alt+M');
    await until(async () => (await driver.text('.quick-input-list .label-name')).length, 'the structures');
    await delay(pause);
    await driver.screenshot('picture-structure');
    await driver.press('Escape');
  });

  it('corpus', async () => {
    await openDraft('同志们：\n');
    await vscode.commands.executeCommand('jianggao.skippedFiles.focus');
    await delay(pause);
    await driver.screenshot('picture-corpus');
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
  });

  it('concordance', async () => {
    await vscode.commands.executeCommand('jianggao.concordance');
    await until(() => driver.webviewText('.query'), 'the panel');
    await driver.webviewClick('.query');
    await driver.insertText('从~中~');
    await until(() => driver.webviewText('.line:not([hidden])'), 'the lines', 20_000);
    await delay(pause);
    await driver.screenshot('picture-concordance');
  }).timeout(40_000);

  it('hover', async () => {
    await openDraft('二要雷厉风行抓落实，以钉钉子精神抓好各项任务。\n');
    await driver.hoverAt('雷厉风行');
    await until(() => driver.hover(), 'the hover');
    await delay(pause);
    await driver.screenshot('picture-hover');
    await driver.moveAway();
  });
});
