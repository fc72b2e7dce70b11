// The main job on five real speeches that lie beside the checkout. What is expected is read from the documents when the test
// runs: none of their sentences stands here, only the few characters that are typed.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';
import * as vscode from 'vscode';
import { driver, needsDriver } from './driver.ts';
import { extensionApi, untilGhost, untilOffered, wakeGhostText, withSetting } from './extension.ts';
import { closeDrafts, draftWithCaret, openDraft, setCaretAfter, until, untilDraft } from './support.ts';

const folder = vscode.workspace.getConfiguration('jianggao').get<string[]>('corpus.folders')![0]!;
const file = (number: string): string => readdirSync(folder).find(name => name.startsWith(number))!;
const raw = (number: string): string => readFileSync(path.join(folder, file(number)), 'utf8');
/** What the document says from `start` to the first mark of `ends`, with full-width commas. */
function saying(number: string, start: string, ends: string): string {
  const text = raw(number);
  const from = text.indexOf(start);
  assert.ok(from >= 0, start);
  let to = from;
  while (!ends.includes(text[to]!)) to++;
  return text.slice(from, to).replaceAll(',', '，');
}

describe('five real speeches, by input method', () => {
  before(async function () {
    needsDriver.call(this);
    await extensionApi().whenReady();
    assert.equal((await extensionApi().service.stats()).documents, 5);
    await wakeGhostText();
  });
  afterEach(closeDrafts);

  it('completes a slogan as the mayor said it', async () => {
    const expected = saying('000', '抓学习促提', '"');
    const editor = await openDraft('要深入开展｜');
    await driver.ime('抓学习', 'zhuaxuexi');
    await driver.ime('促提', 'cuti');
    await untilOffered(expected);
    await driver.screenshot('real-slogan');
    await driver.press('Tab');
    await untilDraft(editor, `要深入开展${expected}｜`);
  });

  it('knows two sources of one phrase, one of them repaired', async () => {
    await openDraft('大家要｜');
    await driver.ime('撸起袖子', 'luqixiuzi');
    const row = await untilOffered('撸起袖子加油干');
    assert.match(row.description, /2/);
    await driver.screenshot('real-two-sources');
    const { hits } = await extensionApi().service.lookup({ phrase: '撸起袖子加油干' });
    assert.deepEqual(hits.map(hit => path.basename(hit.path).slice(0, 3)).sort(), ['001', '002']);
  });

  it('goes on with a series from its second member', async () => {
    const whole = saying('000', '从差距中', ',');
    const members = whole.split('、');
    assert.equal(members.length, 4);
    const editor = await openDraft(`要${members.slice(0, 2).join('、')}｜`);
    await driver.ime('、', '/');
    const rest = members.slice(2).join('、');
    const row = await untilOffered(rest);
    assert.match(row.description, /1/);
    await driver.screenshot('real-series');
    await until(async () => {
      if ((await driver.suggest())?.find(({ label }) => label === rest)?.focused) return true;
      await driver.press('ArrowDown');
      return false;
    }, 'the rest of the series to be focused');
    await driver.press('Tab');
    await untilDraft(editor, `要${whole}｜`);
  });

  it('offers 三要 on a new line', async () => {
    const restore = await withSetting('jianggao.numbering.continueOnEnter', false);
    const editor = await openDraft('一要守住底线。天天查、处处防。\n二要盯紧进度。周周看、月月评。｜');
    await driver.press('Enter');
    await untilGhost('三要');
    await driver.press('Tab');
    await until(() => draftWithCaret(editor).endsWith('\n三要｜'), 'the marker');
    await restore();
  });

  it('shows document and section of what the pointer is on, and opens the raw file there', async () => {
    const editor = await openDraft('大家要学会十个指头弹钢琴，统筹好各项工作。');
    setCaretAfter(editor, '十个指头');
    await vscode.commands.executeCommand('editor.action.showHover');
    const hover = await until(() => driver.hover(), 'the hover');
    const [hit] = (await extensionApi().service.lookup({ phrase: '十个指头弹钢琴' })).hits;
    assert.equal(path.basename(hit!.path), file('000'));
    assert.ok(hover.text.includes(hit!.title), hover.text);
    assert.ok(hit!.sectionPath.length > 0);
    for (const section of hit!.sectionPath) assert.ok(hover.text.includes(section), hover.text);
    await driver.screenshot('real-hover');
    await driver.click('.monaco-hover a:has-text("打开原文"), .monaco-hover a:has-text("Open source")');
    await until(() => {
      const active = vscode.window.activeTextEditor;
      return (
        active?.document.fileName === path.join(folder, file('000')) &&
        active.document.getText(active.selection) === '十个指头弹钢琴'
      );
    }, 'the raw file at the words');
    await driver.screenshot('real-source');
  });

  it('inserts a section of achievements with blanks to fill', async () => {
    const editor = await openDraft('同志们：\n肯定｜');
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    const isTemplate = (row: { label: string; detail: string; description: string }): boolean =>
      row.label === '肯定成绩' && row.detail.includes('kdcj');
    await until(async () => (await driver.suggest())?.some(isTemplate), 'the template');
    await until(async () => {
      if ((await driver.suggest())?.find(isTemplate)?.focused) return true;
      await driver.press('ArrowDown');
      return false;
    }, 'the template to be focused');
    await driver.press('Tab');
    await until(() => editor.document.lineCount > 4 && /一是/.test(editor.document.getText()), 'the skeleton');
    assert.doesNotMatch(editor.document.getText(), /[$}]/);
    await driver.screenshot('real-skeleton');
  });

  it('nothing of the web mill reaches the list, the hover or a search', async () => {
    const { service } = extensionApi();
    for (const phrase of ['小编', '推荐访问', '免责声明', '下一篇', '第5/6页', '供大家参考']) {
      assert.equal((await service.lookup({ phrase })).occurrences, 0, phrase);
      for (const text of [phrase.slice(0, 2), phrase.slice(0, 3)]) {
        const { suggestions } = await service.complete({ text, mode: 'eager', limit: 50 });
        assert.ok(!suggestions.some(suggestion => suggestion.insertText.includes(phrase)), phrase);
      }
      const found = await service.phraseAt({ text: phrase, offset: 0, minLength: 2 });
      assert.notEqual(found?.phrase, phrase);
    }
  });

  it('says how long a list takes', async () => {
    const times: number[] = [];
    for (let round = 0; round < 10; round++) {
      await openDraft('大家要撸起袖｜');
      const timing = await driver.timeToSuggest('子', 'zi');
      assert.ok(timing);
      times.push(timing.milliseconds);
      await driver.press('Escape');
    }
    report('committed character to visible list', times);
    const asked: number[] = [];
    const words = ['各级各部门要', '抓落实', '要坚持', '一是', '以实干', '同志们', '全力', '加快'];
    for (let round = 0; round < 100; round++) {
      const started = performance.now();
      await extensionApi().service.complete({ text: `大家要${words[round % words.length]}`, mode: 'eager', limit: 12 });
      asked.push(performance.now() - started);
    }
    report('answer of the service to the provider', asked);
    say(`activation: ${extensionApi().activationMilliseconds.toFixed(1)} ms`);
  });
});

function report(what: string, milliseconds: readonly number[]): void {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const at = (share: number): string => sorted[Math.floor((sorted.length - 1) * share)]!.toFixed(1);
  say(`${what}: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, n = ${sorted.length}`);
}

/** The console of a remote extension host is not ours; mocha's is led to the terminal. */
function say(line: string): void {
  Mocha.reporters.Base.consoleLog(`      ${line}`);
}
