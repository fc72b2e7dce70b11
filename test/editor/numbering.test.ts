import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { driver, needsDriver } from './driver.ts';
import { fixtureCorpus, withSetting } from './extension.ts';
import { closeDrafts, never, openDraft, until, untilDraft, untilTold } from './support.ts';

const sections = '一、修好渠\n渠是命脉。\n二、护好林\n林是屏障。\n（一）查林\n三、管好路\n路是脸面。';

describe('numbering', () => {
  before(async function () {
    needsDriver.call(this);
    await fixtureCorpus();
  });
  afterEach(closeDrafts);

  it('numbers the whole draft anew, undone at once', async () => {
    const editor = await openDraft('一、甲｜\n三、乙\n三、丙\n（一）子\n（三）丑');
    await driver.press('Control+Alt+n');
    await untilDraft(editor, '一、甲｜\n二、乙\n三、丙\n（一）子\n（二）丑');
    await driver.screenshot('numbering-renumbered');
    await driver.press('Control+z');
    await untilDraft(editor, '一、甲｜\n三、乙\n三、丙\n（一）子\n（三）丑');
  });

  it('moves a section with its text, up and down, and keeps the caret in it', async () => {
    const editor = await openDraft(sections.replace('二、护好林', '二、护｜好林'));
    await driver.press('Control+Alt+PageUp');
    const moved = '一、护｜好林\n林是屏障。\n（一）查林\n二、修好渠\n渠是命脉。\n三、管好路\n路是脸面。';
    await untilDraft(editor, moved);
    await driver.press('Control+Alt+PageDown');
    await untilDraft(editor, sections.replace('二、护好林', '二、护｜好林'));
    await driver.press('Control+z');
    await until(() => editor.document.getText() === moved.replace('｜', ''), 'the move to be undone');
  });

  it('puts a section one level lower and higher, with what is in it', async () => {
    const editor = await openDraft(sections.replace('二、护好林', '二、护好林｜'));
    await driver.press('Control+Alt+]');
    const lower = '一、修好渠\n渠是命脉。\n（一）护好林｜\n林是屏障。\n1.查林\n二、管好路\n路是脸面。';
    await untilDraft(editor, lower);
    await driver.screenshot('numbering-demoted');
    await driver.press('Control+Alt+[');
    await untilDraft(editor, sections.replace('二、护好林', '二、护好林｜'));
  });

  it('says why nothing can be moved', async () => {
    await openDraft('一、甲｜\n二、乙');
    await driver.press('Control+Alt+PageUp');
    await until(
      async () => (await driver.text('.statusbar-item')).some(text => text.includes('no item of the same level')),
      'the reason',
    );
  });

  it('offers 重新编号 where the numbers do not run on', async () => {
    const editor = await openDraft('前言。\n二、甲｜\n三、乙');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      editor.selection,
    );
    const action = actions.find(({ title }) => title === 'Renumber');
    assert.ok(action?.edit, actions.map(({ title }) => title).join());
    await vscode.workspace.applyEdit(action.edit);
    await untilDraft(editor, '前言。\n一、甲｜\n二、乙');
  });
});

