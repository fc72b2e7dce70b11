import * as vscode from 'vscode';

const endsInLetter = /[a-z']$/i;

/**
 * Watches the typing in a draft while a command is being handled. An edit in the middle of a composition would break it, and no API tells
 * whether one is under way; but its letters replace one another («z», «zh» for «z»), and typed letters do not.
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

  /** Resolves once the text that `typed` returns is certainly not the letters of a composition. */
  async untilCommitted(typed: () => string): Promise<void> {
    while (this.#mayBeComposing(typed())) await new Promise<void>(resolve => (this.#onChange = resolve));
  }

  dispose(): void {
    this.#listening.dispose();
  }

  /** A single letter may be either. */
  #mayBeComposing(typed: string): boolean {
    return endsInLetter.test(typed) && (this.#hasReplaced || typed.length === 1);
  }
}
