import * as vscode from 'vscode';
import { driver, needsDriver } from './driver.ts';
import { fixtureCorpus, untilGhost, untilOffered, wakeGhostText, withSetting } from './extension.ts';
import { closeDrafts, never, openDraft, until } from './support.ts';

describe('status bar', () => {
  const item = async () => (await driver.text('[id="jianggao.jianggao.menu"] .statusbar-item-label'))[0] ?? '';
  const untilItem = (pattern: RegExp) => until(async () => pattern.test(await item()), `${pattern} in the status bar`);
  const choose = async (pattern: RegExp) => {
    await driver.click('[id="jianggao.jianggao.menu"] a');
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
      await untilItem(/○/);
      await vscode.commands.executeCommand('jianggao.toggle');
      await untilItem(/✓/);
    } finally {
      await restore();
    }
  });

  it('switches list and ghost text off and on by one click, at once', async () => {
    const restore = await withSetting('jianggao.enabled', true);
    const place = '[id="jianggao.jianggao.switch"]';
    const label = async () => (await driver.text(`${place} .statusbar-item-label`))[0] ?? '';
    const untilSwitch = (pattern: RegExp) =>
      until(async () => pattern.test(await label()), `${pattern} in the status bar`);
    try {
      await wakeGhostText();
      await openDraft('会上说功夫下在河｜');
      await untilSwitch(/提示$|Suggesting$/);
      await driver.ime('里', 'li');
      await untilGhost('，口碑立在岸上');
      await driver.screenshot('switch-on');
      await driver.click(`${place} a`);
      await untilSwitch(/已关|off/);
      await until(async () => (await driver.ghost()) === '', 'the ghost text to go');
      await driver.screenshot('switch-off');
      await openDraft('会上说功夫下在河｜');
      await driver.ime('里', 'li');
      await never(async () => (await driver.ghost()) || (await driver.suggest()), 'anything while switched off');
      await vscode.commands.executeCommand('jianggao.toggle');
      await untilSwitch(/提示$|Suggesting$/);
      await openDraft('会上说｜');
      await driver.ime('功夫', 'gongfu');
      await untilOffered('功夫下在河里');
    } finally {
      await restore();
    }
  });

  it('enables a kind of document where one is open', async () => {
    const restore = await withSetting('jianggao.languages', ['jianggao']);
    try {
      await openDraft('同志们：', 'markdown');
      await untilItem(/○/);
      await choose(/Markdown/);
      await driver.type('(Markdown)');
      await driver.press('Enter');
      await untilItem(/✓/);
    } finally {
      await restore();
    }
  });
});
