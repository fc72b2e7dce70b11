import * as vscode from 'vscode';

/** How long a remark stands in the status bar, in milliseconds. */
const briefly = 4000;

/** Shows in the status bar, for a moment, what a command has done or why it did nothing: a notification would have to be closed. */
export function remark(text: string, milliseconds = briefly): void {
  vscode.window.setStatusBarMessage(text, milliseconds);
}
