import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import { enterCorpus, untilKnown } from './corpusFolder.ts';
import { driver, needsDriver } from './driver.ts';
import { extensionApi, fixtureCorpus } from './extension.ts';
import { closeDrafts, never, openDraft, setCaretAfter, until } from './support.ts';

const inGbk = '白天扛锄头，晚上拿笔头';

/** A caret set through the API may reach the editor after the key, so the key is pressed again if nothing comes of it. */
async function afterPressing<T>(key: string, read: () => T | Promise<T>): Promise<NonNullable<T>> {
  return until(async () => {
    await driver.press(key);
    return until(read, `the effect of ${key}`, 2_000);
  }, `the effect of ${key}`);
}

describe('the way to the source', () => {
  before(fixtureCorpus);
  afterEach(closeDrafts);

  const selected = () => {
    const editor = vscode.window.activeTextEditor;
    return editor && { file: path.basename(editor.document.fileName), text: editor.document.getText(editor.selection) };
  };

  const untilSelected = (text: string) =>
    until(() => {
      const now = selected();
      return now?.text === text ? now : undefined;
    }, `${text} to be selected`);

  it('opens a GBK file in its own encoding and selects the words', async () => {
    const { hits } = await extensionApi().service.lookup({ phrase: inGbk });
    const { documentId, start, end } = hits[0]!;
    await vscode.commands.executeCommand('jianggao.openSource', documentId, start, end);
    assert.equal((await untilSelected(inGbk)).file, '夜校-gbk.txt');
  });

  it('takes nothing but an id and two offsets from a link', async () => {
    await openDraft('甲');
    for (const args of [['/etc/passwd', 0, 1], [{ path: '/etc/passwd' }, 0, 1], ['x', -1, 1], ['x', 0], []]) {
      await vscode.commands.executeCommand('jianggao.openSource', ...args);
    }
    assert.match(selected()!.file, /^draft/);
  });

  it('has all occurrences as references, in any encoding', async () => {
    const { document } = await openDraft('晒谷要趁晴天，补漏要赶雨前。');
    const places = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      document.positionAt(3),
    );
    const texts = await Promise.all(
      places.map(async ({ uri, range }) => (await vscode.workspace.openTextDocument(uri)).getText(range)),
    );
    assert.deepEqual(texts, ['晒谷要趁晴天，补漏要赶雨前', '晒谷要趁晴天，补漏要赶雨前']);
    assert.deepEqual(places.map(({ uri }) => path.basename(uri.fsPath)).sort(), ['夜校-gbk.txt', '粮仓座谈会.txt']);
  });

  describe('by key', () => {
    before(needsDriver);

    it('shows the whole of a long paragraph of a text file, and leaves other text files alone', async () => {
      const paragraph = Array.from({ length: 40 }, (_, at) => `第${at}号闸门关得严，下游的田埂就不怕水。`).join('');
      const corpus = await enterCorpus({ '闸门.txt': `看闸门的会\n${paragraph}\n散会。` });
      try {
        await untilKnown('第39号闸门');
        const { hits } = await extensionApi().service.lookup({ phrase: '第39号闸门' });
        const { documentId, start, end } = hits[0]!;
        await vscode.commands.executeCommand('jianggao.openSource', documentId, start, end);
        await untilSelected('第39号闸门');
        const rows = () => driver.text('.editor-instance .view-line');
        await until(async () => (await rows()).filter(row => row.includes('号闸门')).length > 5, 'the lines to wrap');
        await driver.screenshot('source-text-file');
        assert.equal(vscode.window.activeTextEditor!.document.isDirty, false);
        const other = await openDraft(paragraph, 'plaintext');
        assert.equal(other.document.languageId, 'plaintext');
        assert.equal((await rows()).length, 1);
      } finally {
        await closeDrafts();
        await corpus.leave();
      }
    });

    it('wraps the text file that F12 opens, until the user says otherwise', async () => {
      const editor = await openDraft('水闸要天天试，大家记住。');
      setCaretAfter(editor, '水闸要天');
      const { document } = await afterPressing('F12', () => {
        const active = vscode.window.activeTextEditor;
        return active?.document.fileName.endsWith('汛前检查会.txt') ? active : undefined;
      });
      await until(() => document.languageId === 'jianggao-source', 'the layout');
      await until(
        async () => vscode.commands.executeCommand<unknown[]>('vscode.executeDocumentSymbolProvider', document.uri),
        'its outline',
      );
      await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
      await never(() => document.languageId !== 'plaintext', 'the layout is back');
    });

    it('goes to the best source on F12', async () => {
      const editor = await openDraft('记住，河堤不认职务，只认脚印。');
      setCaretAfter(editor, '河堤不');
      const source = await afterPressing('F12', () => {
        const active = vscode.window.activeTextEditor;
        return active?.document.fileName.endsWith('推进会.md') ? active : undefined;
      });
      const start = source.document.positionAt(source.document.getText().indexOf('河堤不认职务'));
      await until(() => source.selection.active.isEqual(start), 'the caret to be at the words');
    });

    it('peeks at all occurrences on Shift+F12', async () => {
      const editor = await openDraft('晒谷要趁晴天，补漏要赶雨前。');
      setCaretAfter(editor, '晒谷');
      await afterPressing('Shift+F12', () => driver.text('.reference-zone-widget .referenceMatch'));
      await driver.screenshot('references');
      const shown = (await driver.text('.reference-zone-widget .view-line')).join('');
      assert.match(shown, /晒谷要趁晴天，补漏要赶雨前/);
      await driver.press('Escape');
    });

    it('looks up the selected words and opens the chosen source', async () => {
      const editor = await openDraft('他说功夫下在河里。');
      editor.selection = new vscode.Selection(0, 2, 0, 8);
      await driver.press('Control+Alt+g');
      await until(
        async () =>
          (await driver.text('.quick-input-list .label-name')).some(label => label.includes('【功夫下在河里】')),
        'the sources',
      );
      await driver.screenshot('lookup');
      await driver.press('Enter');
      await untilSelected('功夫下在河里');
    });

    it('looks up the phrase at the caret', async () => {
      const editor = await openDraft('他说功夫下在河里。');
      setCaretAfter(editor, '他说功夫');
      await driver.press('Control+Alt+g');
      await until(
        async () =>
          (await driver.text('.quick-input-list .label-name')).some(label => label.includes('【功夫下在河里】')),
        'the sources',
      );
      await driver.press('Escape');
    });

    it('says that there is no source, and what is like it', async () => {
      const editor = await openDraft('他说口碑立在河里。');
      editor.selection = new vscode.Selection(0, 2, 0, 8);
      await driver.press('Control+Alt+g');
      await vscode.commands.executeCommand('notifications.showList');
      const message = await until(async () => {
        const messages = await driver.text('.notification-list-item-message');
        return messages.find(text => text.includes('口碑立在河里'));
      }, 'the message');
      assert.match(message, /：$|:$/, 'similar phrases follow');
      const buttons = await driver.text('.notification-list-item-buttons-container .monaco-button');
      assert.ok(buttons.includes('口碑立在岸上'), buttons.join());
      await driver.screenshot('lookup-none');
      await vscode.commands.executeCommand('notifications.clearAll');
    });
  });
});
