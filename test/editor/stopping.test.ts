import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type CorpusFolder, enterCorpus, untilKnown } from './corpusFolder.ts';
import { driver, needsDriver } from './driver.ts';
import { extensionApi, fixtureCorpus } from './extension.ts';
import { closeDrafts, never, openDraft, until } from './support.ts';

/** Enough to be stopped in the middle by hand. */
const speeches = 900;
const words = [...'山水路桥田茶春秋人心事业河堤船岸早晚稳实干好清明'];

describe('indexing', () => {
  let corpus: CorpusFolder | undefined;

  before(async function () {
    needsDriver.call(this);
    await fixtureCorpus();
    await vscode.commands.executeCommand('notifications.clearAll'); // what other tests have led to
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await closeDrafts();
    await corpus?.leave();
    corpus = undefined;
  });

  const item = async () => (await driver.text('[id="jianggao.jianggao.menu"] .statusbar-item-label'))[0] ?? '';
  const untilItem = (pattern: RegExp, limit?: number) =>
    until(async () => pattern.test(await item()), `${pattern} in the status bar`, limit);
  const messages = () => driver.text('.notification-list-item-message');
  const untilTold = async (pattern: RegExp) => {
    await vscode.commands.executeCommand('notifications.showList');
    await until(async () => (await messages()).some(text => pattern.test(text)), `${pattern} in a message`);
  };
  const choose = async (pattern: RegExp, words: string) => {
    await driver.click('[id="jianggao.jianggao.menu"] a');
    await until(
      async () => (await driver.text('.quick-input-list .label-name')).some(text => pattern.test(text)),
      `${pattern} in the menu`,
    );
    await driver.screenshot(`indexing-menu-${words}`);
    await driver.press('Enter'); // it is the first
  };

  it('counts files, is stopped and resumed from the menu, and keeps what was read', async function () {
    this.timeout(120_000);
    await openDraft('同志们：');
    corpus = await enterCorpus(
      Object.fromEntries(Array.from({ length: speeches }, (_, n) => [`${1000 + n}.txt`, speech(n)])),
    );
    await untilItem(/\d+\/900/);
    await driver.screenshot('indexing');
    await choose(/停止索引|Stop indexing/, 'stop');
    await untilItem(/已暂停|paused/, 60_000); // once what was read is written
    await driver.screenshot('indexing-paused');
    const read = (await extensionApi().service.stats()).documents;
    assert.ok(read > 0 && read < speeches, `${read} documents`);

    // Nothing goes on by itself, and nobody is told off.
    corpus.write('新来.txt', '同志们：\n满山的绿就是满仓的粮。\n');
    await never(async () => !/已暂停|paused/.test(await item()), 'it goes on', 2_500);
    await vscode.commands.executeCommand('notifications.showList');
    assert.deepEqual(await messages(), []);

    await choose(/继续索引|Resume indexing/, 'resume');
    await untilTold(/\d+\/901/);
    await driver.screenshot('indexing-resumed');
    await untilItem(/✓/, 60_000);
    await untilKnown('满山的绿就是满仓的粮');
    assert.equal((await extensionApi().service.stats()).documents, speeches + 1);
  });

  it('is stopped by the progress message of a rebuild', async function () {
    this.timeout(120_000);
    await openDraft('同志们：');
    corpus = await enterCorpus(
      Object.fromEntries(Array.from({ length: speeches }, (_, n) => [`${1000 + n}.txt`, speech(n)])),
    );
    await untilItem(/\d+\/900/);
    await untilItem(/✓/, 60_000);
    const rebuilt = vscode.commands.executeCommand('jianggao.reindex');
    await untilTold(/\d+\/900/);
    await driver.screenshot('indexing-rebuilt');
    await driver.click('.notification-list-item-buttons-container .monaco-button');
    await untilItem(/已暂停|paused/);
    await rebuilt;
    await never(async () => (await messages()).filter(text => /失败|failed/.test(text)), 'an error');
  });
});

/** A text of its own for each `n`. */
function speech(n: number): string {
  let state = n * 7919 + 17;
  const next = () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return words[Math.floor(state / 65536) % words.length]!;
  };
  const sentence = () => `${Array.from({ length: 12 }, next).join('')}，${Array.from({ length: 9 }, next).join('')}。`;
  const paragraph = () => Array.from({ length: 8 }, sentence).join('');
  return `第${n}次会上的讲话\n\n同志们：\n${Array.from({ length: 30 }, paragraph).join('\n')}\n`;
}
