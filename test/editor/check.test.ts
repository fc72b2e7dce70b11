import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { driver, needsDriver } from './driver.ts';
import { fixtureCorpus, withSetting } from './extension.ts';
import { closeDrafts, never, openDraft, until, untilDraft } from './support.ts';

describe('check', () => {
  before(fixtureCorpus);
  afterEach(closeDrafts);

  const hintsOf = ({ document }: vscode.TextEditor): vscode.Diagnostic[] =>
    vscode.languages.getDiagnostics(document.uri).filter(({ code }) => typeof code === 'string');

  it('marks a slip as a hint and takes it back once it is mended by its fix', async () => {
    const editor = await openDraft('一是要快。三是要准。｜');
    const [hint] = await until(() => hintsOf(editor), 'the hint');
    assert.equal(hint!.severity, vscode.DiagnosticSeverity.Hint);
    assert.equal(hint!.code, 'ordinal-missing');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      hint!.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    await vscode.workspace.applyEdit(actions[0]!.edit!);
    await untilDraft(editor, '一是要快。二是要准。｜');
    await until(() => hintsOf(editor).length === 0, 'the hint to go');
  });

  it('says nothing while it is switched off', async () => {
    const back = await withSetting('jianggao.check.enabled', false);
    try {
      const editor = await openDraft('一是要快。三是要准。');
      await never(() => hintsOf(editor), 'a hint', 1500);
    } finally {
      await back();
    }
  });

  describe('by keys', () => {
    before(needsDriver);

    it('mends what was typed with the quick fix', async () => {
      const editor = await openDraft('一是要快。｜');
      await driver.ime('三是要准', 'sanshiyaozhun');
      await driver.type('。');
      await until(() => hintsOf(editor), 'the hint');
      await driver.screenshot('check-hint');
      await driver.press('Control+.');
      await until(() => driver.text('.action-widget .action-label, .action-widget .title'), 'the fixes');
      await driver.screenshot('check-fixes');
      await driver.press('Enter');
      await untilDraft(editor, '一是要快。二是要准。｜');
    });
  });
});
