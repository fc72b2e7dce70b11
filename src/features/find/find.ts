import * as vscode from 'vscode';
import type { SpeechService } from '../../core/service/speechService.ts';
import { commands } from '../../manifest.ts';
import type { Log } from '../../vscode/log.ts';
import type { Sources } from '../provenance/source.ts';
import { QuickFind } from './quickFind.ts';

/** «快速查找»: one list over everything the corpus and the cards have, from one key. */
export function registerFind(service: SpeechService, sources: Sources, log: Log): vscode.Disposable {
  let open: QuickFind | undefined;
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.find, () => {
      open?.dispose();
      open = new QuickFind(service, sources, log);
    }),
    vscode.commands.registerCommand(commands.openFound, () => open?.openActive()),
    new vscode.Disposable(() => open?.dispose()),
  );
}
