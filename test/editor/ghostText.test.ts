import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { enterCorpus, untilKnown } from './corpusFolder.ts';
import { driver, needsDriver } from './driver.ts';
import {
  extensionApi,
  fixtureCorpus,
  untilClosed,
  untilGhost,
  untilOffered,
  wakeGhostText,
  withSetting,
} from './extension.ts';
import { closeDrafts, never, openDraft, until, untilDraft } from './support.ts';

const phrase = '功夫下在河里';
const continuation = '，口碑立在岸上';

describe('ghost text', () => {
  const undo: (() => Promise<void>)[] = [];
  const set = async (...change: Parameters<typeof withSetting>) => void undo.push(await withSetting(...change));
  /** On a busy machine the editor shows what it has until the extension has answered. */
  const noGhost = async (why: string) => {
    await until(async () => (await driver.ghost()) === '', `no ${why}`);
    await never(() => driver.ghost(), why);
  };

  before(async function () {
    needsDriver.call(this);
    await fixtureCorpus();
    await wakeGhostText();
  });
  // What one test accepts must not come first in the next.
  beforeEach(() => extensionApi().service.learn({ forget: true }));
  afterEach(async () => {
    await closeDrafts();
    for (const restore of undo.splice(0).reverse()) await restore();
  });

  const typePhrase = async (before = '会上说', after = '') => {
    const editor = await openDraft(`${before}功夫下在河｜${after}`);
    await driver.ime('里', 'li');
    await until(() => editor.document.getText().includes(phrase), 'the phrase');
    return editor;
  };

  it('goes on after an accepted row: Tab, and Tab again', async () => {
    const editor = await openDraft('会上说｜');
    await driver.ime('功夫', 'gongfu');
    await untilOffered(phrase);
    await driver.screenshot('tab-chain-1-list');
    await driver.press('Tab');
    await untilGhost(continuation);
    assert.equal(await driver.suggest(), null, 'no list over the ghost text');
    await driver.screenshot('tab-chain-2-ghost');
    await driver.press('Tab');
    await untilDraft(editor, `会上说${phrase}${continuation}｜`);
    await driver.screenshot('tab-chain-3-done');
  });

  it('goes on after a phrase that is typed in full, and closes the list there', async () => {
    const editor = await openDraft('会上说｜');
    await driver.ime('功夫', 'gongfu');
    await untilOffered(phrase);
    await driver.ime('下在河里', 'xiazaiheli');
    await untilGhost(continuation);
    await untilClosed();
    await driver.press('Tab');
    await untilDraft(editor, `会上说${phrase}${continuation}｜`);
  });

  it('leads to its source once it is there', async () => {
    const editor = await typePhrase();
    await untilGhost(continuation);
    await driver.press('Tab');
    await untilDraft(editor, `会上说${phrase}${continuation}｜`);
    await driver.press('Escape');
    await until(async () => (await driver.ghost()) === '', 'the next ghost text to go');
    await driver.hoverAt('口碑');
    await until(async () => /清溪镇/.test((await driver.hover())?.text ?? ''), 'the source of what was inserted');
    await driver.screenshot('ghost-source');
    await driver.moveAway();
  });

  it('is no list: Enter breaks the line and the grey text is gone', async () => {
    const editor = await typePhrase();
    await untilGhost(continuation);
    await driver.press('Enter');
    await untilDraft(editor, `会上说${phrase}\n｜`);
  });

  it('is taken up to its next mark, piece by piece', async () => {
    const slogan = '会上说山要绿、水要清、路要通，人心要齐。';
    const corpus = await enterCorpus({ '甲.txt': slogan, '乙.txt': `${slogan}这是头一条。` });
    try {
      await untilKnown('人心要齐');
      const editor = await openDraft('会上说山｜');
      await driver.ime('要绿', 'yaolv');
      await until(() => driver.ghost(), 'the rest of the clause');
      await driver.screenshot('ghost-series');
      await driver.press('Control+ArrowRight');
      await untilDraft(editor, '会上说山要绿、水要清｜');
      await until(() => driver.ghost(), 'the next member');
      await driver.press('Control+ArrowRight');
      await untilDraft(editor, '会上说山要绿、水要清、路要通｜');
    } finally {
      await corpus.leave();
    }
  });

  it('says nothing more in the clause after Esc, and speaks again in the next', async () => {
    await typePhrase();
    await untilGhost(continuation);
    await driver.press('Escape');
    await until(async () => (await driver.ghost()) === '', 'the grey text to go');
    await vscode.commands.executeCommand('editor.action.inlineSuggest.trigger');
    await noGhost('ghost text in the muted clause');
    await driver.ime('，', ',');
    await until(() => driver.suggest(), 'the list in the next clause');
  });

  it('does not come back by deletion or undo, nor by a paste', async () => {
    const editor = await typePhrase();
    await untilGhost(continuation);
    await driver.ime('的', 'de');
    await until(async () => (await driver.ghost()) === '', 'the grey text to go');
    await driver.press('Backspace');
    await untilDraft(editor, `会上说${phrase}｜`);
    await noGhost('ghost text after a deletion');
    await vscode.env.clipboard.writeText(`。会上说${phrase}`);
    await vscode.commands.executeCommand('editor.action.clipboardPasteAction');
    await noGhost('ghost text after a paste');
    await driver.press('Control+z');
    await noGhost('ghost text after undo');
  });

  it('leaves one to three characters to the list', async () => {
    await openDraft('会上说：功｜');
    await driver.ime('夫', 'fu');
    await untilOffered(phrase);
    assert.equal(await driver.ghost(), '');
    await driver.ime('下', 'xia');
    await noGhost('ghost text after three characters');
  });

  it('offers nothing that is there already', async () => {
    await typePhrase('会上说', `${continuation}。`);
    await noGhost('ghost text that repeats what follows');
    const rows = (await driver.suggest()) ?? [];
    assert.ok(!rows.some(({ label }) => label.includes(continuation)), 'nor does the list');
  });

  it('offers the next marker of a series on a new line', async () => {
    const editor = await openDraft('一要守住排口。逐个挂牌。\n二要管好船只。登记造册。｜');
    await driver.press('Enter');
    await untilGhost('三要');
    await driver.screenshot('ghost-marker');
    await driver.press('Tab');
    await until(() => editor.document.getText().endsWith('\n三要'), 'the marker');
  });

  it('can be switched off by itself: the list then offers what comes next', async () => {
    await set('jianggao.ghostText.enabled', false);
    const editor = await openDraft('会上说｜');
    await driver.ime('功夫', 'gongfu');
    await untilOffered(phrase);
    await driver.press('Tab');
    await untilDraft(editor, `会上说${phrase}｜`);
    await untilOffered(`${phrase}${continuation}`);
    assert.equal(await driver.ghost(), '');
  });

  it('comes only after a row that was asked for when set to manual', async () => {
    await set('jianggao.completion.trigger', 'manual');
    await typePhrase();
    await noGhost('ghost text by itself');
    await openDraft('会上说功夫｜');
    await driver.press('Alt+/');
    await untilOffered(phrase);
    await driver.press('Tab');
    await untilGhost(continuation);
  });

  it('begins a paragraph by formula, and ends a speech', async () => {
    const speech = (n: number) =>
      `各位代表：\n现在，我代表镇政府，报告第${n}件事。\n渠修到第${n}里。\n让大家过上好日子！\n谢谢大家！`;
    const corpus = await enterCorpus({ '甲.txt': speech(1), '乙.txt': speech(2) });
    try {
      await untilKnown('谢谢大家');
      const editor = await openDraft('各位代表：｜');
      await driver.press('Enter');
      await untilGhost('现在，我代表镇政府');
      await driver.screenshot('ghost-opening');
      await driver.press('Tab');
      await untilDraft(editor, '各位代表：\n现在，我代表镇政府｜');
      await openDraft('我们要让大家过上好日子！｜');
      await driver.press('Enter');
      await untilGhost('谢谢大家！');
    } finally {
      await corpus.leave();
    }
  });
});
