import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { driver, needsDriver } from './driver.ts';
import { fixtureCorpus, untilClosed, untilOffered, withSetting } from './extension.ts';
import { closeDrafts, never, openDraft, until, untilDraft } from './support.ts';

describe('completion', () => {
  before(fixtureCorpus);
  afterEach(closeDrafts);

  describe('as the editor receives it', () => {
    const list = async (editor: vscode.TextEditor) =>
      vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        editor.document.uri,
        editor.selection.active,
      );

    it('replaces what is typed and filters by it', async () => {
      const editor = await openDraft('会上说功夫｜，大家点头。');
      const { items, isIncomplete } = await list(editor);
      const item = items.find(({ insertText }) => insertText === '功夫下在河里');
      assert.ok(item, 'offered');
      assert.ok(isIncomplete);
      assert.deepEqual(item.range, new vscode.Range(0, 3, 0, 5));
      assert.equal(item.filterText, '功夫下在河里');
      assert.equal(item.commitCharacters, undefined);
    });

    it('offers nothing inside a title, in an address, or for text of no corpus', async () => {
      for (const text of ['参见《功夫', '见http://x.cn/功夫', '魑魅魍魉']) {
        assert.deepEqual((await list(await openDraft(text))).items, [], text);
      }
    });
  });

  describe('by input method', () => {
    let restore: (() => Promise<void>) | undefined;

    before(async function () {
      needsDriver.call(this);
      restore = await withSetting('jianggao.ghostText.enabled', false); // where there is ghost text no list opens
    });
    after(() => restore?.());

    it('offers the phrase with the number of its documents, and Tab inserts it', async () => {
      const editor = await openDraft('会上说｜');
      await driver.ime('功夫', 'gongfu');
      const row = await untilOffered('功夫下在河里');
      assert.match(row.description, /^5/);
      assert.equal(row.detail, '', 'nothing cuts the number');
      await driver.screenshot('completion');
      await driver.press('Tab');
      await untilDraft(editor, '会上说功夫下在河里｜');
    });

    it('does so in the middle of a run, before a mark, and replaces nothing after the caret', async () => {
      const editor = await openDraft('我们功｜踏实做事。');
      await driver.ime('夫', 'fu');
      await untilOffered('功夫下在河里');
      await driver.press('Tab');
      await untilDraft(editor, '我们功夫下在河里｜踏实做事。');
    });

    it('narrows while typing goes on, and leaves out what is typed in full', async () => {
      const editor = await openDraft('功｜');
      await driver.ime('夫', 'fu');
      await untilOffered('功夫下在河里');
      await driver.ime('下', 'xia');
      await untilDraft(editor, '功夫下｜');
      await untilOffered('功夫下在河里');
      await driver.ime('在河里', 'zaiheli');
      await untilDraft(editor, '功夫下在河里｜');
      await until(
        async () => !(await driver.suggest())?.some(row => row.label === '功夫下在河里'),
        'the full phrase to go',
      );
    });

    it('goes on after an accepted phrase, and a mark, and the first character after it', async () => {
      const editor = await openDraft('会上说｜');
      await driver.ime('功夫', 'gongfu');
      await untilOffered('功夫下在河里');
      await driver.press('Tab');
      await untilDraft(editor, '会上说功夫下在河里｜');
      await untilOffered('功夫下在河里，口碑立在岸上');
      await driver.ime('，', ',');
      await untilOffered('口碑立在岸上');
      await driver.ime('口', 'kou');
      await until(() => editor.document.getText().endsWith('，口'), 'the character');
      await untilOffered('口碑立在岸上');
      await driver.press('Tab');
      await untilDraft(editor, '会上说功夫下在河里，口碑立在岸上｜');
    });

    it('shows the source beside the focused row', async () => {
      await openDraft('会上说｜');
      await driver.ime('功夫', 'gongfu');
      await untilOffered('功夫下在河里');
      await vscode.commands.executeCommand('toggleSuggestionDetails');
      const details = await until(() => driver.suggestDetails(), 'the details');
      assert.ok(details);
      const documentation = await until(async () => {
        const text = (await driver.suggestDetails())?.documentation ?? '';
        return /清溪镇|许长河/.test(text) ? text : '';
      }, 'the source');
      assert.equal(documentation.match(/——/gu)?.length, 2, 'two sources');
      assert.match(documentation, /许长河.*2023/su);
      await driver.screenshot('completion-details');
      await vscode.commands.executeCommand('toggleSuggestionDetails');
    });

    it('does not open while letters are composed', async () => {
      await openDraft('会上说｜');
      await driver.compose('gongfu');
      await never(() => driver.suggest(), 'a list during composition');
      await driver.commit('功夫');
      await untilOffered('功夫下在河里');
    });

    it('goes on with a frame of the corpus, and offers a blank one last', async () => {
      const editor = await openDraft('大家从淤泥中清出水路、从荒滩中辟出绿地｜');
      await driver.ime('、', '/');
      const rows = await until(() => driver.suggest(), 'the list');
      assert.match(rows[0]!.label, /^从争吵中商出办法/);
      assert.equal(rows.at(-1)!.label, '从＿＿中＿＿');
      await driver.screenshot('completion-frame');
      await driver.press('ArrowUp'); // from the first row to the last
      await driver.press('Tab');
      await until(() => editor.document.getText().endsWith('、从中'), 'the blank frame');
      await driver.ime('泥泞', 'nining');
      await until(() => editor.document.getText().endsWith('、从泥泞中'), 'the first blank to be filled');
    });

    it('offers the next marker on a new line, and the rest of it once its ordinal is typed', async () => {
      const restoreEnter = await withSetting('jianggao.numbering.continueOnEnter', false);
      try {
        const editor = await openDraft('一要守住排口。逐个挂牌。\n二要管好船只。登记造册。｜');
        await driver.press('Enter');
        const rows = await until(() => driver.suggest(), 'the list');
        assert.deepEqual(
          rows.map(row => row.label),
          ['三要'],
        );
        await driver.ime('三', 'san');
        await untilOffered('三要');
        await driver.press('Tab');
        await until(() => editor.document.getText().endsWith('\n三要'), 'the marker');
      } finally {
        await restoreEnter();
      }
    });

    it('breaks the line on Enter where nothing is offered', async () => {
      const editor = await openDraft('魑魅｜');
      await driver.ime('魍魉', 'wangliang');
      await untilClosed();
      await driver.press('Enter');
      await untilDraft(editor, '魑魅魍魉\n｜');
    });
  });
});
