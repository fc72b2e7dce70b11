import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { driver, needsDriver } from './driver.ts';
import { fixtureCorpus, withSetting } from './extension.ts';
import { closeDrafts, never, openDraft, until, untilDraft, untilTold } from './support.ts';

describe('placeholders', () => {
  const undo: (() => Promise<void>)[] = [];
  const place = '[id="jianggao.jianggao.placeholders"] .statusbar-item-label';
  const count = async () => (await driver.text(place)).join('');

  const untilSelected = async (editor: vscode.TextEditor, text: string) => {
    await until(() => editor.document.getText(editor.selection) === text, `${text} to be selected`);
    await untilTold();
  };

  before(async function () {
    needsDriver.call(this);
    await fixtureCorpus();
  });
  afterEach(async () => {
    await closeDrafts();
    await vscode.commands.executeCommand('workbench.view.explorer');
    for (const restore of undo.splice(0)) await restore();
  });

  it('are gone through by keys, and filled in by an input method', async () => {
    const editor = await openDraft('｜在XX县召开的第X次会议，增长3×4倍，由□□负责。');
    await until(async () => (await count()) === '3 to fill in', 'the number in the status bar');
    await driver.press('Control+Alt+.');
    await untilSelected(editor, 'XX');
    await driver.ime('桥头', 'qiaotou');
    await until(() => editor.document.getText().includes('在桥头县'), 'the name');
    await driver.press('Control+Alt+.');
    await untilSelected(editor, 'X');
    await driver.press('Control+Alt+,');
    await untilSelected(editor, '□□');
    await until(async () => (await count()) === '2 to fill in', 'the number to go down');
  });

  it('are what a template leaves to be filled in, one by one', async () => {
    const editor = await openDraft('｜');
    await vscode.commands.executeCommand('jianggao.insertTemplate', '部署任务（短）');
    const before = await until(async () => /^(\d+) to fill in$/.exec(await count())?.[1], 'the number');
    const [first, second] = [...editor.document.getText().matchAll(/【[^】]+】/gu)].map(([prompt]) => prompt);
    await untilSelected(editor, first!);
    await driver.screenshot('placeholders-template');
    await driver.ime('春耕', 'chungeng');
    await driver.press('Tab');
    await untilSelected(editor, second!);
    await until(async () => (await count()) === `${Number(before) - 1} to fill in`, 'the number to go down');
    await driver.press('Escape');
    await driver.press('Escape');
    await driver.press('Control+Alt+.');
    await untilSelected(editor, [...editor.document.getText().matchAll(/【[^】]+】/gu)][1]![0]);
  });

  it('stand in a view that leads there, and the number goes when all is filled in', async () => {
    const editor = await openDraft('同志们：\n\n　　今年增长XX%。\n　　散会【待核实】。｜');
    await until(async () => (await count()) === '2 to fill in', 'the number');
    await driver.click(place);
    const rows = () => driver.text('.pane-body .monaco-list-row .label-name');
    await until(async () => (await rows()).some(label => label.includes('增长XX%')), 'the rows');
    await driver.screenshot('placeholders-view');
    await driver.click('.pane-body .monaco-list-row:has-text("XX%")');
    await untilSelected(editor, 'XX%');
    await driver.press('Delete');
    await driver.press('Control+Alt+.');
    await untilSelected(editor, '【待核实】');
    await driver.press('Delete');
    await until(async () => (await count()) === '', 'no number');
    assert.equal(editor.document.getText(), '同志们：\n\n　　今年增长。\n　　散会。');
  });

  it('stay listed while a source is read beside the draft, and no longer', async () => {
    const editor = await openDraft('在XX县召开会议。｜');
    await until(async () => (await count()) === '1 to fill in', 'the number');
    await vscode.commands.executeCommand('jianggao.showBorrowed');
    await until(() => vscode.window.activeTextEditor?.document !== editor.document, 'what is read beside it');
    await never(async () => (await count()) !== '1 to fill in', 'the number is gone');
    await vscode.window.showTextDocument(editor.document, editor.viewColumn);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await until(async () => (await count()) === '', 'no number');
  });

  it('are found in Markdown and plain text too, where the extension is at work', async () => {
    undo.push(await withSetting('jianggao.languages', ['jianggao', 'markdown', 'plaintext']));
    for (const language of ['markdown', 'plaintext'] as const) {
      const editor = await openDraft('｜**要抓落实**，到____去。', language);
      await until(async () => (await count()) === '1 to fill in', `the number in ${language}`);
      await driver.press('Control+Alt+.');
      await untilSelected(editor, '____');
      await driver.press('Delete');
      await untilDraft(editor, '**要抓落实**，到｜去。');
      await closeDrafts();
    }
  });
});
