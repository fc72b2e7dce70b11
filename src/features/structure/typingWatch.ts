import * as vscode from 'vscode';

const endsInLetter = /[a-z']$/i;

/**
 * Watches what is typed into a draft while a command is on its way to the editor. An edit in the middle of a composition would break
 * it, and nobody says that one is under way: its letters replace one another («z», «zh» for «z»), typed letters do not.
 */
export class TypingWatch implements vscode.Disposable {
  readonly #listening: vscode.Disposable;
  #hasReplaced = false;
  #onChange: () => void = () => undefined;

  constructor(document: vscode.TextDocument) {
    this.#listening = vscode.workspace.onDidChangeTextDocument(event => {
      if (event.document !== document) return;
      if (event.contentChanges.some(({ rangeLength }) => rangeLength > 0)) this.#hasReplaced = true;
      this.#onChange();
    });
  }

  /** Resolves once what `typed` answers is certainly not the letters of a composition. */
  async untilCommitted(typed: () => string): Promise<void> {
    while (this.#mayBeComposing(typed())) await new Promise<void>(resolve => (this.#onChange = resolve));
  }

  dispose(): void {
    this.#listening.dispose();
  }

  /** Of a single letter nobody can tell yet. */
  #mayBeComposing(typed: string): boolean {
    return endsInLetter.test(typed) && (this.#hasReplaced || typed.length === 1);
  }
}
