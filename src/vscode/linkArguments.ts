import * as vscode from 'vscode';

// Links in hovers can be forged, so commands accept only numbers and ids from them, and check those.

/** Whether `value` can be a line, a column or an offset. */
export function isIndex(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** The position in `document` that a link names by line and column, or the nearest position that exists; `undefined` if the link names none. */
export function linkedPosition(
  document: vscode.TextDocument,
  line: unknown,
  character: unknown,
): vscode.Position | undefined {
  if (!isIndex(line) || !isIndex(character)) return undefined;
  return document.validatePosition(new vscode.Position(line, character));
}
