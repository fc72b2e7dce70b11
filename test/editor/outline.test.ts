import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import { driver, needsDriver } from './driver.ts';
import { extensionApi, fixtureCorpus } from './extension.ts';
import { closeDrafts, openDraft, until } from './support.ts';

const draft = [
  '在全县护渠会上的讲话',
  '同志们：',
  '一、看清形势',
  '渠水一刻也等不得。',
  '',
  '二、突出重点',
  '（一）抓清淤',
  '一要快。抢农时。二要净。见渠底。',
  '（二）抓补漏',
  ...Array.from({ length: 40 }, (_, index) => `第${index + 1}号闸口当天补好。`),
  '同志们，让我们护好这条渠！',
].join('\n');

describe('outline of a speech', () => {
  before(async function () {
    needsDriver.call(this);
    await fixtureCorpus();
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await closeDrafts();
  });

  it('is in the outline view, the breadcrumbs and what stays in sight', async () => {
    const editor = await openDraft(`｜${draft}`);
    await vscode.commands.executeCommand('outline.focus');
    const rows = (): Promise<readonly string[]> =>
      driver.text('.outline-tree .monaco-icon-label-container .label-name');
    const wanted = ['同志们', '一、看清形势', '二、突出重点', '（一）抓清淤'];
    await until(async () => {
      const shown = await rows();
      return wanted.every(title => shown.includes(title));
    }, 'the outline');
    const line = editor.document.lineCount - 3;
    editor.selection = new vscode.Selection(line, 0, line, 0);
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.AtTop);
    await until(
      async () => (await driver.text('.monaco-breadcrumbs')).join().includes('（二）抓补漏'),
      'the breadcrumbs to name the section',
    );
    await until(
      async () => (await driver.text('.sticky-line-content')).join().includes('（二）抓补漏'),
      'the heading to stay in sight',
    );
    await driver.screenshot('outline');
  });

  it('folds sections, their blank last lines left out', async () => {
    const { document } = await openDraft(draft);
    const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    const folded = ranges.map(({ start, end }) => [start, end]);
    assert.deepEqual(folded.slice(0, 4), [
      [2, 3],
      [5, 48],
      [6, 7],
      [8, 48],
    ]);
  });

  it('is there in documents of the corpus, and not in other plain text', async () => {
    const symbolsOf = async (uri: vscode.Uri) =>
      (await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri)) ??
      [];
    const { hits } = await extensionApi().service.lookup({ phrase: '功夫下在河里' });
    const source = vscode.Uri.file(hits[0]!.path);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(source));
    const symbols = await until(() => symbolsOf(source), `sections of ${path.basename(source.fsPath)}`);
    assert.ok(symbols.some(({ detail }) => detail !== ''));
    const { document } = await openDraft(draft, 'plaintext');
    assert.deepEqual(await symbolsOf(document.uri), []);
  });
});
