import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { fixtureCorpus } from './extension.ts';
import { closeDrafts, openDraft, until, untilDraft } from './support.ts';

describe('换一种说法', () => {
  before(fixtureCorpus);
  afterEach(closeDrafts);

  const kind = 'refactor.rewrite.jianggao';
  const actionsAt = async (editor: vscode.TextEditor) =>
    vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      editor.selection,
      kind,
    );

  it('offers what the corpus has in the same frame, with its source, and replaces the phrase', async () => {
    const editor = await openDraft('这是在夜校开班动员会上的讲话｜。');
    const actions = await until(() => actionsAt(editor), 'the actions');
    const action = actions.find(({ title }) => title.includes('粮仓修缮座谈会上的讲话'));
    assert.ok(action?.edit, actions.map(({ title }) => title).join('; '));
    assert.match(action.title, /《.+》/);
    await vscode.workspace.applyEdit(action.edit);
    assert.equal(editor.document.getText(), '这是在粮仓修缮座谈会上的讲话。');
    await vscode.commands.executeCommand('undo');
    await untilDraft(editor, '这是在夜校开班动员会上的讲话｜。');
  });

  it('takes the selection for the phrase', async () => {
    const editor = await openDraft('大家要听瓦片下面的实话。');
    editor.selection = new vscode.Selection(0, 2, 0, 11);
    const actions = await until(() => actionsAt(editor), 'the actions');
    assert.ok(actions.some(({ title }) => title.includes('听瓦片底下的实话')));
  });

  it('offers nothing where the corpus has nothing like it', async () => {
    const editor = await openDraft('魑魅魍魉｜');
    assert.deepEqual(await actionsAt(editor), []);
  });
});
