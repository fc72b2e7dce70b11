import * as vscode from 'vscode';
import { driver, needsDriver } from './driver.ts';
import { fixtureCorpus, untilClosed, untilOffered, withSetting } from './extension.ts';
import { closeDrafts, never, openDraft, until, untilDraft } from './support.ts';

const phrase = '功夫下在河里';

describe('opening of the list', () => {
  const undo: (() => Promise<void>)[] = [];
  const set = async (...change: Parameters<typeof withSetting>) => void undo.push(await withSetting(...change));

  before(async function () {
    needsDriver.call(this);
    await fixtureCorpus();
  });
  afterEach(async () => {
    await closeDrafts();
    for (const restore of undo.splice(0).reverse()) await restore();
  });

  it('leaves plain text and Markdown alone unless they are enabled, and follows the setting at once', async () => {
    for (const language of ['plaintext', 'markdown'] as const) {
      await openDraft('会上说｜', language);
      await driver.ime('功夫', 'gongfu');
      await never(
        () => driver.suggest().then(rows => rows?.filter(row => row.label === phrase)),
        `a list in ${language}`,
      );
      await set('jianggao.languages', ['jianggao', language]);
      await openDraft('会上说｜', language);
      await driver.ime('功夫', 'gongfu');
      await untilOffered(phrase);
      await driver.press('Escape');
    }
  });

  it('stays shut when the extension is switched off', async () => {
    await set('jianggao.enabled', false);
    await openDraft('会上说｜');
    await driver.ime('功夫', 'gongfu');
    await never(() => driver.suggest(), 'a list while switched off');
  });

  it('waits for the minimum length', async () => {
    await set('jianggao.completion.minimumLength', 3);
    await openDraft('｜');
    await driver.ime('功夫', 'gongfu');
    await never(() => driver.suggest(), 'a list after two characters');
    await driver.ime('下', 'xia');
    await untilOffered(phrase);
  });

  it('stays shut in the clause after Esc and opens in the next', async () => {
    const editor = await openDraft('会上说｜');
    await driver.ime('功夫', 'gongfu');
    await untilOffered(phrase);
    await driver.press('Escape');
    await untilClosed();
    await driver.ime('下', 'xia');
    await never(() => driver.suggest(), 'a list in the muted clause');
    await driver.ime('，', ',');
    await driver.ime('功夫', 'gongfu');
    await untilOffered(phrase);
    await driver.press('Tab');
    await untilDraft(editor, '会上说功夫下，功夫下在河里｜');
  });

  it('does not open after a long paste or an undo', async () => {
    await openDraft('会上说｜');
    await vscode.env.clipboard.writeText('今天把大家请到河边来开会，就是要当面锣、对面鼓，功夫');
    await vscode.commands.executeCommand('editor.action.clipboardPasteAction');
    await never(() => driver.suggest(), 'a list after a paste');
    await driver.press('Control+z');
    await never(() => driver.suggest(), 'a list after undo');
  });

  it('does not open for two carets', async () => {
    const editor = await openDraft('甲\n乙');
    const ends = [new vscode.Position(0, 1), new vscode.Position(1, 1)];
    editor.selections = ends.map(position => new vscode.Selection(position, position));
    await driver.ime('功夫', 'gongfu');
    await until(() => editor.document.getText() === '甲功夫\n乙功夫', 'both texts');
    await never(() => driver.suggest(), 'a list for two carets');
  });

  it('opens by key only when set to manual', async () => {
    await set('jianggao.completion.trigger', 'manual');
    const editor = await openDraft('会上说｜');
    await driver.ime('功夫', 'gongfu');
    await never(() => driver.suggest(), 'a list by itself');
    await driver.press('Alt+/');
    await untilOffered(phrase);
    await driver.ime('下', 'xia');
    await untilDraft(editor, '会上说功夫下｜');
    await untilOffered(phrase);
  });

  it('opens by key for a single character', async () => {
    await openDraft('会上说：｜');
    await driver.ime('功', 'gong');
    await never(() => driver.suggest(), 'a list after one character');
    await driver.press('Alt+/');
    await untilOffered(phrase);
  });

  it('follows the editor when told to: quick suggestions switched off by the user keep it shut', async () => {
    await set('jianggao.completion.trigger', 'followEditor');
    const editor = vscode.workspace.getConfiguration('editor', { languageId: 'jianggao' });
    await editor.update('quickSuggestions', { other: 'off' }, vscode.ConfigurationTarget.Global, true);
    undo.push(
      async () => void (await editor.update('quickSuggestions', undefined, vscode.ConfigurationTarget.Global, true)),
    );
    await openDraft('会上说｜');
    await driver.ime('功夫', 'gongfu');
    await never(() => driver.suggest(), 'a list although quick suggestions are off');
  });
});
