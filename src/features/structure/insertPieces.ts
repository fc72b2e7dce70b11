import type * as vscode from 'vscode';
import { fitSnippet } from '../../core/template/fitSnippet.ts';
import type { SnippetPiece } from '../../core/template/snippet.ts';
import type { VariableValues } from '../../core/template/variables.ts';
import { insertSnippet } from '../../vscode/insertSnippet.ts';

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
  const edits = after.map(edit => ({ ...edit, start: edit.start + end, end: edit.end + end }));
  await insertSnippet(editor, body, selection, edits);
}
