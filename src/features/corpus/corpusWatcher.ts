import * as vscode from 'vscode';
import type { CorpusSession } from './corpusSession.ts';

/**
 * Milliseconds to wait after a change: saving causes several events and copying a folder many, and one run of the indexer handles them all.
 */
const quietTime = 300;
/** Network drives report no changes, so the folders are read again when the window regains the focus, but not more often than this. */
const rescanInterval = 5 * 60_000;

/** Updates the index after files of the corpus have changed. */
export function registerCorpusWatcher(session: CorpusSession): vscode.Disposable {
  let watchers: vscode.Disposable[] = [];
  let timer: NodeJS.Timeout | undefined;
  let updatedAt = performance.now();
  let isRunning = false;
  let isWanted = false;
  const update = async () => {
    isWanted = true;
    if (isRunning) return;
    isRunning = true;
    try {
      while (isWanted) {
        isWanted = false;
        updatedAt = performance.now();
        await session.updateByItself();
      }
    } catch {
      // Shown through the state.
    } finally {
      isRunning = false;
    }
  };
  const stop = () => {
    clearTimeout(timer);
    vscode.Disposable.from(...watchers).dispose();
  };
  const updateSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void update(), quietTime);
  };
  const watch = () => {
    stop();
    watchers = session.folders.flatMap(folder => {
      const watcher = vscode.workspace.createFileSystemWatcher(
        new vscode.RelativePattern(vscode.Uri.file(folder), '**/*'),
      );
      return [
        watcher,
        watcher.onDidCreate(updateSoon),
        watcher.onDidChange(updateSoon),
        watcher.onDidDelete(updateSoon),
      ];
    });
  };
  // Only folders that have been indexed are watched: a window without a draft touches none.
  return vscode.Disposable.from(
    session.onDidOpen(watch),
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused && watchers.length > 0 && performance.now() - updatedAt > rescanInterval) updateSoon();
    }),
    new vscode.Disposable(stop),
  );
}
