import * as vscode from 'vscode';
import { demote, promote } from '../../core/numbering/changeLevel.ts';
import type { DraftEdit, Refusal } from '../../core/numbering/draftEdit.ts';
import { moveItem, removeItem } from '../../core/numbering/moveItem.ts';
import { renumberEdits, renumberSeriesAt } from '../../core/numbering/renumber.ts';
import type { Span } from '../../core/text/span.ts';
import { offsetAfter } from '../../core/text/textEdit.ts';
import { commands } from '../../manifest.ts';
import { applyDraftEdit, toWorkspaceEdit } from '../../vscode/draftEdit.ts';
import { registerForDrafts } from '../../vscode/languages.ts';
import { t } from '../../vscode/messages.ts';
import { remark } from '../../vscode/remark.ts';

/** The edit that a command makes in a draft with the caret, or the reason why it makes none. */
type Change = (text: string, caret: number) => DraftEdit | Refusal;

/** 重新编号, and the commands that change the place or level of the item at the caret. */
export function registerNumbering(): vscode.Disposable {
  const onItem = (command: string, change: Change) =>
    vscode.commands.registerTextEditorCommand(command, editor => void changeItem(editor, change));
  const quickFix = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] };
  return vscode.Disposable.from(
    vscode.commands.registerTextEditorCommand(commands.renumber, editor => void renumber(editor)),
    onItem(commands.promoteItem, promote),
    onItem(commands.demoteItem, demote),
    onItem(commands.moveItemUp, (text, caret) => moveItem(text, caret, 'up')),
    onItem(commands.moveItemDown, (text, caret) => moveItem(text, caret, 'down')),
    onItem(commands.removeItem, removeItem),
    registerForDrafts(selector =>
      vscode.languages.registerCodeActionsProvider(selector, { provideCodeActions: renumberAction }, quickFix),
    ),
  );
}

async function renumber(editor: vscode.TextEditor): Promise<void> {
  const { document, selection } = editor;
  const edits = renumberEdits(document.getText(), spanOf(document, selection));
  remark(edits.length === 0 ? t('numbering.right') : t('numbering.renumbered', edits.length));
  if (edits.length === 0) return;
  await applyDraftEdit(editor, { edits, caret: offsetAfter(document.offsetAt(selection.active), edits) });
}

async function changeItem(editor: vscode.TextEditor, change: Change): Promise<void> {
  const { document, selection } = editor;
  const made = change(document.getText(), document.offsetAt(selection.active));
  if (typeof made === 'string') remark(t(`numbering.${made}`));
  else await applyDraftEdit(editor, made);
}

/** «重新编号» for a series at the caret whose numbers are not consecutive. */
function renumberAction(document: vscode.TextDocument, { start }: vscode.Range): vscode.CodeAction[] {
  const edits = renumberSeriesAt(document.getText(), document.offsetAt(start));
  if (edits.length === 0) return [];
  const action = new vscode.CodeAction(t('numbering.action'), vscode.CodeActionKind.QuickFix);
  action.edit = toWorkspaceEdit(document, edits);
  return [action];
}

function spanOf(document: vscode.TextDocument, range: vscode.Range): Span {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}
