import * as vscode from 'vscode';
import type { LearnRequest } from '../../core/complete/learning.ts';
import type { SpeechService } from '../../core/service/speechService.ts';
import { commands } from '../../manifest.ts';
import { type Log, orNothing } from '../../vscode/log.ts';
import { t } from '../../vscode/messages.ts';
import { showFailure } from '../../vscode/showFailure.ts';

/** Milliseconds between the last event and the call of the service, which writes a file each time. */
const idleTime = 2000;

/**
 * Reports accepted and refused suggestions to the service, in batches. The events of the last two seconds before the window closes are
 * lost.
 */
export class Learning implements vscode.Disposable {
  readonly #service: SpeechService;
  readonly #log: Log;
  #accepted: string[] = [];
  #refused: string[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(service: SpeechService, log: Log) {
    this.#service = service;
    this.#log = log;
  }

  noteAccepted(insertText: string): void {
    this.#accepted.push(insertText);
    this.#schedule();
  }

  noteRefused(insertText: string): void {
    this.#refused.push(insertText);
    this.#schedule();
  }

  /** Reads the counts of earlier windows. */
  load(): Promise<void> {
    return this.#learn({});
  }

  /** Deletes all counts, also from the disk. */
  async forget(): Promise<void> {
    clearTimeout(this.#timer);
    this.#accepted = [];
    this.#refused = [];
    await this.#service.learn({ forget: true });
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const request = { accepted: this.#accepted, refused: this.#refused };
      this.#accepted = [];
      this.#refused = [];
      void this.#learn(request);
    }, idleTime);
  }

  async #learn(request: LearnRequest): Promise<void> {
    const result = await orNothing(this.#log, this.#service.learn(request));
    if (result?.damage !== undefined) void vscode.window.showWarningMessage(t(`learning.${result.damage}`));
  }
}

/** Registers «清除学习记录», and the command that runs after a row or ghost text has been inserted. */
export function registerLearning(learning: Learning, onAccepted: () => void): vscode.Disposable {
  return vscode.Disposable.from(
    learning,
    vscode.commands.registerCommand(commands.accepted, async (insertText: unknown) => {
      onAccepted();
      if (typeof insertText === 'string' && insertText !== '') learning.noteAccepted(insertText);
      // So that Tab inserts «真抓实干», and Tab again «，务求实效».
      await vscode.commands.executeCommand('editor.action.inlineSuggest.trigger');
    }),
    vscode.commands.registerCommand(commands.forgetLearned, async () => {
      try {
        await learning.forget();
        void vscode.window.showInformationMessage(t('learning.forgotten'));
      } catch (error) {
        showFailure('learning.notForgotten', error);
      }
    }),
  );
}
