// The five steps of the walkthrough, as a newcomer takes them: nothing set up, the corpus that comes with the extension.

import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { driver, needsDriver } from './driver.ts';
import { extensionApi } from './extension.ts';
import { closeDrafts, until } from './support.ts';

describe('the walkthrough', () => {
  before(needsDriver);
  after(closeDrafts);

  let editor: vscode.TextEditor;

  it('opens the sample draft, half written', async () => {
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', 'jianggao.jianggao#start', false);
    await until(async () => (await driver.text('.getting-started-step .button-container a')).length, 'the first step');
    await driver.screenshot('walkthrough-1');
    await driver.click('.getting-started-step .button-container a');
    editor = await until(
      () => vscode.window.visibleTextEditors.find(({ document }) => document.languageId === 'jianggao'),
      'the sample draft',
    );
    assert.ok(editor.document.isUntitled);
    assert.ok(editor.document.getText().endsWith('二要'));
    await extensionApi().whenReady();
    await driver.screenshot('walkthrough-draft');
  });

  it('completes what is begun, and goes on with the series', async () => {
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await driver.ime('久久为', 'jiujiuwei');
    const [first] = await until(() => driver.suggest(), 'the list');
    assert.match(first!.label, /^久久为功/);
    await driver.screenshot('walkthrough-2');
    await driver.press('Tab');
    await until(() => editor.document.getText().endsWith(`二要${first!.label}`), 'the phrase');
    await driver.insertText('一件接着一件办。');
    await driver.press('Enter');
    await until(() => editor.document.getText().endsWith('\n三要'), 'the marker');
    await driver.screenshot('walkthrough-2-series');
  });

  it('inserts the structure of a section', async () => {
    await driver.press('Enter');
    await driver.press('Control+Alt+M');
    await until(async () => (await driver.text('.quick-input-list .label-name')).length, 'the structures');
    await until(() => driver.text('.quick-input-box input:focus'), 'the list to have the focus');
    await driver.screenshot('walkthrough-3');
    await driver.insertText('部署任务');
    await until(
      async () => (await driver.text('.quick-input-list .focused .label-name'))[0] === '部署任务',
      'the choice',
    );
    await driver.press('Enter');
    await until(() => /要紧紧围绕/.test(editor.document.getText()), 'the structure');
  });

  it('shows where a phrase comes from, and opens the source', async () => {
    await driver.press('Escape');
    await driver.hoverAt('雷厉风行抓落实');
    await until(
      async () => (await driver.hover())?.text.includes('在市政府第七次全体会议上的讲话'),
      'the hover with its source',
    );
    await driver.screenshot('walkthrough-4');
    await driver.moveAway();
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await driver.clickAt('雷厉风行抓落实');
    await driver.press('F12');
    const source = await until(() => {
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.fsPath.includes('corpus') ? active : undefined;
    }, 'the source');
    await until(
      () => source.document.lineAt(source.selection.active).text.includes('雷厉风行抓落实'),
      'the line of the words',
    );
    await driver.screenshot('walkthrough-4-source');
  });

  it('takes the user’s own folder as corpus', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'jianggao-own-'));
    writeFileSync(path.join(folder, '讲话.txt'), '同志们：\n渡口的灯一夜未熄，等船的人才不慌。\n');
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', 'jianggao.jianggao#start', false);
    await driver.click('.getting-started-step:nth-of-type(5)');
    await driver.click('.getting-started-step.expanded .button-container a');
    await until(
      async () => (await driver.text('.quick-input-list .label-name')).includes('..'),
      'the choice of a folder',
    );
    await driver.press('Control+A');
    await driver.insertText(`${folder}/`);
    await driver.screenshot('walkthrough-5');
    await driver.press('Enter');
    const { service } = extensionApi();
    await until(async () => (await service.lookup({ phrase: '等船的人才不慌' })).hits.length, 'the own corpus', 15_000);
    await driver.screenshot('walkthrough-5-indexed');
  });
});
