import * as vscode from 'vscode';
import { commands, languageId } from '../../manifest.ts';
import { showFailure } from '../../vscode/showFailure.ts';

/** «打开示例草稿»: opens an unsaved draft that breaks off in the middle of a series, to try everything on. */
export function registerSample(extensionUri: vscode.Uri): vscode.Disposable {
  return vscode.commands.registerCommand(commands.openSample, () => openSample(extensionUri));
}

async function openSample(extensionUri: vscode.Uri): Promise<void> {
  try {
    const folder = vscode.Uri.joinPath(extensionUri, 'snippets', 'sample');
    const [[name] = []] = await vscode.workspace.fs.readDirectory(folder);
    if (name === undefined) throw new Error(folder.fsPath);
    const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name)));
    const document = await vscode.workspace.openTextDocument({ language: languageId, content: content.trimEnd() });
    const end = document.lineAt(document.lineCount - 1).range.end;
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(end, end) });
  } catch (error) {
    showFailure('sample.failed', error);
  }
}
