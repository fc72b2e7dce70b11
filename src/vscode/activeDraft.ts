import * as vscode from 'vscode';
import { isDraft, onActiveLanguagesChange } from './languages.ts';

/** After the last change, in milliseconds: nobody reads figures and lists beside the text while typing. */
const quietTime = 300;

/** The draft in the active editor, for what is shown of it beside the text. */
export class ActiveDraft implements vscode.Disposable {
  readonly #change = new vscode.EventEmitter<void>();
  /** `document` is another one, or its text has come to rest after a change. */
  readonly onDidChange = this.#change.event;
  readonly #listening: vscode.Disposable;
  #document: vscode.TextDocument | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor() {
    this.#listening = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(editor => this.#follow(editor)),
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

  /** `undefined` where the active editor shows no draft. */
  get document(): vscode.TextDocument | undefined {
    return this.#document;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listening.dispose();
    this.#change.dispose();
  }

  /** A view or a panel with the focus is no other draft: the last one stays as long as it is visible. */
  #follow(editor: vscode.TextEditor | undefined): void {
    if (editor !== undefined && isDraft(editor.document)) {
      this.#set(editor.document);
      return;
    }
    const isVisible = vscode.window.visibleTextEditors.some(({ document }) => document === this.#document);
    if (editor === undefined && isVisible) return;
    this.#set(undefined);
  }

  #set(document: vscode.TextDocument | undefined): void {
    this.#document = document;
    this.#change.fire();
  }
}
