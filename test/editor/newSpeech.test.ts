import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { outline } from '../../src/core/structure/outline.ts';
import { driver, needsDriver } from './driver.ts';
import { fixtureCorpus } from './extension.ts';
import { closeDrafts, openDraft, until } from './support.ts';

/** A new user may take this long, in milliseconds. */
const twoMinutes = 120_000;

const rows = (): Promise<readonly string[]> => driver.text('.quick-input-list .label-name');
const title = async (): Promise<string> => (await driver.text('.quick-input-title')).join();
const isAsking = (what: string) => until(async () => (await title()).includes(what), `the question for ${what}`);

describe('a new speech', () => {
  before(async function () {
    needsDriver.call(this);
    await fixtureCorpus();
  });
  afterEach(closeDrafts);

  it('has six sections of a 动员部署会 in two minutes, by keys alone', async () => {
    const started = performance.now();
    await driver.press('F1');
    await driver.type('New Speech');
    await until(async () => (await rows())[0]?.includes('New Speech'), 'the command');
    await driver.press('Enter');
    await until(async () => (await rows())[0] === '动员部署会', 'the occasions');
    await driver.screenshot('new-speech-occasion');
    await driver.type('dybsh');
    await until(async () => !(await rows()).includes('总结表彰会'), 'the occasions to be filtered');
    await driver.press('Enter');
    await isAsking('会议名');
    await driver.ime('全县护渠动员会', 'huqu');
    await driver.screenshot('new-speech-variable');
    await driver.press('Enter');
    await isAsking('时间');
    await vscode.commands.executeCommand('workbench.action.quickInputBack');
    await isAsking('会议名');
    await driver.press('Enter');
    await isAsking('时间');
    await driver.press('Enter');
    await isAsking('讲话人');
    await driver.ime('县长　某某', 'xianzhang');
    await driver.press('Enter');
    await until(async () => (await rows()).includes('肯定成绩，坚定信心'), 'the parts');
    // The three of the template are ticked; below them others can be, of which 查找不足 goes up one.
    const selected = (count: number) =>
      until(async () => (await driver.text('.quick-input-count')).join().includes(`${count}`), `${count} ticked parts`);
    for (let row = 1; row <= 4; row++) await driver.press('ArrowDown');
    await driver.press('Space');
    await selected(4);
    await driver.press('ArrowDown');
    await driver.press('Space');
    await selected(5);
    await driver.press('Alt+ArrowUp');
    await until(
      async () => (await rows()).indexOf('正视不足，找准差距') < (await rows()).indexOf('肯定成绩，坚定信心'),
      'the row to move',
    );
    await driver.press('ArrowDown');
    await driver.press('ArrowDown');
    await driver.press('Space');
    await selected(6);
    await driver.screenshot('new-speech-parts');
    await driver.press('Enter');
    const editor = await until(() => {
      const active = vscode.window.activeTextEditor;
      return active?.document.isUntitled && active.document.getText() !== '' ? active : undefined;
    }, 'the draft');
    assert.ok(performance.now() - started < twoMinutes);
    const text = editor.document.getText();
    assert.equal(editor.document.languageId, 'jianggao');
    const now = new Date();
    assert.ok(
      text.startsWith(
        `在全县护渠动员会上的讲话\n（${now.getFullYear()}年${now.getMonth() + 1}月${now.getDate()}日）\n县长　某某\n`,
      ),
    );
    assert.match(text, /我讲六点意见/);
    assert.doesNotMatch(text, /[${}|\\]/u);
    assert.deepEqual(
      outline(text).map(({ title, function: name }) => `${/^[一二三四五六]、/.exec(title)?.[0] ?? ''}${name}`),
      [
        '称谓',
        '一、形势意义',
        '二、部署任务',
        '三、要求保障',
        '四、查找不足',
        '五、肯定成绩',
        '六、总要求',
        '号召结尾',
      ],
    );
    // The first stop is a choice, the second is typed.
    await driver.screenshot('new-speech-draft');
    await driver.press('Enter');
    await driver.ime('护渠', 'huqu');
    await until(() => editor.document.getText().includes('主要任务是护渠，动员'), 'the first stops to be filled in');
  });

  it('begins in an empty draft, which it fills, and remembers who speaks', async () => {
    const editor = await openDraft('');
    await until(
      async () => (await driver.text('.codelens-decoration')).join().includes('New speech'),
      'the invitation',
    );
    await driver.screenshot('new-speech-empty');
    const command = vscode.commands.executeCommand('jianggao.newSpeech');
    await until(async () => (await rows())[0] === '动员部署会', 'the occasions');
    await driver.press('Enter');
    for (const what of ['会议名', '时间', '讲话人']) {
      await isAsking(what);
      await driver.press('Enter');
    }
    await until(async () => (await rows()).includes('肯定成绩，坚定信心'), 'the parts');
    await driver.press('Enter');
    await until(() => editor.document.getText().includes('\n县长　某某\n'), 'the draft to be filled');
    await command;
    assert.match(editor.document.getText(), /我讲三点意见/);
  });

  it('is nothing if the dialogue is left', async () => {
    const editor = await openDraft('');
    const command = vscode.commands.executeCommand('jianggao.newSpeech');
    await until(async () => (await rows())[0] === '动员部署会', 'the occasions');
    await driver.press('Escape');
    await command;
    assert.equal(editor.document.getText(), '');
  });
});
