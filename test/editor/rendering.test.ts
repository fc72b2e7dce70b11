import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { docx, paragraph, run } from '../node/formats/officeFiles.ts';
import { type CorpusFolder, enterCorpus, untilKnown } from './corpusFolder.ts';
import { driver, needsDriver } from './driver.ts';
import { extensionApi, fixtureCorpus } from './extension.ts';
import { closeDrafts, openDraft, setCaretAfter, until } from './support.ts';

const phrase = '茶园里走出来的路最踏实';
const lines = [
  '在茶山现场会上的讲话',
  '同志们：',
  `今年的春茶开得早，${phrase}，手脚要快。${'我们要把山上的事办好，把山下的账算清，'.repeat(20)}不辜负这一山好茶。`,
  `最后再说一句，${phrase}。`,
];

describe('a Word document of the corpus', () => {
  let corpus: CorpusFolder;
  before(async () => {
    await fixtureCorpus();
    corpus = await enterCorpus({ '茶山现场会.docx': docx(lines.map(line => paragraph(run(line))).join('')) });
    await untilKnown(phrase);
  });
  after(() => corpus.leave());
  afterEach(closeDrafts);

  const openFirst = async () => {
    const { hits } = await extensionApi().service.lookup({ phrase });
    const { documentId, start, end } = hits[0]!;
    await vscode.commands.executeCommand('jianggao.openSource', documentId, start, end);
    return until(() => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.uri.scheme === 'jianggao-source' ? editor : undefined;
    }, 'the rendering');
  };

  it('opens as text with the words selected', async () => {
    const editor = await openFirst();
    assert.match(editor.document.uri.path, /^\/[0-9a-f]+\/茶山现场会\.docx\.txt$/);
    assert.equal(editor.document.getText(editor.selection), phrase);
    assert.equal(editor.document.getText().split(phrase).length, 3);
  });

  it('is wrapped as a speech', async () => {
    const { document } = await openFirst();
    await until(
      () =>
        vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === document.uri.toString())?.languageId ===
        'jianggao',
      'the language',
    );
  });

  it('cannot be written, and a document that is not there cannot be read', async () => {
    const { document } = await openFirst();
    assert.equal(vscode.workspace.fs.isWritableFileSystem('jianggao-source'), false);
    await assert.rejects(async () => vscode.workspace.fs.writeFile(document.uri, Buffer.from('甲')));
    await assert.rejects(async () => vscode.workspace.fs.readFile(document.uri.with({ path: '/0000/x.txt' })));
    await assert.rejects(async () => vscode.workspace.fs.readFile(document.uri.with({ path: '/etc/../passwd' })));
  });

  it('follows its file', async () => {
    const { document } = await openFirst();
    corpus.write(
      '茶山现场会.docx',
      docx([...lines, '补充一点，露水干了才开秤。'].map(line => paragraph(run(line))).join('')),
    );
    await until(() => document.getText().includes('露水干了才开秤'), 'the new text');
  });

  describe('by key', () => {
    before(needsDriver);

    it('says why typing does nothing', async () => {
      await openFirst();
      await driver.press('a');
      const message = await until(
        async () => (await driver.text('.monaco-editor-overlaymessage .message')).find(text => text !== ''),
        'the reason',
      );
      assert.match(message, /语料只读|read-only/);
      await driver.screenshot('rendering');
    });

    it('is where F12 goes, with the words highlighted', async () => {
      const editor = await openDraft(`有人说，${phrase}。`);
      setCaretAfter(editor, '有人说，茶园');
      await until(async () => {
        await driver.press('F12');
        return until(() => vscode.window.activeTextEditor?.document.uri.scheme === 'jianggao-source', 'it', 2_000);
      }, 'the rendering');
      const { selection, document } = vscode.window.activeTextEditor!;
      assert.equal(document.getText().slice(document.offsetAt(selection.start)).indexOf(phrase), 0);
      await driver.screenshot('rendering-f12');
    });

    it('is peeked at with all its occurrences', async () => {
      const editor = await openDraft(`有人说，${phrase}。`);
      setCaretAfter(editor, '有人说，茶园');
      await until(async () => {
        await driver.press('Shift+F12');
        return until(() => driver.text('.reference-zone-widget .referenceMatch'), 'it', 2_000);
      }, 'the peek view');
      await until(
        async () => (await driver.text('.reference-zone-widget .view-line')).join('').includes(phrase),
        'the text',
      );
      await driver.screenshot('rendering-peek');
      await driver.press('Escape');
    });
  });
});
