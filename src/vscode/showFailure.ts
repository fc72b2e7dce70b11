import * as vscode from 'vscode';
import { describeError } from './log.ts';
import { forNotification } from './markup.ts';
import { type MessageKey, t } from './messages.ts';

/** Longest cause shown in a notification, in UTF-16 units. */
const longestCause = 200;

/** Shows a failure to the user; `{0}` of the message `key` is replaced by the cause. */
export function showFailure(key: MessageKey, cause: unknown): void {
  void vscode.window.showErrorMessage(t(key, forNotification(describeError(cause), longestCause)));
}
