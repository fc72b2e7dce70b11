// What editor tests share: fresh drafts with a caret marked `｜`, waiting for an effect, and tidying up.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';
import { driver, driverAvailable } from './driver.ts';

/** Where the caret is in a draft given to `openDraft`, or expected by `draftWithCaret`: `我们要坚持｜推动`. */
export const caretMarker = '｜';

export type DraftLanguage = 'jianggao' | 'plaintext' | 'markdown';

const suffixes: Readonly<Record<DraftLanguage, string>> = { jianggao: '.jg', plaintext: '.txt', markdown: '.md' };
const patience = 10_000;
const pollInterval = 25;

let folder: string | undefined;
let drafts = 0;
let pictures = 0;

/**
 * Opens `content` in an editor that has the focus, with the caret at `｜` or, without one, at the end. Each draft is a new
 * file: an untitled document that is closed and opened again at once may come back with its old text.
 */
export async function openDraft(content: string, language: DraftLanguage = 'jianggao'): Promise<vscode.TextEditor> {
  folder ??= mkdtempSync(path.join(tmpdir(), 'jianggao-drafts-'));
  drafts++;
  const file = path.join(folder, `draft-${drafts}${suffixes[language]}`);
  const caret = content.indexOf(caretMarker);
  const text = content.replace(caretMarker, '');
  writeFileSync(file, text);
  const document = await vscode.workspace.openTextDocument(file);
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  setCaret(editor, caret < 0 ? text.length : caret);
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  return editor;
}

export function setCaret(editor: vscode.TextEditor, offset: number): void {
  const position = editor.document.positionAt(offset);
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(editor.selection);
}

/** Puts the caret behind the first place where `text` stands. */
export function setCaretAfter(editor: vscode.TextEditor, text: string): void {
  const start = editor.document.getText().indexOf(text);
  assert.ok(start >= 0, `not in the draft: ${text}`);
  setCaret(editor, start + text.length);
}

/** The draft's text with `｜` at the caret, to compare with. */
export function draftWithCaret(editor: vscode.TextEditor): string {
  const text = editor.document.getText();
  const caret = editor.document.offsetAt(editor.selection.active);
  return text.slice(0, caret) + caretMarker + text.slice(caret);
}

/**
 * Polls until `read` answers something: not undefined, null, false, '' or an empty array. Fails after `limit` milliseconds and
 * then says what it waited for and what the last answer or error was.
 */
export async function until<T>(
  read: () => T | Promise<T>,
  waitingFor = 'the expected state',
  limit = patience,
): Promise<NonNullable<T>> {
  const end = Date.now() + limit;
  let last: unknown;
  do {
    try {
      const value = await read();
      if (isPresent(value)) return value;
      last = value;
    } catch (error) {
      last = error; // an assertion inside `read` may hold later
    }
    await delay(pollInterval);
  } while (Date.now() < end);
  const reason = last instanceof Error ? last.message : JSON.stringify(last);
  throw new Error(`waited ${limit} ms in vain for ${waitingFor}; last: ${reason}${await picture()}`);
}

/** What the window looked like when waiting was in vain. */
async function picture(): Promise<string> {
  if (!driverAvailable) return '';
  pictures++;
  return `; see ${await driver.screenshot(`failure-${pictures}`).catch(String)}`;
}

/** What the extension has told the editor so far, a selection or a context key, has arrived there: calls keep their order. */
export async function untilTold(): Promise<void> {
  await vscode.commands.executeCommand('setContext', 'jianggao.test', true);
}

/** Waits until the draft, with `｜` at the caret, reads `expected`. */
export async function untilDraft(editor: vscode.TextEditor, expected: string): Promise<void> {
  await until(() => {
    assert.equal(draftWithCaret(editor), expected);
    return true;
  }, 'the draft to change');
}

/**
 * Polls for as long as a wrong reaction would need to appear, and fails as soon as `read` answers something. For 「nothing
 * pops up」, where there is no event to wait for.
 */
export async function never<T>(read: () => T | Promise<T>, unwanted: string, duration = 800): Promise<void> {
  const end = Date.now() + duration;
  while (Date.now() < end) {
    const value = await read();
    if (isPresent(value)) assert.fail(`${unwanted}: ${JSON.stringify(value)}`);
    await delay(pollInterval);
  }
}

/** For `afterEach`: closes every editor without the question whether to save, and removes the draft files. */
export async function closeDrafts(): Promise<void> {
  const deadline = Date.now() + patience;
  while (vscode.window.tabGroups.all.some(group => group.tabs.length > 0)) {
    if (Date.now() > deadline) throw new Error('editors stay open');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  folder = undefined;
}

function isPresent<T>(value: T): value is NonNullable<T> {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null && value !== false && value !== '';
}
