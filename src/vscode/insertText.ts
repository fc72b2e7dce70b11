import * as vscode from 'vscode';

/**
 * Replaces every selection by `text` in one step and puts the carets behind it.
 * @returns false if the editor refuses the edit
 */
export async function insertText(editor: vscode.TextEditor, text: string): Promise<boolean> {
  const isMade = await editor.edit(edit => {
    for (const selection of editor.selections) edit.replace(selection, text);
  });
  if (isMade) editor.selections = editor.selections.map(({ end }) => new vscode.Selection(end, end));
  return isMade;
}
