import * as vscode from 'vscode';
import { textBefore } from '../../vscode/convert.ts';
import type { DraftCaret } from './draftAnswers.ts';
import type { CaretPlace } from './suggestSession.ts';

export function placeOf(document: vscode.TextDocument, position: vscode.Position): CaretPlace {
  return {
    uri: document.uri.toString(),
    version: document.version,
    line: position.line,
    before: textBefore(document, position),
  };
}

export function caretOf(document: vscode.TextDocument, position: vscode.Position): DraftCaret {
  return {
    uri: document.uri.toString(),
    version: document.version,
    offset: document.offsetAt(position),
    text: () => document.getText(),
  };
}

/** The text after `position` on its line. */
export function textAfter(document: vscode.TextDocument, position: vscode.Position): string {
  return document.lineAt(position.line).text.slice(position.character);
}

export function hasManyCarets(document: vscode.TextDocument): boolean {
  const editor = vscode.window.activeTextEditor;
  return editor?.document === document && editor.selections.length > 1;
}
