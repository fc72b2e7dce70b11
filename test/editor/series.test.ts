import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { driver, needsDriver } from './driver.ts';
import { fixtureCorpus, untilOffered, withSetting } from './extension.ts';
import { closeDrafts, never, openDraft, until, untilDraft } from './support.ts';

const summed = '要做到“两个必须”：一是必须快，不等不靠。二是必须准，不偏不倚。\n各村都要落实“两个｜必须”。';

describe('series', () => {
  before(fixtureCorpus);
  afterEach(closeDrafts);

  const actionsAt = async (editor: vscode.TextEditor) =>
    vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      editor.selection,
      'refactor.rewrite.jianggao.summary',
    );

  it('writes a slogan out as what it counts', async () => {
    const editor = await openDraft(summed);
    const [action] = await until(() => actionsAt(editor), 'the action');
    assert.match(action!.title, /“两个必须”/);
    await vscode.workspace.applyEdit(action!.edit!);
    assert.equal(editor.document.lineAt(1).text, '各村都要落实必须快，不等不靠、必须准，不偏不倚。');
    await vscode.commands.executeCommand('undo');
    await untilDraft(editor, summed);
  });

  describe('by mouse and keys', () => {
    before(needsDriver);

    it('shows a series of the corpus whole, though the draft has but two of its members', async () => {
      await openDraft('今年要从荒滩中辟出绿地、从淤泥中清出水路、从会议中开出新意。');
      await driver.hoverAt('从会议中');
      const hover = await until(() => driver.hover(), 'the hover');
      assert.match(hover.text, /从争吵中商出办法 ｜ 从怨言中听出期盼/);
      await driver.screenshot('hover-series');
    });

    it('shows what a slogan counts', async () => {
      await openDraft(summed.replace('｜', ''));
      await driver.hoverAt('落实“两个');
      const hover = await until(() => driver.hover(), 'the hover');
      assert.match(hover.text, /必须快.*｜ 必须准/);
      await driver.screenshot('hover-slogan');
    });

    const underlined = () => driver.text('.view-line span[class*="TextEditorDecorationType"]');

    it('underlines the series at the caret for those who want it, and nothing otherwise', async () => {
      await openDraft('今年要稳面积、稳单产、稳收｜益。');
      await never(underlined, 'an underline');
      const back = await withSetting('jianggao.series.decorate', true);
      try {
        const parts = await until(underlined, 'the underline');
        assert.deepEqual([...parts], ['稳面积', '稳单产', '稳收益']);
        await driver.screenshot('series-decorated');
        await driver.press('Control+Home');
        await until(async () => (await underlined()).length === 0, 'the underline to go');
      } finally {
        await back();
      }
    });

    it('goes on with the next member of a series the corpus knows, after an input method has committed a mark', async () => {
      const editor = await openDraft('要从荒滩中辟出绿地、从争吵中商出办法｜');
      await driver.ime('、', 'dun');
      const rows = await until(async () => {
        const shown = await driver.suggest();
        return shown?.some(({ label }) => label === '从怨言中听出期盼') ? shown : undefined;
      }, 'the next member');
      assert.ok(rows[0]!.label.startsWith('从怨言中听出期盼'));
      await driver.screenshot('series-member');
      await driver.press('Tab');
      await untilDraft(editor, '要从荒滩中辟出绿地、从争吵中商出办法、从怨言中听出期盼｜');
    });

    const rows = () => driver.text('.quick-input-list .label-name');
    const water = '从淤泥中清出水路 ｜ 从荒滩中辟出绿地 ｜ 从争吵中商出办法 ｜ 从怨言中听出期盼';
    const look = async (): Promise<void> => {
      await driver.press('F1');
      await driver.type('Look Up Parallel Series');
      await until(async () => (await rows())[0]?.includes('Look Up Parallel Series'), 'the command');
      await driver.press('Enter');
    };
    const untilWays = () => until(async () => /Insert|插入/.test((await rows())[0] ?? ''), 'the two ways');

    it('lists the next marker after one member, for who asks or types its number', async () => {
      await openDraft('同志们：\n一是修好渠道，守住水源；｜');
      await driver.press('Alt+/');
      await untilOffered('⏎二是');
      await driver.press('Escape');
      const editor = await openDraft('同志们：\n一是修好渠道，守住水源。\n｜');
      await driver.ime('二', 'er');
      await untilOffered('二是');
      await driver.press('Tab');
      await untilDraft(editor, '同志们：\n一是修好渠道，守住水源。\n二是｜');
    });

    it('looks up series like the one at the caret, shown in their source, and inserts one', async () => {
      const editor = await openDraft('今年要从荒滩中辟出绿地、从会议中开出新意｜。\n');
      await look();
      await until(async () => (await rows())[0] === water, 'the series of the corpus');
      await until(() => vscode.window.visibleTextEditors.length > 1, 'the source beside the draft');
      await driver.screenshot('series-like');
      await driver.press('Enter');
      await untilWays();
      await driver.screenshot('series-like-way');
      await driver.press('Enter');
      await until(
        () => editor.document.getText().includes('开出新意从淤泥中清出水路、从荒滩中辟出绿地、从争吵中商出办法、'),
        'the series in the draft',
      );
    });

    it('puts the frame of one into the draft, to be filled in', async () => {
      const editor = await openDraft('从荒滩中辟出绿地、从会议中开出新意｜。\n');
      await driver.press('Shift+Home');
      await look();
      await until(async () => (await rows())[0] === water, 'the series of the corpus');
      await driver.press('Enter');
      await untilWays();
      await driver.press('ArrowDown');
      await driver.press('Enter');
      await until(() => editor.document.getText().startsWith('从中、从中、从中、从中。'), 'the frame');
      await driver.ime('茶山', 'chashan');
      await driver.press('Tab');
      await driver.ime('闯出市场', 'chuangchu');
      await driver.screenshot('series-blanks');
      await until(() => editor.document.getText().startsWith('从茶山中闯出市场、从中、'), 'the first member');
    });

    it('looks up a frame that is typed where there is no series, and opens a source', async () => {
      const editor = await openDraft('山上的活等不得｜。\n');
      await look();
      await until(() => driver.text('.quick-input-message'), 'the box');
      await until(() => driver.text('.quick-input-box input:focus'), 'the box to have the focus');
      await driver.insertText('从…中…');
      await driver.press('Enter');
      await until(async () => (await rows()).includes(water), 'the series of the frame');
      await driver.press('Enter');
      await untilWays();
      await driver.press('ArrowDown');
      await driver.press('ArrowDown');
      await driver.press('Enter');
      await until(() => {
        const active = vscode.window.activeTextEditor;
        return active !== undefined && active !== editor && /中.*、从/.test(active.document.getText(active.selection));
      }, 'the words in the source');
      assert.equal(editor.document.getText(), '山上的活等不得。\n');
    });
  });
});
