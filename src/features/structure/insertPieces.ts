import type * as vscode from 'vscode';
import { fitSnippet } from '../../core/template/fitSnippet.ts';
import type { SnippetPiece } from '../../core/template/snippet.ts';
import type { VariableValues } from '../../core/template/variables.ts';
import { insertSnippet } from '../../vscode/insertSnippet.ts';

/** Inserts a snippet at the caret or in place of the selection, and renumbers the draft behind it, as one undo step. */
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
  await insertSnippet(editor, { body, range: selection, edits });
}
