import * as vscode from 'vscode';
import { driver, needsDriver } from './driver.ts';
import { fixtureCorpus, withSetting } from './extension.ts';
import { closeDrafts, openDraft, until } from './support.ts';

describe('status bar', () => {
  const item = async () => (await driver.text('[id="jianggao.jianggao.jianggao"] .statusbar-item-label'))[0] ?? '';
  const untilItem = (pattern: RegExp) => until(async () => pattern.test(await item()), `${pattern} in the status bar`);
  const choose = async (pattern: RegExp) => {
    await driver.click('[id="jianggao.jianggao.jianggao"] a');
    const label = await until(
      async () => (await driver.text('.quick-input-list .label-name')).find(text => pattern.test(text)),
      'the menu',
    );
    return label;
  };

  before(async function () {
    needsDriver.call(this);
    await fixtureCorpus();
  });
  afterEach(closeDrafts);

  it('says that the corpus is ready, and offers everything there is to switch', async () => {
    await openDraft('同志们：');
    await untilItem(/讲稿.*✓/);
    await choose(/重建索引|Rebuild/);
    await driver.screenshot('status-menu');
    await driver.press('Escape');
  });

  it('switches off and on', async () => {
    const restore = await withSetting('jianggao.enabled', true);
    try {
      await openDraft('同志们：');
      await vscode.commands.executeCommand('jianggao.toggle');
      await untilItem(/关闭|off/);
      await vscode.commands.executeCommand('jianggao.toggle');
      await untilItem(/✓/);
    } finally {
      await restore();
    }
  });

  it('enables a kind of document where one is open', async () => {
    const restore = await withSetting('jianggao.languages', ['jianggao']);
    try {
      await openDraft('同志们：', 'markdown');
      await untilItem(/○/);
      await choose(/markdown/);
      await driver.type('markdown');
      await driver.press('Enter');
      await untilItem(/✓/);
    } finally {
      await restore();
    }
  });
});
