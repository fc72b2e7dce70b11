import * as vscode from 'vscode';

/** Milliseconds for which a remark stays in the status bar. */
const briefly = 4000;

/** Shows the result of a command, or why it did nothing, in the status bar for a moment: a notification would have to be closed. */
export function remark(text: string, milliseconds = briefly): void {
  vscode.window.setStatusBarMessage(text, milliseconds);
}
