import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { driver, needsDriver } from './driver.ts';
import { fixtureCorpus, untilClosed, untilOffered, withSetting } from './extension.ts';
import { closeDrafts, type DraftLanguage, never, openDraft, untilDraft } from './support.ts';

describe('phrases by pinyin', () => {
  before(async function () {
    needsDriver.call(this);
    await fixtureCorpus();
  });
  afterEach(closeDrafts);

  describe('switched on', () => {
    const undo: Array<() => Promise<void>> = [];
    before(async () => {
      undo.push(
        await withSetting('jianggao.completion.pinyin', true),
        await withSetting('jianggao.languages', ['jianggao', 'plaintext', 'markdown']),
      );
    });
    after(async () => {
      for (const restore of undo) await restore();
    });

    for (const language of ['jianggao', 'plaintext', 'markdown'] satisfies DraftLanguage[]) {
      it(`replaces the letters by the phrase (${language})`, async () => {
        const editor = await openDraft('会上说｜', language);
        await driver.type('gfxzhl');
        const row = await untilOffered('功夫下在河里');
        assert.match(row.description, /5/);
        if (language === 'jianggao') await driver.screenshot('pinyin');
        await driver.press('Tab');
        await untilDraft(editor, '会上说功夫下在河里｜');
      });
    }

    it('takes syllables and initials together, in the middle of a run', async () => {
      const editor = await openDraft('会上说｜大家点头。');
      await driver.type('gongfuxzh');
      await untilOffered('功夫下在河里');
      await driver.press('Tab');
      await untilDraft(editor, '会上说功夫下在河里｜大家点头。');
    });

    it('goes on with a phrase whose beginning is written', async () => {
      const editor = await openDraft('会上说功夫｜');
      await driver.type('xzhl');
      await untilOffered('下在河里');
      await driver.press('Tab');
      await untilDraft(editor, '会上说功夫下在河里｜');
    });

    it('does not open while an input method composes, and leaves its commit alone', async () => {
      const editor = await openDraft('会上说｜');
      await driver.compose('g');
      await driver.compose('gf');
      await driver.compose('gfx');
      await driver.compose('gfxz');
      await never(() => driver.suggest(), 'a list during composition');
      await driver.commit('工分选择');
      await untilDraft(editor, '会上说工分选择｜');
    });

    it('stays silent for the rest of the clause after Esc', async () => {
      await openDraft('会上说｜');
      await driver.type('gfxz');
      await untilOffered('功夫下在河里');
      await driver.press('Escape');
      await untilClosed();
      await driver.type('hl');
      await never(() => driver.suggest(), 'a list after Esc');
    });

    it('leaves English words alone', async () => {
      await openDraft('会上说 ｜');
      await driver.type('gfxzhl');
      await never(() => driver.suggest(), 'a list after a space');
    });
  });

  it('offers nothing for letters unless switched on', async () => {
    const editor = await openDraft('会上说｜');
    await driver.type('gfxzhl');
    await never(() => driver.suggest(), 'a list');
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await never(
      async () => (await driver.suggest())?.some(row => row.label === '功夫下在河里'),
      'the phrase, though the list was asked for',
    );
    await untilDraft(editor, '会上说gfxzhl｜');
  });
});
