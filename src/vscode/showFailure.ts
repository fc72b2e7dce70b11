import * as vscode from 'vscode';
import { describeError } from './log.ts';
import { forNotification } from './markup.ts';
import { type MessageKey, t } from './messages.ts';

/** Units of a cause that a notification shows. */
const longestCause = 200;

/** Tells the user that something has failed, and why: `{0}` of the message `key` is the cause. */
export function showFailure(key: MessageKey, cause: unknown): void {
  void vscode.window.showErrorMessage(t(key, forNotification(describeError(cause), longestCause)));
}
