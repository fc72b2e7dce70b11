import * as vscode from 'vscode';
import { isDraft } from './languages.ts';

/** Remembers the last focused draft, into which a panel beside it inserts. */
export class LastDraft implements vscode.Disposable {
  readonly #listening: vscode.Disposable;
  #editor: vscode.TextEditor | undefined;

  constructor() {
    this.#note(vscode.window.activeTextEditor);
    this.#listening = vscode.window.onDidChangeActiveTextEditor(editor => this.#note(editor));
  }

  dispose(): void {
    this.#listening.dispose();
  }

  /** Replaces the selection by `text` and puts the caret behind it. Returns the draft, or `undefined` if none is visible. */
  async insert(text: string): Promise<vscode.TextDocument | undefined> {
    const { document } = this.#editor ?? {};
    // Editors are recreated when a tab is shown again, so the one that shows the draft now is used.
    const editor = vscode.window.visibleTextEditors.find(visible => visible.document === document);
    if (document === undefined || editor === undefined) return undefined;
    const start = document.offsetAt(editor.selection.start);
    if (!(await editor.edit(builder => builder.replace(editor.selection, text)))) return undefined;
    const caret = document.positionAt(start + text.length);
    editor.selection = new vscode.Selection(caret, caret);
    return document;
  }

  #note(editor: vscode.TextEditor | undefined): void {
    if (editor !== undefined && isDraft(editor.document)) this.#editor = editor;
  }
}
