// What is left of open sources when the window is reloaded. The reload ends the run that asks for it; the editor then runs this file once more.

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { docx, paragraph, run } from '../node/formats/officeFiles.ts';
import { untilKnown } from './corpusFolder.ts';
import { driver, needsDriver } from './driver.ts';
import { extensionApi, withSetting } from './extension.ts';
import { until } from './support.ts';

const inDocument = '茶园里走出来的路最踏实';
const inFile = '第39号闸门关得严';
const lines = Array.from({ length: 80 }, (_, at) => `第${at}件事，山上的茶要采好，山下的账要算清。`);
lines[40] = `今年的春茶开得早，${inDocument}，手脚要快。`;
const paragraphOfFile = Array.from({ length: 40 }, (_, at) => `第${at}号闸门关得严，下游就不怕水。`).join('');

const workspace = vscode.workspace.workspaceFolders![0]!.uri.fsPath;
const corpus = path.join(workspace, 'corpus');
const isReloaded = existsSync(corpus);

const active = () => vscode.window.activeTextEditor;
/** How often the places found are marked in the editors that are to be seen. */
const marks = async () => (await driver.text('.view-overlays [class*="TextEditorDecorationType"]')).length;

async function open(phrase: string): Promise<void> {
  await untilKnown(phrase);
  const { hits } = await extensionApi().service.lookup({ phrase });
  const { documentId, start, end } = hits[0]!;
  await vscode.commands.executeCommand('jianggao.openSource', documentId, start, end);
  await until(() => active()?.document.getText(active()!.selection) === phrase, phrase);
  await vscode.commands.executeCommand('workbench.action.keepEditor');
}

describe('sources that are open when the window is reloaded', () => {
  before(needsDriver);

  if (!isReloaded) {
    it('are opened', async () => {
      mkdirSync(corpus);
      writeFileSync(path.join(corpus, '茶山现场会.docx'), docx(lines.map(line => paragraph(run(line))).join('')));
      writeFileSync(path.join(corpus, '闸门.txt'), `看闸门的会\n${paragraphOfFile}\n散会。`);
      await withSetting('jianggao.corpus.folders', [corpus]);
      await open(inFile);
      await until(() => active()?.document.languageId === 'jianggao-source', 'the layout');
      await open(inDocument);
      await until(async () => (await marks()) === 1, 'the mark');
      void vscode.commands.executeCommand('workbench.action.reloadWindow').then(undefined, () => undefined);
      await new Promise(() => undefined); // until the reload ends this run
    }).timeout(60_000);
    return;
  }

  it('still show the words found in a Word document, as a speech', async () => {
    const editor = await until(active, 'the editor');
    assert.equal(editor.document.uri.scheme, 'jianggao-source');
    await until(() => active()?.document.languageId === 'jianggao', 'the language');
    assert.equal(editor.selection.start.line, 40);
    await until(async () => (await marks()) === 1, 'the mark');
    await driver.screenshot('reloaded-document');
  });

  it('still wrap a text file', async () => {
    await vscode.commands.executeCommand('workbench.action.openEditorAtIndex1');
    await until(() => active()?.document.languageId === 'jianggao-source', 'the layout');
    assert.match(active()!.document.fileName, /闸门\.txt$/);
    const rows = () => driver.text('.editor-instance .view-line');
    await until(async () => (await rows()).filter(row => row.includes('号闸门')).length > 3, 'the lines to wrap');
    await driver.screenshot('reloaded-text-file');
  });
});
