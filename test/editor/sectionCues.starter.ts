// Sentences of the corpus at their place in a section, with the corpus that comes with the extension.

import assert from 'node:assert/strict';
import { driver, needsDriver } from './driver.ts';
import { extensionApi, untilOffered } from './extension.ts';
import { closeDrafts, openDraft, until } from './support.ts';

const cue = '当前的突出问题有三个方面。';
const begun =
  '在全市项目推进会上的讲话\n同志们：\n一、肯定成绩\n上半年开局不错。\n二、正视问题，查找不足\n差距摆在桌面上。';

describe('what sections like the one being written say', () => {
  before(async function () {
    needsDriver.call(this);
    await extensionApi().whenReady();
  });
  afterEach(closeDrafts);

  it('is offered, asked for, where a further paragraph begins', async () => {
    const editor = await openDraft(`${begun}\n｜`);
    await driver.press('Alt+/');
    await untilOffered(cue);
    await driver.screenshot('section-cues');
    await driver.type('当前');
    await driver.press('Escape');
    assert.ok(!editor.document.getText().includes(cue));
  });

  it('is offered where a further sentence begins, and taken with one key', async () => {
    const editor = await openDraft(`${begun}｜`);
    await driver.press('Alt+/');
    await untilOffered(cue);
    const rows = await until(() => driver.suggest(), 'the list');
    for (const { label } of rows) {
      if (label.startsWith('当前的突出')) break;
      await driver.press('ArrowDown');
    }
    await driver.press('Tab');
    await until(() => editor.document.getText().endsWith(`差距摆在桌面上。${cue}`), 'the sentence');
  });

  it('stands above the sections of «看看别人怎么写这一段», with its source', async () => {
    const editor = await openDraft(`${begun}\n｜`);
    await driver.press('F1');
    await driver.type('See How Others');
    const rows = () => driver.text('.quick-input-list .label-name');
    await until(async () => (await rows())[0]?.includes('See How Others'), 'the command');
    await driver.press('Enter');
    await until(async () => (await rows()).includes(cue), 'the sentences');
    await driver.screenshot('see-others-cues');
    await driver.type(cue.slice(0, 8));
    await until(async () => (await rows())[0] === cue, 'the sentence alone');
    await driver.press('Enter');
    await until(() => editor.document.getText().endsWith(`\n${cue}`), 'the sentence in the draft');
    await until(async () => (await driver.text('.statusbar-item')).join().includes('《'), 'the source to be named');
  });
});
