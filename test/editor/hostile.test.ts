// What a corpus from elsewhere may try, on every surface that shows corpus text: images to be fetched, links to be followed, commands
// to be run. A server on the loopback address counts who comes.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as vscode from 'vscode';
import { docx, paragraph, run } from '../node/formats/officeFiles.ts';
import { type CorpusFolder, enterCorpus, untilKnown } from './corpusFolder.ts';
import { driver, needsDriver } from './driver.ts';
import { extensionApi, fixtureCorpus, withSetting } from './extension.ts';
import { closeDrafts, openDraft, setCaretAfter, until } from './support.ts';

const ownCommands = /^command:jianggao\./;

describe('a hostile corpus', () => {
  let beacon: Server;
  let address = '';
  const requests: string[] = [];
  let corpus: CorpusFolder;
  /** Every kind of markup, around words to find it by. */
  let hostile = '';
  let restore: () => Promise<void>;

  before(async function () {
    needsDriver.call(this);
    await fixtureCorpus();
    restore = await withSetting('jianggao.ghostText.enabled', false);
    beacon = createServer((request, response) => {
      requests.push(request.url ?? '');
      response.end();
    });
    beacon.listen(0, '127.0.0.1');
    await once(beacon, 'listening');
    address = `http://127.0.0.1:${(beacon.address() as AddressInfo).port}`;
    hostile =
      `![景](${address}/a.png)<img src="${address}/b.png" onerror="fetch('${address}/c')">` +
      `[去](command:workbench.action.closeWindow)[走](${address}/d)<${address}/e>$(bug)` +
      `<script>fetch('${address}/f')</script>\`\`\`**粗**&lt;b&gt;&#60;`;
    const speech = (title: string) =>
      `---\ntitle: ${title}\nspeaker: ${hostile.slice(0, 60)}\n---\n同志们：\n渠头的石碑上写着，${hostile}照原样读出来，一字不改。\n渠头的石碑上写着，${hostile}照原样读出来，一字不改。\n`;
    corpus = await enterCorpus({
      '石碑.txt': speech(hostile),
      '[a](command:b) $(bug).txt': speech('渠头的石碑上写着的话'),
      '石碑.docx': docx(paragraph(run(escapeXml(`渠尾的石碑上写着，${hostile}照原样读出来。`)))),
    });
    await untilKnown('渠头的石碑上写着');
  });
  after(async () => {
    await corpus?.leave();
    await restore?.();
    beacon?.close();
  });
  afterEach(async () => {
    await closeDrafts();
    assert.deepEqual(requests, []);
  });

  /** The text of corpus lines as the screen has it: a rendered mark would be missing. */
  const assertVerbatim = (text: string) => {
    assert.ok(text.includes(`![景](${address}/a.png)`), text);
  };

  it('is shown by a hover as the characters it is', async () => {
    await openDraft('渠头的石碑上写着，这话好。');
    await driver.hoverAt('石碑上');
    const hover = await until(() => driver.hover(), 'the hover');
    assertVerbatim(hover.text.replaceAll('！', '!').replaceAll('（', '(').replaceAll('）', ')'));
    assert.ok(
      hover.links.length > 0 && hover.links.every(({ target }) => ownCommands.test(target)),
      JSON.stringify(hover.links),
    );
    assert.deepEqual(await driver.text('.monaco-hover img, .monaco-hover script'), []);
    await driver.screenshot('hostile-hover');
  });

  it('is shown by the list and its details as the characters it is', async () => {
    await openDraft('渠头的石碑｜');
    await driver.ime('上写', 'shangxie');
    await driver.press('Alt+/');
    await until(() => driver.suggest(), 'the list');
    await vscode.commands.executeCommand('toggleSuggestionDetails');
    await until(async () => (await driver.text('.suggest-details')).some(text => text.includes('景')), 'the details');
    assert.deepEqual(await driver.text('.suggest-details img, .suggest-widget img'), []);
    assert.deepEqual(await driver.text('.suggest-details a:not([data-href^="command:jianggao."])'), []);
    await driver.screenshot('hostile-details');
    await driver.press('Escape');
    await vscode.commands.executeCommand('toggleSuggestionDetails');
  });

  it('is shown by the corpus view and its tooltips as the characters it is', async () => {
    await vscode.commands.executeCommand('jianggao.corpusTree.focus');
    const rows = () => driver.text('.pane-body .monaco-list-row .monaco-icon-label');
    await until(async () => (await rows()).some(text => /^(?:不详|Unknown)/.test(text)), 'the group');
    await driver.click('.pane-body .monaco-list-row:has-text("3")');
    const row = await until(async () => (await rows()).find(text => text.includes('景')), 'the row');
    assertVerbatim(row);
    await driver.press('ArrowDown');
    await vscode.commands.executeCommand('list.showHover');
    await driver.screenshot('hostile-tree');
    assert.deepEqual(await driver.text('.pane-body img, .monaco-hover img, .monaco-hover a'), []);
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
  });

  it('is listed as borrowed, and marked in a draft, as the characters it is', async () => {
    const editor = await openDraft(`渠头的石碑上写着，${hostile}照原样读出来，一字不改。｜`);
    await vscode.commands.executeCommand('jianggao.showBorrowed');
    const report = await until(
      () => vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === 'jianggao-borrowed'),
      'the report',
    );
    assertVerbatim(report.document.getText());
    assert.deepEqual(await driver.text('.editor-instance img'), []);
    await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
    setCaretAfter(editor, '渠头');
    await vscode.commands.executeCommand('editor.action.showHover');
    await until(() => driver.hover(), 'the hover');
    assert.deepEqual(await driver.text('.monaco-hover img'), []);
    assert.deepEqual(await driver.text('.monaco-hover a:not([data-href^="command:jianggao."])'), []);
  });

  it('is read from a Word file as the characters it is', async () => {
    const { hits } = await extensionApi().service.lookup({ phrase: '渠尾的石碑上写着' });
    const { documentId, start, end } = hits[0]!;
    await vscode.commands.executeCommand('jianggao.openSource', documentId, start, end);
    const editor = await until(
      () => vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === 'jianggao-source'),
      'the rendering',
    );
    assert.equal(editor.document.getText(editor.selection), '渠尾的石碑上写着');
    const rendered = editor.document.getText();
    assert.equal(rendered, (await extensionApi().service.rendering({ documentId }))!.text);
    await driver.screenshot('hostile-rendering');
  });

  it('is offered in the quick picks as the characters it is', async () => {
    await openDraft('渠头的石碑｜上写着，好。');
    await driver.press('Control+Alt+G');
    await until(
      async () => (await driver.text('.quick-input-list .label-name')).some(text => text.includes('景')),
      'rows',
    );
    assert.deepEqual(await driver.text('.quick-input-list img, .quick-input-list .label-name a'), []);
    await driver.screenshot('hostile-pick');
    await driver.press('Escape');
  });

  it('is shown by the concordance as the characters it is', async () => {
    await openDraft('渠头的石碑｜上写着，好。');
    await vscode.commands.executeCommand('jianggao.concordance');
    await until(
      async () => (await driver.webviewText('.line:not([hidden])')).some(text => text.includes('景')),
      'the lines',
    );
    assert.equal(await driver.webviewCount('.lines img, .lines a, .lines script'), 0);
    await driver.screenshot('hostile-concordance');
  });

  it('gives commands nothing but ids to look up', async () => {
    const before = vscode.window.visibleTextEditors.length;
    for (const forged of [
      { documentId: '../../etc/passwd' },
      { documentId: 3 },
      '/etc/passwd',
      { kind: 'document', path: '/etc/passwd' },
    ]) {
      for (const command of [
        'openDocument',
        'describeDocument',
        'excludeDocument',
        'reindexDocument',
        'writeSidecar',
        'revealDocument',
      ]) {
        await vscode.commands.executeCommand(`jianggao.${command}`, forged);
      }
      await vscode.commands.executeCommand('jianggao.addLocalName', forged);
      await vscode.commands.executeCommand('jianggao.openSource', forged, 0, 1);
    }
    assert.equal(vscode.window.visibleTextEditors.length, before);
  });
});

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
