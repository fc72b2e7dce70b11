import assert from 'node:assert/strict';
import { driver, needsDriver } from './driver.ts';
import { fixtureCorpus, untilClosed, untilOffered } from './extension.ts';
import { closeDrafts, openDraft, until } from './support.ts';

describe('structure templates', () => {
  before(async function () {
    needsDriver.call(this);
    await fixtureCorpus();
  });
  afterEach(closeDrafts);

  it('comes by its Chinese head at the start of a line, once, and fills in by input method', async () => {
    const editor = await openDraft('｜');
    await driver.ime('肯定', 'kending');
    await untilOffered('肯定成绩');
    const rows = (await driver.suggest()) ?? [];
    assert.equal(rows.filter(row => row.label === '肯定成绩').length, 1);
    await driver.screenshot('template-head');
    await driver.press('Tab');
    await until(() => editor.document.getText().includes('一是某项工作实现新突破'), 'the template');
    await driver.screenshot('template-choice');
    const choices = await until(() => driver.suggest(), 'the choices');
    assert.ok(choices.some(row => row.label === '半年来'));
    await driver.press('ArrowDown');
    await driver.press('Enter');
    await until(() => editor.document.getText().startsWith('半年来，面对'), 'the choice');
    // The choice made, the next stop is selected.
    await driver.ime('新情况', 'xinqingkuang');
    await until(
      () => editor.document.getText().startsWith('半年来，面对新情况，在上级组织的'),
      'the stop to be filled',
    );
  });

  it('comes by its head inside a run of text', async () => {
    const editor = await openDraft('下面我们部署｜');
    await driver.ime('任', 'ren');
    await untilOffered('部署任务');
    await driver.press('Tab');
    await until(() => editor.document.getText().startsWith('下面我们下一步，要紧紧围绕'), 'the template');
  });

  it('comes by initials typed right after Chinese', async () => {
    const editor = await openDraft('各位代表，｜');
    await driver.type('czbz');
    await untilOffered('查找不足');
    await driver.press('Tab');
    await until(() => editor.document.getText().startsWith('各位代表，在看到成绩的同时'), 'the template');
  });

  it('stays away from an empty line', async () => {
    await openDraft('｜');
    await driver.press('Enter');
    await untilClosed();
    assert.equal(await driver.suggest(), null);
  });

  it('comes by command, with a preview', async () => {
    const editor = await openDraft('｜');
    await driver.press('Control+Alt+t');
    const labels = (): Promise<readonly string[]> => driver.text('.quick-input-list .label-name');
    await until(async () => (await labels()).includes('肯定成绩'), 'the list of templates');
    await driver.screenshot('template-pick');
    await driver.ime('动员', 'dongyuan');
    await until(async () => (await labels())[0] === '动员部署会', 'the list to be filtered');
    await driver.press('Enter');
    await until(() => editor.document.getText().startsWith('在会议名上的讲话'), 'the skeleton');
    await driver.screenshot('template-skeleton');
  });
});
