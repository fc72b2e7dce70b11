import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { picture } from './appearance.ts';
import { type CorpusFolder, enterCorpus, untilKnown } from './corpusFolder.ts';
import { driver, needsDriver } from './driver.ts';
import { fixtureCorpus, untilOffered, withSetting } from './extension.ts';
import { closeDrafts, never, openDraft, setCaret, setCaretAfter, until } from './support.ts';

const borrowedWords = '功夫下在河里，口碑立在岸上';
const draftText = `同志们：\n今天开个短会。\n大家都说，${borrowedWords}。\n散会。`;

describe('what a draft has borrowed', () => {
  before(fixtureCorpus);
  afterEach(closeDrafts);

  const openReport = async (): Promise<vscode.TextEditor> => {
    const draft = await openDraft(draftText);
    await vscode.commands.executeCommand('jianggao.showBorrowed');
    return until(() => {
      const active = vscode.window.activeTextEditor;
      return active !== draft && active?.document.uri.scheme === 'jianggao-borrowed' ? active : undefined;
    }, 'the report');
  };

  const lineWith = ({ document }: vscode.TextEditor, text: string): vscode.Position =>
    document.positionAt(document.getText().indexOf(text));

  it('is listed by paragraph, and each line leads to the source or the draft', async () => {
    const report = await openReport();
    const text = report.document.getText();
    assert.match(text, /(?:第3段|Paragraph 3)　.*\d+%　《/);
    assert.match(text, new RegExp(`“${borrowedWords}”`));
    const targets = async (marker: string) =>
      vscode.commands.executeCommand<vscode.LocationLink[]>(
        'vscode.executeDefinitionProvider',
        report.document.uri,
        lineWith(report, marker),
      );
    const [draft] = await targets('“功夫');
    const draftDocument = await vscode.workspace.openTextDocument(draft!.targetUri);
    assert.equal(draftDocument.getText(draft!.targetSelectionRange), borrowedWords);
    const [source] = await targets('——');
    const sourceDocument = await vscode.workspace.openTextDocument(source!.targetUri);
    assert.equal(sourceDocument.getText(source!.targetSelectionRange), borrowedWords);
  });

  it('highlights a phrase at the caret as far as it goes, and nowhere the whole clause', async () => {
    const { document } = await openDraft('大家都说，功夫下在河里。又说，功夫下在河里，好。');
    const highlights = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document.uri,
      document.positionAt(7),
    );
    assert.deepEqual(
      highlights.map(({ range }) => document.getText(range)),
      ['功夫下在河里', '功夫下在河里'],
    );
  });

  describe('on screen', () => {
    before(needsDriver);

    it('opens the source from the report by F12', async () => {
      const report = await openReport();
      setCaret(report, report.document.getText().indexOf('——'));
      await driver.screenshot('borrow-report');
      await driver.press('F12');
      const source = await until(() => {
        const active = vscode.window.activeTextEditor;
        return active?.document.fileName.includes('fixtures') ? active : undefined;
      }, 'the source');
      await until(() => source.selection.active.line > 0, 'the caret at the words');
    });

    it('is coloured, and so is what was accepted, while the text stays as it is', async () => {
      const editor = await openDraft(`${draftText}\n`);
      await driver.ime('功夫', 'gongfu');
      await untilOffered('功夫下在河里');
      await driver.press('Tab');
      const text = await until(() => {
        const now = editor.document.getText();
        return now.endsWith('功夫下在河里') ? now : undefined;
      }, 'the phrase to be inserted');
      await vscode.commands.executeCommand('jianggao.toggleColours');
      await until(
        async () => (await driver.text('[id="jianggao.jianggao.colours"]')).some(label => /\d+%/.test(label)),
        'the share in the status bar',
      );
      await driver.screenshot('borrow-colours');
      assert.equal(editor.document.getText(), text);
      await vscode.commands.executeCommand('jianggao.toggleColours');
      await until(async () => (await driver.text('[id="jianggao.jianggao.colours"]')).length === 0, 'the share to go');
    });
  });
});

