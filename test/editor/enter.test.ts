import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { driver, needsDriver } from './driver.ts';
import { fixtureCorpus, untilClosed, untilOffered, withSetting } from './extension.ts';
import { closeDrafts, openDraft, until, untilDraft } from './support.ts';

describe('Enter while a list is open', () => {
  let restore: (() => Promise<void>) | undefined;
  let undo: (() => Promise<void>) | undefined;

  before(async function () {
    needsDriver.call(this);
    await fixtureCorpus();
    restore = await withSetting('jianggao.ghostText.enabled', false); // where there is ghost text no list opens
  });
  afterEach(async () => {
    await closeDrafts();
    await undo?.();
    undo = undefined;
  });
  after(() => restore?.());

  const acceptThenSeeMore = async () => {
    const editor = await openDraft('会上说｜');
    await driver.ime('功夫', 'gongfu');
    await untilOffered('功夫下在河里');
    await driver.press('Tab');
    await untilDraft(editor, '会上说功夫下在河里｜'); // the list before it has this row too
    await untilOffered('功夫下在河里，口碑立在岸上');
    return editor;
  };

  it('takes the first row after typing, as everywhere', async () => {
    const editor = await openDraft('会上说｜');
    await driver.ime('功夫', 'gongfu');
    await untilOffered('功夫下在河里');
    await driver.press('Enter');
    await untilDraft(editor, '会上说功夫下在河里｜');
  });

  for (const before of ['一、会上说', '　　（一）会上说']) {
    it(`ends a heading, and Tab takes the row: ${before}`, async () => {
      const editor = await openDraft(`${before}｜`);
      await driver.ime('功夫', 'gongfu');
      await untilOffered('功夫下在河里');
      await driver.press('Enter');
      await until(() => editor.document.lineCount > 1, 'the line break');
      assert.equal(editor.document.lineAt(0).text, `${before}功夫`);
      const other = await openDraft(`${before}｜`);
      await driver.ime('功夫', 'gongfu');
      await untilOffered('功夫下在河里');
      await driver.press('Tab');
      await untilDraft(other, `${before}功夫下在河里｜`);
    });
  }

  it('breaks the line right after an accepted phrase, and typing goes on there', async () => {
    const editor = await acceptThenSeeMore();
    await driver.press('Enter');
    await driver.type('abc', 0);
    await untilDraft(editor, '会上说功夫下在河里\nabc｜');
  });

  it('leaves Tab to take the row there', async () => {
    const editor = await acceptThenSeeMore();
    await driver.press('Tab');
    await untilDraft(editor, '会上说功夫下在河里，口碑立在岸上｜');
  });

  it('takes the row again once typing has gone on', async () => {
    const editor = await acceptThenSeeMore();
    await driver.ime('，', ',');
    await until(() => editor.document.getText().endsWith('，'), 'the comma');
    await untilOffered('口碑立在岸上');
    await driver.press('Enter');
    await untilDraft(editor, '会上说功夫下在河里，口碑立在岸上｜');
  });

  it('takes the row when the list was asked for', async () => {
    const editor = await acceptThenSeeMore();
    await driver.press('Escape');
    await untilClosed();
    await driver.press('Alt+/');
    await untilOffered('功夫下在河里，口碑立在岸上');
    await driver.press('Enter');
    await untilDraft(editor, '会上说功夫下在河里，口碑立在岸上｜');
  });

  it('goes on with the list right after an accepted phrase that ends an item', async () => {
    const editor = await openDraft('一要守住排口。会上说｜');
    await driver.ime('功夫', 'gongfu');
    await untilOffered('功夫下在河里');
    await driver.press('Tab');
    await untilOffered('功夫下在河里，口碑立在岸上');
    await driver.press('Enter');
    await untilDraft(editor, '一要守住排口。会上说功夫下在河里。\n二要｜');
  });

  it('leaves an empty line where only the next marker of a series is offered', async () => {
    undo = await withSetting('jianggao.numbering.continueOnEnter', false);
    const editor = await openDraft('一要守住排口。逐个挂牌。\n二要管好船只。登记造册。｜');
    await driver.press('Enter');
    await untilOffered('三要');
    await driver.press('Enter');
    await untilDraft(editor, '一要守住排口。逐个挂牌。\n二要管好船只。登记造册。\n\n｜');
  });

  it('takes the row the user has moved to', async () => {
    const editor = await acceptThenSeeMore();
    await until(async () => ((await driver.suggest())?.length ?? 0) > 1, 'more rows');
    const before = editor.document.getText();
    await driver.press('ArrowDown');
    const row = await until(async () => (await driver.suggest())?.slice(1).find(({ focused }) => focused), 'the move');
    await delay(100); // the extension hears of the move a moment later than the window
    await driver.press('Enter');
    await until(() => editor.document.getText() !== before, 'the row');
    assert.ok(!editor.document.getText().includes('\n'), `${row.label} was not taken`);
  });
});
