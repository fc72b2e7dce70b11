import * as vscode from 'vscode';
import { describeError, type Log } from '../../vscode/log.ts';
import { forNotification } from '../../vscode/markup.ts';
import { t } from '../../vscode/messages.ts';

/** In the explorer view where the file belongs to the workspace, else in the file manager of the system. */
export async function revealFile(path: string, log: Log): Promise<void> {
  const uri = vscode.Uri.file(path);
  const command = vscode.workspace.getWorkspaceFolder(uri) === undefined ? 'revealFileInOS' : 'revealInExplorer';
  try {
    await vscode.commands.executeCommand(command, uri);
  } catch (error) {
    // An editor in the browser knows no file manager.
    log.warn(describeError(error));
    await vscode.env.clipboard.writeText(path);
    void vscode.window.showInformationMessage(t('skipped.copied', forNotification(path, 120)));
  }
}
