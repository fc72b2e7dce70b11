import * as vscode from 'vscode';
import type { DraftLength } from '../../core/length/draftLength.ts';
import type { SpeechService } from '../../core/service/speechService.ts';
import { isDraft, onActiveLanguagesChange } from '../../vscode/languages.ts';
import { type Log, orNothing } from '../../vscode/log.ts';

/** After the last change, in milliseconds: nobody reads figures while typing. */
const quietTime = 300;

/** A draft and how long it was when it was last measured. */
export interface MeasuredDraft {
  readonly document: vscode.TextDocument;
  readonly length: DraftLength;
}

/** Measures the draft in the active editor, and again a moment after it has changed. */
export class DraftMeter implements vscode.Disposable {
  readonly #service: SpeechService;
  readonly #log: Log;
  readonly #change = new vscode.EventEmitter<void>();
  /** `draft` has another value. */
  readonly onDidMeasure = this.#change.event;
  readonly #listening: vscode.Disposable;
  #draft: MeasuredDraft | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(service: SpeechService, log: Log) {
    this.#service = service;
    this.#log = log;
    this.#listening = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(editor => this.#follow(editor)),
      vscode.workspace.onDidOpenTextDocument(() => this.#follow(vscode.window.activeTextEditor)), // also when its language changes
      onActiveLanguagesChange(() => this.#follow(vscode.window.activeTextEditor)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document !== vscode.window.activeTextEditor?.document || !isDraft(document)) return;
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => void this.#measure(document), quietTime);
      }),
    );
    this.#follow(vscode.window.activeTextEditor);
  }

  /** `undefined` where the active editor shows no draft. */
  get draft(): MeasuredDraft | undefined {
    return this.#draft;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listening.dispose();
    this.#change.dispose();
  }

  /** A view or a panel with the focus is no other draft: the last one stays as long as it is visible. */
  #follow(editor: vscode.TextEditor | undefined): void {
    if (editor !== undefined && isDraft(editor.document)) {
      void this.#measure(editor.document);
      return;
    }
    const isVisible = vscode.window.visibleTextEditors.some(({ document }) => document === this.#draft?.document);
    if (editor === undefined && isVisible) return;
    this.#draft = undefined;
    this.#change.fire();
  }

  async #measure(document: vscode.TextDocument): Promise<void> {
    const { version } = document;
    const length = await orNothing(this.#log, this.#service.draftLength({ text: document.getText() }));
    if (length === undefined || document.version !== version) return;
    if (document !== vscode.window.activeTextEditor?.document || !isDraft(document)) return;
    this.#draft = { document, length };
    this.#change.fire();
  }
}
