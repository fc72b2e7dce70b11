import * as vscode from 'vscode';
import type { DraftEdit } from '../core/numbering/draftEdit.ts';
import { toRange } from './convert.ts';

/** Makes the edits, undone together, and puts the caret. @returns false if the document has changed meanwhile, and nothing is made */
export async function applyDraftEdit(editor: vscode.TextEditor, { edits, caret }: DraftEdit): Promise<boolean> {
  const { document } = editor;
  const isMade = await editor.edit(builder => {
    for (const edit of edits) builder.replace(toRange(document, edit), edit.newText);
  });
  if (!isMade) return false;
  const position = document.positionAt(caret);
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(editor.selection);
  return true;
}
