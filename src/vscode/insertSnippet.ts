import * as vscode from 'vscode';
import type { TextEdit } from '../core/text/textEdit.ts';
import { toRange } from './convert.ts';

export interface SnippetInsertion {
  /** In snippet syntax. */
  readonly body: string;
  /** What the snippet replaces. */
  readonly range: vscode.Range;
  /** Edits behind the range. */
  readonly edits: readonly TextEdit[];
  readonly keepWhitespace?: boolean;
}

/** Inserts a snippet and makes the edits behind it, as one undo step. Does nothing if the draft has changed meanwhile. */
export async function insertSnippet(
  editor: vscode.TextEditor,
  { body, range, edits, keepWhitespace = false }: SnippetInsertion,
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
  await editor.insertSnippet(snippet, range, { keepWhitespace, undoStopBefore: !hasEdits, undoStopAfter: true });
}
