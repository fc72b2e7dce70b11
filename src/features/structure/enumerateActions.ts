import * as vscode from 'vscode';
import { enumerate, POINT_STYLES, withoutMarkers } from '../../core/numbering/enumerate.ts';
import type { TextEdit } from '../../core/text/textEdit.ts';
import { enumerateActionKind } from '../../manifest.ts';
import { toWorkspaceEdit } from '../../vscode/draftEdit.ts';
import { registerForDrafts } from '../../vscode/languages.ts';
import { t } from '../../vscode/messages.ts';

const kind = vscode.CodeActionKind.Empty.append(enumerateActionKind);

/** «把选中的几句改成一是二是三是», and back: refactorings of the selected text. */
export function registerEnumerateActions(): vscode.Disposable {
  return registerForDrafts(selector =>
    vscode.languages.registerCodeActionsProvider(selector, { provideCodeActions }, { providedCodeActionKinds: [kind] }),
  );
}

function provideCodeActions(document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] {
  if (range.isEmpty) return [];
  const text = document.getText();
  const selection = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const actions = POINT_STYLES.flatMap(style => {
    const edit = enumerate(text, selection, style);
    return edit === undefined || edit.newText === text.slice(edit.start, edit.end)
      ? []
      : [toAction(document, t(`enumerate.${style}`), [edit])];
  });
  const bare = withoutMarkers(text, selection);
  return bare.length === 0 ? actions : [...actions, toAction(document, t('enumerate.none'), bare)];
}

function toAction(document: vscode.TextDocument, title: string, edits: readonly TextEdit[]): vscode.CodeAction {
  const action = new vscode.CodeAction(title, kind);
  action.edit = toWorkspaceEdit(document, edits);
  return action;
}
