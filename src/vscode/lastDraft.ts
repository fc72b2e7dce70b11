import * as vscode from 'vscode';
import { isDraft } from './languages.ts';

/** The draft that had the focus last: what a panel beside it inserts into. */
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

  /** Puts `text` in place of the selection and the caret behind it; returns the draft, or `undefined` if there is none on screen. */
  async insert(text: string): Promise<vscode.TextDocument | undefined> {
    const { document } = this.#editor ?? {};
    // Editors are made anew when a tab comes back: the one that shows the draft now is what counts.
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
