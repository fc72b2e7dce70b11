// The page's end of src/vscode/webview.ts. Pages draw what they are told and report what was pressed; they fetch nothing,
// keep nothing and know no language: all text comes with the messages.

import { readyMessage } from './protocol.ts';

/** Given by the editor to the script of a webview, once. */
declare function acquireVsCodeApi(): { postMessage(message: unknown): void };

/**
 * Calls `show` with every message of the host, and tells the host that it may begin.
 * @returns sends a message to the host, which checks its shape
 */
export function connect<ToPage, FromPage>(show: (message: ToPage) => void): (message: FromPage) => void {
  const editor = acquireVsCodeApi();
  addEventListener('message', ({ data }: MessageEvent<ToPage>) => show(data));
  editor.postMessage(readyMessage);
  return message => editor.postMessage(message);
}

/** An element with attributes and children. Strings become text, never markup: they come from drafts and corpora. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** Focuses a row. Only one row at a time can be reached by Tab. */
export function focusRow(rows: readonly HTMLElement[], at: number): void {
  for (const [i, row] of rows.entries()) row.setAttribute('tabindex', i === at ? '0' : '-1');
  rows[at]?.focus();
}
