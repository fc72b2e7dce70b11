import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { driver, needsDriver } from './driver.ts';
import { fixtureCorpus, withSetting } from './extension.ts';
import { closeDrafts, draftWithCaret, never, openDraft, until, untilDraft } from './support.ts';

const draft = [
  '在全县茶园管护动员会上的讲话',
  '',
  '同志们：',
  '一、看清形势，把管护当成大事',
  '春茶一刻也等不得。山上的活早一天干，树上的芽就早一天长。',
  '二、突出重点，把措施落到地块',
  '（一）抓修剪',
  '剪刀要快，下手要准。',
  '（二）抓施肥',
  '有机肥按亩均200公斤备足。',
  '三、压实责任，把活干到实处',
  '谁的地块谁负责。<img src=x onerror=alert(1)>',
].join('\n');

describe('length of a draft', () => {
  before(async function () {
    needsDriver.call(this);
    await fixtureCorpus();
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await closeDrafts();
  });

  const label = async () => (await driver.text('[id="jianggao.jianggao.length"] .statusbar-item-label'))[0] ?? '';
  const untilLabel = (pattern: RegExp) =>
    until(async () => {
      assert.match(await label(), pattern);
      return true;
    }, `${pattern} in the status bar`);
  const rows = () => driver.webviewText('li');
  const untilRow = (pattern: RegExp) =>
    until(async () => {
      assert.match((await rows()).join('\n'), pattern);
      return true;
    }, `${pattern} in the view`);
  const showView = async () => {
    await driver.click('[id="jianggao.jianggao.length"] a');
    await untilRow(/看清形势/);
  };

  const untilFocused = (pattern: RegExp) =>
    until(async () => {
      assert.match((await driver.webviewText('li:focus')).join(), pattern);
      return true;
    }, `the focus on ${pattern}`);

  it('stands in the status bar, follows what is typed, and tells of a selection', async () => {
    const editor = await openDraft('同志们：\n真抓实干｜');
    await untilLabel(/^8(字 · 不到1分钟| characters · under 1 min)$/);
    await driver.ime('，务求实效', 'wuqiushixiao');
    await untilLabel(/^13/);
    editor.selection = new vscode.Selection(1, 0, 1, 4);
    await untilLabel(/^(选中4字|4 characters)/);
    await driver.screenshot('length-status');
  });

  it('does not count what is still being composed as said', async () => {
    await openDraft('同志们：｜');
    await untilLabel(/^4/);
    await driver.compose('zhenzhuashigan');
    await never(async () => /^[678]/.test(await label()), 'many characters');
    await driver.commit('真抓实干');
    await untilLabel(/^8/);
  });

  it('asks for no room where there is no draft, and the view says so', async () => {
    await openDraft('同志们：');
    await vscode.commands.executeCommand('jianggao.proportions.focus');
    await closeDrafts();
    await until(async () => (await label()) === '', 'the item to go');
    await until(
      async () => (await driver.webviewText('p')).some(text => /打开一份讲稿|Open a draft/.test(text)),
      'what the view waits for',
    );
  });

  it('is shared out among the sections in a view that keys move through', async () => {
    const editor = await openDraft(`${draft}｜`);
    await untilLabel(/字|characters/);
    await showView();
    assert.equal((await rows()).length, 6);
    await untilRow(/（二）抓施肥.*\n.*\n.*\d+%/);
    await driver.screenshot('proportions');

    await driver.webviewClick('li .title');
    await untilDraft(editor, draft.replace('同志们', '｜同志们'));
    await vscode.commands.executeCommand('jianggao.proportions.focus');
    await untilFocused(/^同志们/);
    for (const row of [/^一、/, /^二、/, /^（一）/]) {
      await driver.press('ArrowDown');
      await untilFocused(row);
    }
    await driver.screenshot('proportions-keys');
    await driver.press('Enter');
    await untilDraft(editor, draft.replace('（一）', '｜（一）'));
    await until(
      async () => (await driver.webviewText('li[aria-selected="true"]')).some(text => text.includes('（一）抓修剪')),
      'the row of the caret',
    );
  });

  it('follows the draft, and draws its text as text', async () => {
    const editor = await openDraft(draft);
    await showView();
    await driver.clickAt('压实责任');
    await driver.press('Home');
    for (const _ of '三、压实责任') await driver.press('ArrowRight');
    await driver.ime('，人人有责', 'renrenyouze');
    await untilRow(/压实责任，人人有责/);
    await driver.insertText('<img src=x onerror=alert(1)>');
    await untilRow(/<img src=x/);
    assert.deepEqual(await driver.webviewText('img'), []);
    assert.ok(draftWithCaret(editor).includes('onerror=alert(1)>｜'));
  });

  for (const theme of ['Default Dark Modern', 'Default High Contrast', 'Default High Contrast Light']) {
    it(`can be read in ${theme}, and at twice the size`, async () => {
      const configuration = vscode.workspace.getConfiguration('workbench');
      await configuration.update('colorTheme', theme, vscode.ConfigurationTarget.Global);
      try {
        await openDraft(draft);
        await showView();
        await driver.screenshot(`proportions-${theme.replaceAll(' ', '-').toLowerCase()}`);
        await driver.zoom(2);
        await untilRow(/抓修剪/);
        await driver.screenshot(`proportions-${theme.replaceAll(' ', '-').toLowerCase()}-200`);
      } finally {
        await driver.zoom(1);
        await configuration.update('colorTheme', undefined, vscode.ConfigurationTarget.Global);
      }
    });
  }

  it('goes by the count that is set', async () => {
    await openDraft('真抓——实干……｜');
    await untilLabel(/^8/);
    const restore = await withSetting('jianggao.length.rule', 'libreOffice');
    try {
      await untilLabel(/^5/);
      await driver.screenshot('length-libreoffice');
    } finally {
      await restore();
    }
    await untilLabel(/^8/);
  });

  it('goes by the rate that is set', async () => {
    await openDraft('真抓实干，务求实效。'.repeat(100));
    await untilLabel(/1,000.*6/);
    const restore = await withSetting('jianggao.speech.rate', 250);
    try {
      await untilLabel(/1,000.*4/);
    } finally {
      await restore();
    }
  });
});
