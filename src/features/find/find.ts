import * as vscode from 'vscode';
import { commands } from '../../manifest.ts';
import type { CorpusAccess } from '../provenance/source.ts';
import { QuickFind } from './quickFind.ts';

/** «快速查找»: one list to search everything in the corpus and on the cards. */
export function registerFind(access: CorpusAccess): vscode.Disposable {
  let open: QuickFind | undefined;
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.find, () => {
      open?.dispose();
      open = new QuickFind(access);
    }),
    vscode.commands.registerCommand(commands.openFound, () => open?.openActive()),
    new vscode.Disposable(() => open?.dispose()),
  );
}
