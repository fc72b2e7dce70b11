import * as vscode from 'vscode';
import type { DraftLength } from '../../core/length/draftLength.ts';
import type { SpeechService } from '../../core/service/speechService.ts';
import { ActiveDraft } from '../../vscode/activeDraft.ts';
import { onSettingChange, readSetting } from '../../vscode/config.ts';
import { type Log, orNothing } from '../../vscode/log.ts';

/** A draft with its length when it was last measured. */
export interface MeasuredDraft {
  readonly document: vscode.TextDocument;
  readonly length: DraftLength;
}

/** Measures the draft in the active editor, and again a moment after it has changed. */
export class DraftMeter implements vscode.Disposable {
  readonly #service: SpeechService;
  readonly #log: Log;
  readonly #change = new vscode.EventEmitter<void>();
  /** Fires when `draft` has another value. */
  readonly onDidMeasure = this.#change.event;
  readonly #active = new ActiveDraft();
  readonly #ruleWatch = onSettingChange(['jianggao.length.rule'], () => void this.#measure());
  #draft: MeasuredDraft | undefined;

  constructor(service: SpeechService, log: Log) {
    this.#service = service;
    this.#log = log;
    this.#active.onDidChange(() => void this.#measure());
    void this.#measure();
  }

  /** `undefined` where no draft is being worked on. */
  get draft(): MeasuredDraft | undefined {
    return this.#draft;
  }

  dispose(): void {
    this.#active.dispose();
    this.#ruleWatch.dispose();
    this.#change.dispose();
  }

  async #measure(): Promise<void> {
    const { document } = this.#active;
    if (document === undefined) {
      this.#draft = undefined;
      this.#change.fire();
      return;
    }
    const { version } = document;
    const request = { text: document.getText(), rule: readSetting('jianggao.length.rule') };
    const length = await orNothing(this.#log, this.#service.draftLength(request));
    if (length === undefined || document.version !== version || document !== this.#active.document) return;
    this.#draft = { document, length };
    this.#change.fire();
  }
}
