import * as vscode from 'vscode';
import { fitSnippet } from '../../core/template/fitSnippet.ts';
import type { SnippetPiece } from '../../core/template/snippet.ts';
import type { VariableValues } from '../../core/template/variables.ts';
import { toRange } from '../../vscode/convert.ts';

/** Puts a snippet at the caret, or in the place of what is selected, and counts the draft on behind it. One step to undo. */
export async function insertPieces(
  editor: vscode.TextEditor,
  pieces: readonly SnippetPiece[],
  values: VariableValues,
): Promise<void> {
  const { document, selection } = editor;
  const text = document.getText();
  const end = document.offsetAt(selection.end);
  const { body, after } = fitSnippet(
    pieces,
    values,
    text.slice(0, document.offsetAt(selection.start)),
    text.slice(end),
  );
  if (after.length > 0) {
    const edits = after.map(edit => ({ ...edit, start: edit.start + end, end: edit.end + end }));
    const isMade = await editor.edit(
      builder => {
        for (const edit of edits) builder.replace(toRange(document, edit), edit.newText);
      },
      { undoStopBefore: true, undoStopAfter: false },
    );
    if (!isMade) return;
  }
  const undo = { undoStopBefore: after.length === 0, undoStopAfter: true };
  await editor.insertSnippet(new vscode.SnippetString(body), selection, undo);
}
