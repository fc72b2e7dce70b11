import * as vscode from 'vscode';
import type { TextEncoding } from '../core/document/textEncoding.ts';
import type { DraftPlace, DraftRequest, SourcePlace } from '../core/service/speechService.ts';
import type { Span } from '../core/text/span.ts';

export function toRange(document: vscode.TextDocument, span: Span): vscode.Range {
  return new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
}

/** The draft as the service expects it, with its path if it has one. */
export function draftOf(document: vscode.TextDocument): DraftRequest {
  const { uri } = document;
  return { text: document.getText(), ...(uri.scheme === 'file' && { path: uri.fsPath }) };
}

/** A place in the draft as the service expects it. */
export function draftAt(document: vscode.TextDocument, position: vscode.Position): DraftPlace {
  return { text: document.getText(), offset: document.offsetAt(position) };
}

export function toSourceRange(place: SourcePlace): vscode.Range {
  return new vscode.Range(place.startLine, place.startColumn, place.endLine, place.endColumn);
}

const editorEncodings: Readonly<Record<TextEncoding, string>> = {
  'utf-8': 'utf8',
  'utf-16le': 'utf16le',
  'utf-16be': 'utf16be',
  gb18030: 'gb18030',
  big5: 'big5hkscs',
};

/** VS Code's name of an encoding: `utf8` for `utf-8`. */
export function toEditorEncoding(encoding: TextEncoding): string {
  return editorEncodings[encoding];
}

/**
 * The text before `position` on its line. In «我们要坚持真抓|实干» it is «我们要坚持真抓».
 */
export function textBefore(document: vscode.TextDocument, position: vscode.Position): string {
  return document.lineAt(position.line).text.slice(0, position.character);
}
