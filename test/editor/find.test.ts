import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { driver, needsDriver } from './driver.ts';
import { fixtureCorpus } from './extension.ts';
import { closeDrafts, draftWithCaret, openDraft, setCaretAfter, until, untilDraft } from './support.ts';

describe('quick look-up', () => {
  before(async function () {
    needsDriver.call(this);
    await fixtureCorpus();
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await closeDrafts();
  });

  const rows = () => driver.text('.quick-input-list .monaco-list-row .label-name');
  const untilRow = (pattern: RegExp) =>
    until(async () => {
      assert.match((await rows()).join('\n'), pattern);
      return true;
    }, `${pattern} in the list`);
  const openList = async () => {
    await driver.press('Control+Alt+f');
    await until(
      async () => (await driver.text('.quick-input-title')).some(text => /快速查找|Quick look-up/.test(text)),
      'the list',
    );
    await until(() => driver.text('.quick-input-box input:focus'), 'the list to have the focus');
  };
  const untilClosed = () =>
    until(async () => (await driver.text('.quick-input-title')).length === 0, 'the list to close');
  const shown = () => vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? '';
  const untilShown = (pattern: RegExp) => until(() => pattern.test(shown()), `${pattern} on screen, not ${shown()}`);

  const untilOneTab = () =>
    until(() => vscode.window.tabGroups.activeTabGroup.tabs.length === 1, 'the preview to be closed');

  it('finds while an input method composes, previews the place, and writes the phrase at the caret', async () => {
    await openDraft('同志们：\n要把｜的道理讲透。');
    await openList();
    await driver.compose('gongfu');
    await driver.commit('功夫');
    await untilRow(/功夫下在河里/);
    await driver.screenshot('find');
    await until(() => !shown().startsWith('draft-'), 'the preview');
    await driver.screenshot('find-preview');
    await driver.press('Enter');
    await untilClosed();
    await until(() => {
      const editor = vscode.window.activeTextEditor; // another one than before the preview
      return editor && /要把功夫.*｜的道理/.test(draftWithCaret(editor));
    }, 'the phrase in the draft');
    assert.ok(shown().startsWith('draft-'));
    await untilOneTab();
  });

  it('leaves everything as it was on Escape: text, caret, scroll and tabs', async () => {
    const editor = await openDraft(`${'一行。\n'.repeat(200)}末行`);
    setCaretAfter(editor, '一行。\n'.repeat(150));
    const before = draftWithCaret(editor);
    await until(() => editor.visibleRanges[0]!.contains(editor.selection), 'the place on screen');
    const top = editor.visibleRanges[0]!.start.line;
    await openList();
    await driver.insertText('功夫');
    await untilRow(/功夫下在河里/);
    await until(() => !shown().startsWith('draft-'), 'the preview');
    await driver.press('ArrowDown');
    await driver.press('Escape');
    await untilClosed();
    await untilShown(/^draft-/);
    const now = await until(() => vscode.window.activeTextEditor, 'the editor');
    assert.equal(draftWithCaret(now), before);
    await until(() => {
      assert.equal(now.visibleRanges[0]!.start.line, top);
      return true;
    }, 'the same place on screen');
    await untilOneTab();
    await driver.press('End');
    await driver.insertText('！');
    await until(() => now.document.getText().includes('一行。！'), 'the keyboard back in the draft');
  });

  it('opens the source on Alt+Enter', async () => {
    await openDraft('同志们：');
    await openList();
    await driver.insertText('清溪镇全年');
    await untilRow(/清溪镇/);
    await driver.press('Alt+Enter');
    await untilClosed();
    await untilShown(/总结会/);
    await until(() => vscode.window.activeTextEditor?.document.fileName.endsWith('总结会.md'), 'the source');
  });

  it('finds by first letters, typed as they are', async () => {
    await openDraft('同志们：');
    await openList();
    await driver.type('gfxzhl');
    await untilRow(/功夫下在河里/);
    await driver.screenshot('find-letters');
  });

  it('says so where there is nothing, and then does nothing on Enter', async () => {
    const editor = await openDraft('同志们：｜');
    await openList();
    await driver.insertText('魑魅魍魉');
    await untilRow(/魑魅魍魉/);
    await driver.press('Enter');
    await driver.press('Escape');
    await untilClosed();
    await untilDraft(editor, '同志们：｜');
  });

  it('reads well in a dark theme too', async () => {
    const configuration = vscode.workspace.getConfiguration('workbench');
    await configuration.update('colorTheme', 'Default Dark Modern', vscode.ConfigurationTarget.Global);
    try {
      await openDraft('同志们：');
      await openList();
      await driver.ime('账', 'zhang');
      await untilRow(/账/);
      await driver.screenshot('find-dark');
    } finally {
      await configuration.update('colorTheme', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
