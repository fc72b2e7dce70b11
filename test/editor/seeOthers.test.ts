import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { driver, needsDriver } from './driver.ts';
import { fixtureCorpus, untilOffered } from './extension.ts';
import { closeDrafts, openDraft, until } from './support.ts';

const rows = (): Promise<readonly string[]> => driver.text('.quick-input-list .label-name');
const focused = async (): Promise<string> => (await driver.text('.quick-input-list .focused .label-name'))[0] ?? '';
const source = async (): Promise<string> =>
  (await driver.text('.quick-input-list .focused .label-description'))[0] ?? '';
const draft =
  '在青石镇河道推进会上的讲话\n同志们：\n一、看清形势\n水等不得。\n二、突出重点\n｜\n三、压实责任\n谁的河段谁管。';

describe('how others wrote a section', () => {
  before(async function () {
    needsDriver.call(this);
    await fixtureCorpus();
  });
  afterEach(closeDrafts);

  /** Asks by keys for sections like the one at the caret. */
  const ask = async (): Promise<void> => {
    await driver.press('F1');
    await driver.type('See How Others');
    await until(async () => (await rows())[0]?.includes('See How Others'), 'the command');
    await driver.press('Enter');
    await until(async () => (await focused()) === '二、突出重点，抓好落实', 'sections of the corpus');
  };

  const untilWays = () => until(async () => /outline|作为提纲/.test((await rows())[0] ?? ''), 'the two ways');

  it('shows the section of a real speech beside the draft, and takes its outline', async () => {
    const editor = await openDraft(draft);
    await ask();
    assert.ok((await source()).includes('推进会'), 'the source stands in the row');
    await until(
      () => vscode.window.visibleTextEditors.some(({ document }) => document.uri.path.endsWith('推进会.md')),
      'the source beside the draft',
    );
    await driver.screenshot('see-others');
    await driver.press('Enter');
    await untilWays();
    await driver.screenshot('see-others-way');
    await driver.press('Enter');
    const marks = '一要守住排口。\n二要管好船只。\n三要护好堤岸。';
    await until(() => editor.document.getText().includes(marks), 'the outline without words');
    // The draft has its heading already, so the model's is left out and nothing is to be counted anew.
    assert.match(editor.document.getText(), /\n二、突出重点\n一要守住排口。/);
    assert.match(editor.document.getText(), /\n三、压实责任\n谁的河段谁管。$/);
    await driver.ime('先清排口', 'xianqing');
    await until(() => editor.document.getText().includes('一要守住排口。先清排口\n'), 'the first stop to be filled in');
    await driver.press('Tab');
    await driver.ime('再管船只', 'zaiguan');
    await until(() => editor.document.getText().includes('二要管好船只。再管船只\n'), 'the second stop');
    await driver.screenshot('see-others-outline');
  });

  it('takes the text to adapt, with its heading counted on where the draft has none', async () => {
    const editor = await openDraft('一、看清形势\n水等不得。\n二、突出重点\n排口要管。\n｜');
    await ask();
    await driver.press('Enter');
    await untilWays();
    await driver.press('ArrowDown');
    await driver.press('Enter');
    await until(
      () => editor.document.getText().includes('三、突出重点，抓好落实\n一要守住排口。沿河四十二个排口'),
      'the text',
    );
    await until(async () => (await driver.text('.statusbar-item')).join().includes('推进会'), 'the source to be named');
  });

  it('leaves nothing behind if none is taken', async () => {
    const editor = await openDraft(draft);
    const before = editor.document.getText();
    await ask();
    await until(() => vscode.window.visibleTextEditors.length > 1, 'the source beside the draft');
    await driver.press('Enter');
    await untilWays();
    await driver.press('Escape');
    await until(() => vscode.window.tabGroups.all.flatMap(group => group.tabs).length === 1, 'the source to be closed');
    assert.equal(editor.document.getText(), before);
  });

  it('is offered below the templates and, asked for, in the list at the beginning of a section', async () => {
    await openDraft(draft);
    await driver.press('Alt+/');
    await untilOffered('少念稿子，多拉家常，让人听得懂、记得住。');
    await driver.screenshot('section-openings');
    await driver.press('Escape');
    await driver.press('Control+Alt+m');
    await until(async () => (await rows()).includes('肯定成绩'), 'the templates');
    await driver.type('突出重点，抓好落实');
    await until(async () => (await rows()).includes('二、突出重点，抓好落实'), 'the section of the corpus');
    await driver.screenshot('template-models');
    await driver.press('Escape');
  });
});
