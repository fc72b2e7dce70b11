import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { driver, needsDriver } from './driver.ts';
import { fixtureCorpus, untilOffered } from './extension.ts';
import { closeDrafts, openDraft, until, untilDraft } from './support.ts';

describe('an empty series', () => {
  const labels = (): Promise<readonly string[]> => driver.text('.quick-input-list .label-name');
  const pick = async (filter: string, label: string) => {
    await until(async () => (await labels()).length > 0, 'the rows');
    await driver.insertText(filter);
    await until(async () => (await labels())[0] === label, `${label} to come first`);
    await driver.press('Enter');
    await until(async () => !(await labels()).includes(label), `${label} to be taken`);
  };

  before(async function () {
    needsDriver.call(this);
    await fixtureCorpus();
  });
  afterEach(closeDrafts);

  it('is chosen by keys and filled in by an input method', async () => {
    const editor = await openDraft('会议强调：｜');
    await driver.press('Control+Alt+p');
    await until(async () => (await labels()).includes('一是'), 'the families');
    await driver.screenshot('series-families');
    await pick('一是', '一是');
    await driver.screenshot('series-sizes');
    await pick('3', '3');
    await until(() => editor.document.getText() === '会议强调：一是＿＿；二是＿＿；三是＿＿。', 'the series');
    await driver.ime('修渠', 'xiuqu');
    await until(() => editor.document.getText().includes('一是修渠；'), 'the first member');
    await driver.press('Tab');
    await driver.ime('护林', 'hulin');
    await untilDraft(editor, '会议强调：一是修渠；二是护林｜；三是＿＿。');
    await driver.screenshot('series-filled');
  });

  it('counts on from the section it is put in, undone at once', async () => {
    const editor = await openDraft('一、甲\n正文。｜\n二、乙');
    await driver.press('Control+Alt+p');
    await pick('一、', '一、');
    await pick('2', '2, each on its own line');
    await until(() => editor.document.getText() === '一、甲\n正文。\n二、＿＿\n三、＿＿\n四、乙', 'the sections');
    await driver.press('Escape');
    await driver.press('Control+z');
    await until(() => editor.document.getText() === '一、甲\n正文。\n二、乙', 'all to be undone');
  });

  it('comes by its name while typing', async () => {
    const editor = await openDraft('要，｜');
    await driver.ime('排比', 'paibi');
    const row = await untilOffered('排比空槽…');
    assert.equal(row.description, 'blank');
    await driver.press('Tab');
    await pick('四字', '四字');
    await pick('3', '3');
    await until(() => editor.document.getText() === '要，＿＿＿＿、＿＿＿＿、＿＿＿＿。', 'the blanks');
  });
});

describe('what is selected', () => {
  before(async function () {
    needsDriver.call(this);
    await fixtureCorpus();
  });
  afterEach(closeDrafts);

  it('becomes points, and words again, by refactoring', async () => {
    const editor = await openDraft('会议要求：修好渠，护好林，还要管好路。');
    const choose = async (title: string) => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        editor.document.uri,
        editor.selection,
        'refactor.rewrite.numbering',
      );
      const action = actions.find(each => each.title === title);
      assert.ok(action?.edit, actions.map(each => each.title).join());
      await vscode.workspace.applyEdit(action.edit);
    };
    editor.selection = new vscode.Selection(0, 5, 0, 20);
    await choose('Turn into 一是…；二是…');
    assert.equal(editor.document.getText(), '会议要求：一是修好渠；二是护好林；三是要管好路。');
    editor.selection = new vscode.Selection(0, 5, 0, editor.document.getText().length);
    await choose('Turn into 一要…；二要…');
    assert.equal(editor.document.getText(), '会议要求：一要修好渠；二要护好林；三要管好路。');
    await choose('Remove the ordinals');
    assert.equal(editor.document.getText(), '会议要求：要修好渠；要护好林；要管好路。');
  });

  it('has its refactorings in the menu', async () => {
    const editor = await openDraft('会议要求：｜修好渠，护好林。');
    for (let at = 0; at < 8; at++) await driver.press('Shift+ArrowRight');
    await until(() => editor.document.getText(editor.selection) === '修好渠，护好林。', 'the selection');
    await driver.press('Control+Shift+r');
    const titles = (): Promise<readonly string[]> => driver.text('.action-widget .monaco-list-row');
    await until(async () => (await titles()).some(title => title.includes('一是')), 'the menu');
    await driver.screenshot('series-refactor');
    await driver.press('Escape');
  });
});
