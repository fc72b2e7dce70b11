import * as vscode from 'vscode';
import type { CorpusSession } from './corpusSession.ts';

/** Saving writes more than one event, copying a folder many: one run of the indexer answers them all. */
const quietTime = 1_000;

/** Brings the index up to date after files of the corpus have changed. */
export function registerCorpusWatcher(session: CorpusSession): vscode.Disposable {
  let watchers: vscode.Disposable[] = [];
  let timer: NodeJS.Timeout | undefined;
  const stop = () => {
    clearTimeout(timer);
    vscode.Disposable.from(...watchers).dispose();
  };
  const update = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      session.updateByItself().catch(() => undefined); // shown through the state
    }, quietTime);
  };
  const watch = () => {
    stop();
    watchers = session.folders.flatMap(folder => {
      const watcher = vscode.workspace.createFileSystemWatcher(
        new vscode.RelativePattern(vscode.Uri.file(folder), '**/*'),
      );
      return [watcher, watcher.onDidCreate(update), watcher.onDidChange(update), watcher.onDidDelete(update)];
    });
  };
  // Only what has been indexed is watched: a window without a draft touches no folder.
  return vscode.Disposable.from(session.onDidOpen(watch), new vscode.Disposable(stop));
}
