import * as vscode from 'vscode';
import { sourceLanguageId } from '../../manifest.ts';
import { isDraft } from '../../vscode/languages.ts';

/** Each document is laid out once: a language that the user sets afterwards stays. */
const laidOut = new WeakSet<vscode.TextDocument>();

/**
 * Wraps the lines of a source that is plain text, where a paragraph is one line and the editor does not wrap. Settings can be given
 * to a language only, so it is given one that no file is associated with: the user's other files stay as they are, and the source
 * too once it is closed. Left alone where the user wraps plain text anyway or drafts in it.
 *
 * Not done: wrapping `[plaintext]` by default, which would reach every file; the command that toggles the wrap, which works on the
 * editor with the focus only and a preview has none; opening the read-only rendering, in which nothing can be corrected.
 */
export async function layOutAsSpeech(document: vscode.TextDocument): Promise<vscode.TextDocument> {
  if (document.languageId !== 'plaintext' || isDraft(document) || laidOut.has(document)) return document;
  if (vscode.workspace.getConfiguration('editor', document).get('wordWrap') !== 'off') return document;
  laidOut.add(document);
  return vscode.languages.setTextDocumentLanguage(document, sourceLanguageId);
}

export function isLaidOut({ languageId }: vscode.TextDocument): boolean {
  return languageId === sourceLanguageId;
}
