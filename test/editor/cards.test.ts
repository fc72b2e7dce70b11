import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { driver, needsDriver } from './driver.ts';
import { extensionApi, fixtureCorpus, untilOffered, withSetting } from './extension.ts';
import { closeDrafts, openDraft, until, untilDraft } from './support.ts';

describe('素材', () => {
  let folder: string;
  let restore: () => Promise<void>;

  before(async function () {
    needsDriver.call(this);
    await fixtureCorpus();
    folder = mkdtempSync(path.join(tmpdir(), 'jianggao-cards-'));
    restore = await withSetting('jianggao.cards.folder', folder);
    await extensionApi().whenReady();
  });
  after(async () => {
    await restore?.();
    if (folder) rmSync(folder, { recursive: true });
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await vscode.commands.executeCommand('notifications.clearAll');
    await closeDrafts();
  });

  const files = () => readdirSync(folder).sort();
  const rows = () => driver.text('.pane-body .monaco-list-row .monaco-icon-label');
  const untilRow = (pattern: RegExp) =>
    until(async () => {
      assert.match((await rows()).join('\n'), pattern);
      return true;
    }, `${pattern} in the view`);
  const untilTitle = (pattern: RegExp) =>
    until(
      async () => (await driver.text('.quick-input-title')).some(text => pattern.test(text)),
      `the step ${pattern}`,
    );
  const untilFile = (name: RegExp) => until(() => files().find(file => name.test(file)), `a file ${name}`);

  /** Messages do not come up by themselves in a window under test. */
  const untilSaid = (...words: readonly string[]) =>
    until(
      async () => {
        await vscode.commands.executeCommand('notifications.showList');
        const said = await driver.text('.notification-list-item-message');
        return said.some(text => words.some(word => text.includes(word)));
      },
      `a message with ${words.join(' or ')}`,
    );

  it('keeps a selection of a corpus document with its source, tags typed by input method, and a note', async () => {
    const { hits } = await extensionApi().service.lookup({ phrase: '功夫下在河里' });
    const hit = hits[0]!;
    await vscode.commands.executeCommand('jianggao.openSource', hit.documentId, hit.start, hit.end);
    await until(
      () => vscode.window.activeTextEditor?.selection.isEmpty === false,
      'the source with its place selected',
    );
    void vscode.commands.executeCommand('jianggao.addCard');
    await untilTitle(/1\/2/);
    await driver.ime('治水', 'zhishui');
    await until(
      async () => (await driver.text('.quick-input-list .label-name')).some(text => text === '治水'),
      'the new tag',
    );
    await driver.screenshot('card-tags');
    await driver.press('Enter');
    await untilTitle(/2\/2/);
    await driver.ime('开头用', 'kaitouyong');
    await driver.press('Enter');
    const name = await untilFile(/功夫下在河里/);
    const text = readFileSync(path.join(folder, name), 'utf8');
    assert.match(text, /tags: \['治水'\]/);
    assert.match(text, /备注: '开头用'/);
    assert.ok(text.includes(`出处: '${hit.title}'`), text);
    assert.ok(text.includes(`原文件: '${hit.path}'`), text);
    assert.match(text, /\n\n功夫下在河里\n$/);
    await untilSaid(hit.title);
    await vscode.commands.executeCommand('jianggao.cards.focus');
    await untilRow(/治水/);
    await untilRow(/功夫下在河里/);
    await driver.screenshot('cards');
  });

  it('asks for a selection where there is none, and keeps nothing when given up', async () => {
    const before = files();
    const editor = await openDraft('我自己的话。');
    await vscode.commands.executeCommand('jianggao.addCard');
    await untilSaid('选中', 'Select');
    await vscode.commands.executeCommand('notifications.hideList');
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    editor.selection = new vscode.Selection(0, 0, 0, 5);
    void vscode.commands.executeCommand('jianggao.addCard');
    await untilTitle(/1\/2/);
    await driver.press('Escape');
    await until(async () => (await driver.text('.quick-input-title')).length === 0, 'the question to go');
    assert.deepEqual(files(), before);
  });

  it('offers earlier tags, and marks the user’s own words as such', async () => {
    const editor = await openDraft('石头再硬也有缝，办法总比困难多一个。');
    editor.selection = new vscode.Selection(0, 0, 0, 18);
    void vscode.commands.executeCommand('jianggao.addCard');
    await untilTitle(/1\/2/);
    await until(async () => (await driver.text('.quick-input-list .label-name')).includes('治水'), 'the earlier tag');
    await driver.press('Enter');
    await untilTitle(/2\/2/);
    await driver.press('Enter');
    await untilFile(/石头再硬也有缝/);
    await vscode.commands.executeCommand('jianggao.cards.focus');
    await untilRow(/石头再硬也有缝.*(用户自建|own words)/);
  });

  it('is offered while typing, marked as what it is, and opens', async () => {
    const editor = await openDraft('会上说，石头｜');
    await driver.ime('再硬', 'zaiying');
    const row = await untilOffered('石头再硬也有缝，办法总比困难多一个。');
    assert.match(row.description, /素材|card/);
    await driver.screenshot('card-offered');
    await driver.press('Tab');
    await untilDraft(editor, '会上说，石头再硬也有缝，办法总比困难多一个。｜');
    await vscode.commands.executeCommand('jianggao.cards.focus');
    await untilRow(/石头再硬/);
    await driver.click('.pane-body .monaco-list-row:has-text("石头再硬")');
    await until(() => vscode.window.activeTextEditor?.document.fileName.startsWith(folder), 'the file of the card');
  });

  it('is a source in a hover, behind those of the corpus and marked', async () => {
    await openDraft('大家说，功夫下在河里，很对。');
    await driver.hoverAt('功夫');
    const hover = await until(() => driver.hover(), 'the hover');
    assert.match(hover.text, /—— 《[\s\S]*—— (?:素材|card) 《/);
    assert.ok(hover.links.some(({ target }) => target.includes('card%3A') || target.includes('card:')));
    await driver.screenshot('card-hover');
  });

  it('is found in the concordance above the corpus, marked, and opens its file', async () => {
    await openDraft('办法总比困难｜');
    const editor = vscode.window.activeTextEditor!;
    editor.selection = new vscode.Selection(0, 0, 0, 6);
    await vscode.commands.executeCommand('jianggao.concordance');
    const lines = async () => (await driver.webviewText('.line:not([hidden])')).join('\n').replace(/\s+/g, ' ');
    await until(async () => /(素材|Card) ?《用户自建》.*办法总比困难/.test(await lines()), 'the line of the card');
    await until(
      async () => /(素材 1 处|1 in your cards)/.test((await driver.webviewText('.status')).join()),
      'the number',
    );
    await driver.screenshot('card-concordance');
    await driver.press('ArrowDown');
    await until(() => driver.webviewText('.lines:focus'), 'the lines to have the focus');
    await driver.press('Enter');
    await until(() => vscode.window.activeTextEditor?.document.fileName.startsWith(folder), 'the file of the card');
  });

  it('follows what the user does to the files, and is inserted from the view, and not deleted for good unasked', async () => {
    writeFileSync(path.join(folder, '手写.md'), '---\ntags: [路]\n---\n山再高，往上走总能到顶。\n');
    const editor = await openDraft('同志们：｜');
    await vscode.commands.executeCommand('jianggao.cards.focus');
    await untilRow(/山再高/);
    const { cards } = await extensionApi().service.cards();
    const card = cards.find(({ text }) => text.startsWith('山再高'));
    await vscode.commands.executeCommand('jianggao.insertCard', { kind: 'card', card });
    await untilDraft(editor, '同志们：山再高，往上走总能到顶。｜');
    // There is no trash in a browser, and no question can be answered under test: then nothing is deleted.
    await assert.rejects(
      Promise.resolve(vscode.commands.executeCommand('jianggao.deleteCard', { kind: 'card', card })),
    );
    assert.ok(files().includes('手写.md'));
    rmSync(path.join(folder, '手写.md'));
    await until(async () => !(await rows()).some(text => /山再高/.test(text)), 'the row to go');
  });
});
