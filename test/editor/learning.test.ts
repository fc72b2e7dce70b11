import * as vscode from 'vscode';
import { driver, needsDriver } from './driver.ts';
import { extensionApi, fixtureCorpus, untilOffered } from './extension.ts';
import { closeDrafts, openDraft, until, untilDraft } from './support.ts';

describe('learning', () => {
  const remembered = async () => (await extensionApi().service.learn({})).suggestions;

  before(async function () {
    needsDriver.call(this);
    await fixtureCorpus();
    void vscode.commands.executeCommand('jianggao.forgetLearned');
    await until(async () => (await remembered()) === 0, 'an empty memory');
  });
  afterEach(closeDrafts);

  it('counts an accepted row, and forgets it when told', async () => {
    const editor = await openDraft('会上说｜');
    await driver.ime('功夫', 'gongfu');
    await untilOffered('功夫下在河里');
    await driver.press('Tab');
    await untilDraft(editor, '会上说功夫下在河里｜');
    await until(async () => (await remembered()) === 1, 'the acceptance to be counted');
    void vscode.commands.executeCommand('jianggao.forgetLearned');
    await until(async () => (await remembered()) === 0, 'the acceptance to be forgotten');
  });

  it('counts a first row that was typed past', async () => {
    await openDraft('会上说｜');
    await driver.ime('功夫', 'gongfu');
    await untilOffered('功夫下在河里');
    await driver.ime('深', 'shen');
    await until(async () => (await remembered()) === 1, 'the refusal to be counted');
  });
});