describe('Enter and Backspace in a list', () => {
  const undo: (() => Promise<void>)[] = [];

  before(async function () {
    needsDriver.call(this);
    await fixtureCorpus();
  });
  afterEach(async () => {
    await closeDrafts();
    for (const restore of undo.splice(0)) await restore();
  });

  /** A caret set by a program is known later than one that a key has moved. */
  const openAtEnd = async (...draft: Parameters<typeof openDraft>) => {
    const editor = await openDraft(...draft);
    const { active } = editor.selection;
    const isBack = new Promise<void>(resolve => {
      let moves = 0;
      const listening = vscode.window.onDidChangeTextEditorSelection(({ selections }) => {
        moves++;
        if (moves < 2 || !selections[0]!.active.isEqual(active)) return;
        listening.dispose();
        resolve();
      });
    });
    await driver.press('ArrowLeft');
    await driver.press('ArrowRight');
    await isBack;
    await untilTold();
    return editor;
  };

  it('goes on with the next item, written by an input method, and leaves the list', async () => {
    const editor = await openDraft('会议强调：\n｜\n散会。');
    await driver.ime('一是修渠', 'yishixiuqu');
    await untilDraft(editor, '会议强调：\n一是修渠｜\n散会。');
    await driver.press('Escape');
    await untilTold();
    await driver.press('Enter');
    await untilDraft(editor, '会议强调：\n一是修渠；\n二是｜\n散会。');
    await driver.ime('护林', 'hulin');
    await untilDraft(editor, '会议强调：\n一是修渠；\n二是护林｜\n散会。');
    await driver.press('Escape');
    await untilTold();
    await driver.press('Enter');
    await untilDraft(editor, '会议强调：\n一是修渠；\n二是护林；\n三是｜\n散会。');
    await driver.screenshot('list-next-item');
    await untilTold();
    await driver.press('Enter');
    await untilDraft(editor, '会议强调：\n一是修渠；\n二是护林。\n｜\n散会。');
    await driver.screenshot('list-left');
  });

  for (const pieces of [['二要'], ['二', '要']]) {
    it(`keeps one marker where the one it has written is typed again: ${pieces.join(' ')}`, async () => {
      const editor = await openAtEnd('一要修渠。抓紧修。｜');
      await driver.press('Enter');
      await untilDraft(editor, '一要修渠。抓紧修。\n二要｜');
      for (const piece of pieces) await driver.ime(piece, piece === '二' ? 'er' : 'yao');
      await untilDraft(editor, '一要修渠。抓紧修。\n二要｜');
      await driver.ime('护林', 'hulin');
      await untilDraft(editor, '一要修渠。抓紧修。\n二要护林｜');
    });
  }

  it('counts the later items on, undone at once', async () => {
    const editor = await openAtEnd('一要修渠。抓紧修。｜\n二要护林。抓紧护。');
    await driver.press('Enter');
    await untilDraft(editor, '一要修渠。抓紧修。\n二要｜\n三要护林。抓紧护。');
    await driver.press('Control+z');
    await until(() => editor.document.getText() === '一要修渠。抓紧修。\n二要护林。抓紧护。', 'the edit to be undone');
  });

  it('leaves Enter to a composition', async () => {
    const editor = await openAtEnd('一要修渠。抓紧修。｜');
    await driver.compose('ok');
    await driver.imeKey('Enter');
    await driver.commit('ok');
    await untilDraft(editor, '一要修渠。抓紧修。ok｜');
    await never(() => editor.document.getText().includes('二要'), 'another item');
  });

  it('keeps what is typed at once behind it', async () => {
    const editor = await openAtEnd('一要修渠。抓紧修。｜');
    await driver.press('Enter');
    await driver.type('abc', 0);
    await untilDraft(editor, '一要修渠。抓紧修。\n二要abc｜');
  });

  it('is not in the way of an input method that begins at once', async () => {
    const editor = await openAtEnd('一要修渠。抓紧修。｜');
    await driver.press('Enter');
    await driver.ime('护林', 'hulin');
    await untilDraft(editor, '一要修渠。抓紧修。\n二要护林｜');
  });

  it('breaks the line under a heading and in plain text', async () => {
    const editor = await openAtEnd('一、提高认识｜');
    await driver.press('Enter');
    await driver.type('abc', 0);
    await untilDraft(editor, '一、提高认识\nabc｜');
  });

  it('takes an empty marker away at Backspace, and corrects one that has just been typed', async () => {
    const editor = await openAtEnd('一是修渠；\n二是｜');
    await driver.press('Backspace');
    await untilDraft(editor, '一是修渠；\n｜');
    await driver.ime('二时', 'ershi');
    await untilDraft(editor, '一是修渠；\n二时｜');
    await driver.press('Backspace');
    await driver.ime('是', 'shi');
    await untilDraft(editor, '一是修渠；\n二是｜');
    await untilTold();
    await driver.press('Backspace');
    await untilDraft(editor, '一是修渠；\n二｜');
  });

  it('leaves Enter alone where it is switched off, and in Markdown', async () => {
    const markdown = await openAtEnd('一要修渠。抓紧修。｜', 'markdown');
    await driver.press('Enter');
    await untilDraft(markdown, '一要修渠。抓紧修。\n｜');
    undo.push(await withSetting('jianggao.numbering.continueOnEnter', false));
    const draft = await openAtEnd('一要修渠。抓紧修。｜');
    await driver.press('Enter');
    await untilDraft(draft, '一要修渠。抓紧修。\n｜');
  });
});
