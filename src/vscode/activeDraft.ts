import * as vscode from 'vscode';
import { isDraft, onActiveLanguagesChange } from './languages.ts';

/** Milliseconds after the last change: nobody reads figures and lists beside the text while typing. */
const quietTime = 300;

/** Follows the draft in the active editor, or the one beside what is read there, for views and status entries about it. */
export class ActiveDraft implements vscode.Disposable {
  readonly #change = new vscode.EventEmitter<void>();
  /** Fires when another draft becomes active, and when the text has come to rest after a change. */
  readonly onDidChange = this.#change.event;
  readonly #listening: vscode.Disposable;
  #document: vscode.TextDocument | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor() {
    this.#listening = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(editor => this.#follow(editor)),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#follow(vscode.window.activeTextEditor)),
      vscode.workspace.onDidOpenTextDocument(() => this.#follow(vscode.window.activeTextEditor)), // also when its language changes
      onActiveLanguagesChange(() => this.#follow(vscode.window.activeTextEditor)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document !== vscode.window.activeTextEditor?.document || !isDraft(document)) return;
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.#follow(vscode.window.activeTextEditor), quietTime);
      }),
    );
    const document = vscode.window.activeTextEditor?.document;
    if (document !== undefined && isDraft(document)) this.#document = document;
  }

  /** `undefined` where no draft is being worked on. */
  get document(): vscode.TextDocument | undefined {
    return this.#document;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listening.dispose();
    this.#change.dispose();
  }

  /** What is read beside the draft, a view, a panel or a source, does not replace it: it stays as long as it is visible. */
  #follow(editor: vscode.TextEditor | undefined): void {
    if (editor !== undefined && isDraft(editor.document)) {
      this.#set(editor.document);
      return;
    }
    const isBeside = vscode.window.visibleTextEditors.some(
      ({ document }) => document === this.#document && isDraft(document),
    );
    if (!isBeside) this.#set(undefined);
  }

  #set(document: vscode.TextDocument | undefined): void {
    this.#document = document;
    this.#change.fire();
  }
}
