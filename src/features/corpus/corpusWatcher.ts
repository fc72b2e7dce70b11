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
  const watcher = new CorpusWatcher(session);
  return vscode.Disposable.from(
    watcher,
    // Only folders that have been indexed are watched: a window without a draft touches none.
    session.onDidOpen(() => watcher.watch(session.folders)),
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused) watcher.rescan();
    }),
  );
}

class CorpusWatcher implements vscode.Disposable {
  readonly #session: CorpusSession;
  #watchers: readonly vscode.Disposable[] = [];
  #timer: NodeJS.Timeout | undefined;
  #updatedAt = performance.now();
  #isUpdating = false;
  #hasChanged = false;

  constructor(session: CorpusSession) {
    this.#session = session;
  }

  /** Watches `folders` instead of those watched so far. */
  watch(folders: readonly string[]): void {
    this.dispose();
    this.#watchers = folders.flatMap(folder => {
      const pattern = new vscode.RelativePattern(vscode.Uri.file(folder), '**/*');
      const watcher = vscode.workspace.createFileSystemWatcher(pattern);
      const update = () => this.#updateSoon();
      return [watcher, watcher.onDidCreate(update), watcher.onDidChange(update), watcher.onDidDelete(update)];
    });
  }

  /** Reads the watched folders again if the last time was long ago. */
  rescan(): void {
    if (this.#watchers.length > 0 && performance.now() - this.#updatedAt > rescanInterval) this.#updateSoon();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    vscode.Disposable.from(...this.#watchers).dispose();
  }

  #updateSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#update(), quietTime);
  }

  /** One run at a time; changes during a run cause another one. */
  async #update(): Promise<void> {
    this.#hasChanged = true;
    if (this.#isUpdating) return;
    this.#isUpdating = true;
    try {
      while (this.#hasChanged) {
        this.#hasChanged = false;
        this.#updatedAt = performance.now();
        await this.#session.updateByItself();
      }
    } catch {
      // Shown through the session's state.
    } finally {
      this.#isUpdating = false;
    }
  }
}
