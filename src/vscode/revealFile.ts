import * as vscode from 'vscode';
import { describeError, type Log } from './log.ts';
import { forNotification } from './markup.ts';
import { t } from './messages.ts';

/**
 * Shows a file or folder in the explorer view if it belongs to the workspace, else in the system's file manager; where there is none, its
 * path is copied to the clipboard.
 */
export async function revealFile(path: string, log: Log): Promise<void> {
  const uri = vscode.Uri.file(path);
  const command = vscode.workspace.getWorkspaceFolder(uri) === undefined ? 'revealFileInOS' : 'revealInExplorer';
  try {
    await vscode.commands.executeCommand(command, uri);
  } catch (error) {
    // An editor in the browser has no file manager.
    log.warn(describeError(error));
    await vscode.env.clipboard.writeText(path);
    void vscode.window.showInformationMessage(t('reveal.copied', forNotification(path, 120)));
  }
}
