import * as vscode from 'vscode';
import type { DraftEdit } from '../core/numbering/draftEdit.ts';
import { offsetAfter, type TextEdit } from '../core/text/textEdit.ts';
import { toRange } from './convert.ts';

/**
 * Makes the edits as one undo step and sets the caret.
 * @returns false, with nothing changed, if the document has changed meanwhile
 */
export async function applyDraftEdit(editor: vscode.TextEditor, { edits, caret }: DraftEdit): Promise<boolean> {
  const { document, selection } = editor;
  const active = document.offsetAt(selection.active);
  // Setting a caret that the editor has already put in the right place would break a composition that has begun by then.
  const comesOfItself =
    selection.isEmpty &&
    edits.every(({ start, end }) => start === end || active < start || active > end) &&
    offsetAfter(active, edits) === caret;
  const isMade = await editor.edit(builder => {
    for (const edit of edits) {
      if (edit.start === edit.end) builder.insert(document.positionAt(edit.start), edit.newText);
      else builder.replace(toRange(document, edit), edit.newText);
    }
  });
  if (!isMade || comesOfItself) return isMade;
  const position = document.positionAt(caret);
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(editor.selection);
  return true;
}

/** The edits as a change to `document`, for code actions. */
export function toWorkspaceEdit(document: vscode.TextDocument, edits: readonly TextEdit[]): vscode.WorkspaceEdit {
  const made = new vscode.WorkspaceEdit();
  for (const edit of edits) made.replace(document.uri, toRange(document, edit), edit.newText);
  return made;
}
