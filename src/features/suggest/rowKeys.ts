import * as vscode from 'vscode';
import { commands } from '../../manifest.ts';
import type { EnterGuard } from './enterGuard.ts';

/**
 * Moving in a list over which Enter breaks the line shows that the list is wanted. The editor does not report which row has the focus (it
 * resolves a row once, and not always), so while Enter is ours the keys that move in the list are too.
 */
export function registerRowKeys(enter: EnterGuard): vscode.Disposable {
  const move = (command: string, by: string): vscode.Disposable =>
    vscode.commands.registerCommand(command, async () => {
      enter.release();
      await vscode.commands.executeCommand(by);
    });
  return vscode.Disposable.from(
    move(commands.nextRow, 'selectNextSuggestion'),
    move(commands.previousRow, 'selectPrevSuggestion'),
  );
}
