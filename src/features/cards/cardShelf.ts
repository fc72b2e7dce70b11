import * as vscode from 'vscode';
import type { Card } from '../../core/cards/card.ts';
import { type Log, orNothing } from '../../vscode/log.ts';
import type { CorpusSession } from '../corpus/corpusSession.ts';

/** Milliseconds to wait after a change of the folder: copying a folder causes many events. */
const quietTime = 300;

/** The cards of this window, read again when files in their folder change. */
export class CardShelf implements vscode.Disposable {
  readonly #corpus: CorpusSession;
  readonly #log: Log;
  readonly #change = new vscode.EventEmitter<void>();
  /** Fires when the cards may have changed. */
  readonly onDidChange = this.#change.event;
  #cards: Promise<readonly Card[]> | undefined;
  #watched: string | undefined;
  #watcher: vscode.Disposable | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(corpus: CorpusSession, log: Log) {
    this.#corpus = corpus;
    this.#log = log;
  }

  /** The cards; they are read at the first call. */
  cards(): Promise<readonly Card[]> {
    this.#cards ??= this.#read();
    return this.#cards;
  }

  /** To be called when the folder has changed or another one has been set. */
  refresh(): void {
    this.#cards = undefined;
    this.#change.fire();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#watcher?.dispose();
    this.#change.dispose();
  }

  async #read(): Promise<readonly Card[]> {
    this.#watch();
    return (await orNothing(this.#log, this.#corpus.service.cards()))?.cards ?? [];
  }

  #watch(): void {
    const folder = this.#corpus.cardFolder;
    if (folder === this.#watched) return;
    this.#watcher?.dispose();
    this.#watched = folder;
    if (folder === undefined) return;
    const files = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(vscode.Uri.file(folder), '**/*.{md,markdown,txt}'),
    );
    const refreshSoon = () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.refresh(), quietTime);
    };
    this.#watcher = vscode.Disposable.from(
      files,
      files.onDidCreate(refreshSoon),
      files.onDidChange(refreshSoon),
      files.onDidDelete(refreshSoon),
    );
  }
}
