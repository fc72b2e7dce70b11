// The test host itself: if these fail, no other editor test means anything.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { driver, needsDriver } from './driver.ts';
import { closeDrafts, never, openDraft, setCaretAfter, until, untilDraft } from './support.ts';

describe('test host', () => {
  before(needsDriver);
  afterEach(closeDrafts);

  it('brings text that an input method commits into the document', async () => {
    const editor = await openDraft('我们要坚持｜，久久为功。', 'plaintext');
    await driver.ime('真抓', 'zhenzhua');
    await untilDraft(editor, '我们要坚持真抓｜，久久为功。');
  });

  it('shows the pre-edit of an uncommitted composition, and its commit replaces it', async () => {
    const editor = await openDraft('我们要', 'plaintext');
    await driver.compose('jian');
    await untilDraft(editor, '我们要jian｜');
    await driver.commit('坚持');
    await untilDraft(editor, '我们要坚持｜');
  });

  it('passes keys on', async () => {
    const editor = await openDraft('一要', 'plaintext');
    await driver.press('Enter');
    await driver.type('ab');
    await untilDraft(editor, '一要\nab｜');
  });

  it('takes a screenshot', async () => {
    await openDraft('同志们：\n\n　　我们要坚持真抓实干。', 'plaintext');
    const file = await driver.screenshot('host');
    assert.deepEqual([...readFileSync(file).subarray(1, 4)], [...Buffer.from('PNG')]);
  });

  it('hands over the settings of the run', () => {
    assert.equal(vscode.workspace.getConfiguration('workbench').get('startupEditor'), 'none');
    assert.equal(vscode.workspace.getConfiguration('jianggao').get<string[]>('corpus.folders')?.length, 1);
  });
});

// With providers of its own, in a language in which the extension is not at work by default.
describe('driver', () => {
  const registrations: vscode.Disposable[] = [];
  const evidence = '出处：云泽市作风建设会议';

  before(function () {
    needsDriver.call(this);
    const selector = { language: 'plaintext', scheme: 'file' };
    registrations.push(
      vscode.languages.registerCompletionItemProvider(selector, {
        provideCompletionItems(document, position) {
          const range = new vscode.Range(position.translate(0, -1), position);
          if (document.getText(range) !== '闻') return [];
          const label = { label: '闻令而动', detail: '  四字格', description: '3 篇' };
          const item = { label, range, insertText: '闻令而动', filterText: '闻令而动', documentation: evidence };
          return [item, { ...item, label: { label: '闻过则喜' }, insertText: '闻过则喜', filterText: '闻过则喜' }];
        },
      }),
      vscode.languages.registerInlineCompletionItemProvider(selector, {
        provideInlineCompletionItems(document, position) {
          const before = document.lineAt(position.line).text.slice(0, position.character);
          // Without a range the whole run of Chinese characters would be replaced.
          return before.endsWith('久久') ? [{ insertText: '为功', range: new vscode.Range(position, position) }] : [];
        },
      }),
      vscode.languages.registerHoverProvider(selector, {
        provideHover: () => new vscode.Hover(new vscode.MarkdownString(`${evidence} [原文](https://example.org/1)`)),
      }),
    );
  });
  after(() => vscode.Disposable.from(...registrations).dispose());
  afterEach(closeDrafts);

  it('reads the suggestion list and its details', async () => {
    const editor = await openDraft('我们要', 'plaintext');
    await driver.ime('闻', 'wen');
    const rows = await until(() => driver.suggest(), 'rows');
    assert.deepEqual(rows, [
      { label: '闻令而动', detail: '  四字格', description: '3 篇', focused: true },
      { label: '闻过则喜', detail: '', description: '', focused: false },
    ]);
    await driver.press('Control+Space');
    const details = await until(() => driver.suggestDetails(), 'the details');
    assert.equal(details.documentation, evidence);
    await driver.press('Control+Space');
    await driver.press('Tab');
    await untilDraft(editor, '我们要闻令而动｜');
    assert.equal(await driver.suggest(), null);
  });

  it('measures the time from a committed character to the rows', async () => {
    await openDraft('我们要', 'plaintext');
    const timing = await driver.timeToSuggest('闻', 'wen');
    assert.ok(timing !== null && timing.milliseconds > 0 && timing.milliseconds < 5000, JSON.stringify(timing));
    assert.equal(timing.rows[0]?.label, '闻令而动');
  });

  it('says that no rows came', async () => {
    await openDraft('我们要', 'plaintext');
    assert.equal(await driver.timeToSuggest('说', 'shuo', 500), null);
    await never(() => driver.suggest(), 'a list');
  });

  it('reads grey inline text', async () => {
    const editor = await openDraft('久', 'plaintext');
    await driver.insertText('久');
    assert.equal(await until(() => driver.ghost(), 'grey text'), '为功');
    await driver.press('Tab');
    await untilDraft(editor, '久久为功｜');
  });

  it('reads a hover under the mouse and one by command', async () => {
    const editor = await openDraft('同志们：\n要真抓实干。', 'plaintext');
    await driver.hoverAt('抓实');
    const hover = await until(() => driver.hover(), 'the hover');
    assert.match(hover.text, new RegExp(evidence, 'u'));
    assert.deepEqual(hover.links, [{ text: '原文', target: 'https://example.org/1' }]);
    await driver.moveAway();
    await driver.press('Escape');
    await until(async () => (await driver.hover()) === null, 'the hover to close');
    setCaretAfter(editor, '真');
    await vscode.commands.executeCommand('editor.action.showHover');
    await until(() => driver.hover(), 'the hover by command');
  });

  it('clicks into the text', async () => {
    const editor = await openDraft('同志们：\n要真抓实干。｜', 'plaintext');
    await driver.clickAt('同志们：');
    await until(() => editor.selection.active.line === 0, 'the caret in the first line');
  });
});
