import * as vscode from 'vscode';
import type { TextEdit } from '../core/text/textEdit.ts';
import { toRange } from './convert.ts';

/**
 * Replaces `range` by the snippet `body` and makes `edits` behind it, as one undo step. Does nothing if the draft has changed meanwhile.
 */
export async function insertSnippet(
  editor: vscode.TextEditor,
  body: string,
  range: vscode.Range,
  edits: readonly TextEdit[],
  options: { readonly keepWhitespace?: boolean } = {},
): Promise<void> {
  const hasEdits = edits.length > 0;
  if (hasEdits) {
    const isMade = await editor.edit(
      builder => {
        for (const edit of edits) builder.replace(toRange(editor.document, edit), edit.newText);
      },
      { undoStopBefore: true, undoStopAfter: false },
    );
    if (!isMade) return;
  }
  const snippet = new vscode.SnippetString(body);
  await editor.insertSnippet(snippet, range, { ...options, undoStopBefore: !hasEdits, undoStopAfter: true });
}