describe('names from elsewhere', () => {
  let corpus: CorpusFolder;
  const copied = '辽西北地区的渠要先通水再通车，福堤同志每十天看一次渠';
  before(async () => {
    await fixtureCorpus();
    corpus = await enterCorpus({ '渠.txt': `在修渠会上的讲话\n同志们：\n${copied}。\n` });
    await untilKnown(copied);
  });
  after(() => corpus.leave());
  afterEach(closeDrafts);

  const warningsOf = ({ document }: vscode.TextEditor): string[] =>
    vscode.languages
      .getDiagnostics(document.uri)
      .filter(({ code }) => code === 'foreign-name')
      .map(({ range }) => document.getText(range));

  describe('on screen', () => {
    before(needsDriver);
    for (const theme of ['Default Dark Modern', 'Default Light Modern']) {
      it(`can be read beside the colours in ${theme}, and at twice the size`, async () => {
        const restore = await withSetting('jianggao.localNames', []);
        try {
          await picture('borrow-warnings', theme, async () => {
            await closeDrafts();
            const editor = await openDraft(`我们石桥市的同志记住：\n${copied}。\n今年的事今年办完。`);
            await until(() => warningsOf(editor).length === 2, 'two names');
            await vscode.commands.executeCommand('jianggao.toggleColours');
            await driver.hoverAt('辽西北');
            await until(() => driver.hover(), 'what is said of the name');
          });
        } finally {
          await restore();
          await vscode.commands.executeCommand('jianggao.toggleColours');
        }
      });
    }
  });

  it('are pointed out until they are taken into the list of local names', async () => {
    const restore = await withSetting('jianggao.localNames', []);
    try {
      const editor = await openDraft(`我们石桥市的同志记住：${copied}。`);
      await until(() => warningsOf(editor).length === 2, 'two names');
      assert.deepEqual(warningsOf(editor), ['辽西北', '福堤同志']);
      setCaretAfter(editor, '辽西');
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        editor.document.uri,
        editor.selection,
        vscode.CodeActionKind.QuickFix.value,
      );
      const { command } = actions.find(action => action.title.includes('辽西北'))!;
      await vscode.commands.executeCommand(command!.command, ...command!.arguments!);
      await until(() => warningsOf(editor).length === 1, 'one name to be taken for local');
      assert.deepEqual(warningsOf(editor), ['福堤同志']);
    } finally {
      await restore();
    }
  });
});

describe('words of one single speech', () => {
  let corpus: CorpusFolder;
  const copied = '石头一块一块垒，庄稼一寸一寸长，谁家的渠谁家先走一遍再来说话';
  before(async () => {
    await fixtureCorpus();
    corpus = await enterCorpus({
      '坝.txt': `在修坝会上的讲话\n同志们：\n济南的河，济南的泉，济南的坝。\n${copied}。\n`,
    });
    await untilKnown(copied);
  });
  after(() => corpus.leave());
  afterEach(closeDrafts);

  const marked = ({ document }: vscode.TextEditor): string[] =>
    vscode.languages
      .getDiagnostics(document.uri)
      .filter(({ code }) => code === 'same-source')
      .map(({ range }) => document.getText(range));

  const paste = async (editor: vscode.TextEditor, text: string): Promise<void> => {
    await vscode.env.clipboard.writeText(`${text}。`);
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand('editor.action.clipboardPasteAction');
    await until(() => editor.document.getText().includes(text), 'the paste');
  };

  it('are pointed out once they are pasted into a draft of another place', async () => {
    const editor = await openDraft('青岛的山，青岛的海，青岛的桥。\n｜');
    await paste(editor, copied);
    await until(() => marked(editor).length > 0, 'the warning');
    assert.deepEqual(marked(editor), [copied]);
  });

  it('are left alone in a draft of the same place', async () => {
    const editor = await openDraft('济南的山，济南的湖，济南的桥。\n｜');
    await paste(editor, copied);
    await never(() => marked(editor).length > 0, 'a warning', 2500);
  });

  it('say where they are from, on screen', async function () {
    needsDriver.call(this);
    const editor = await openDraft('青岛的山，青岛的海，青岛的桥。\n｜');
    await paste(editor, copied);
    await until(() => marked(editor).length > 0, 'the warning');
    await driver.hoverAt('石头一块');
    await until(() => driver.hover(), 'what is said of it');
    await driver.screenshot('borrow-same-source');
  });
});
