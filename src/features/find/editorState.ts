import * as vscode from 'vscode';

/** Remembers what the window showed before places were previewed in it. */
export class EditorState {
  readonly #editor = vscode.window.activeTextEditor;
  readonly #selections = this.#editor?.selections;
  readonly #visible = this.#editor?.visibleRanges[0];
  readonly #wasPreview = vscode.window.tabGroups.activeTabGroup.activeTab?.isPreview === true;
  readonly #tabs = new Set(openUris());

  get viewColumn(): vscode.ViewColumn | undefined {
    return this.#editor?.viewColumn;
  }

  /** Restores the editor with its scroll position and selection, and closes the editors opened since. */
  async restore(): Promise<vscode.TextEditor | undefined> {
    const editor = await this.#show();
    const opened = vscode.window.tabGroups.all
      .flatMap(group => group.tabs)
      .filter(tab => tab.isPreview && !this.#tabs.has(uriOf(tab)));
    await vscode.window.tabGroups.close(opened, true);
    return editor;
  }

  async #show(): Promise<vscode.TextEditor | undefined> {
    if (this.#editor === undefined || this.#editor.document.isClosed) return undefined;
    const { document, viewColumn } = this.#editor;
    // If another tab was in front, the editor itself restores its scroll position.
    const stayed = vscode.window.activeTextEditor?.document === document;
    const editor = await vscode.window.showTextDocument(document, {
      ...(viewColumn !== undefined && { viewColumn }),
      preview: this.#wasPreview,
    });
    if (this.#selections !== undefined) editor.selections = this.#selections;
    if (stayed && this.#visible !== undefined) editor.revealRange(this.#visible, vscode.TextEditorRevealType.AtTop);
    return editor;
  }
}

function openUris(): string[] {
  return vscode.window.tabGroups.all.flatMap(group => group.tabs).map(uriOf);
}

function uriOf({ input }: vscode.Tab): string {
  return input instanceof vscode.TabInputText ? input.uri.toString() : '';
}
