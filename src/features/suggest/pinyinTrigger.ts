import * as vscode from 'vscode';
import { MIN_LETTERS, spellingBefore } from '../../core/complete/pinyinCompletion.ts';
import { readSetting } from '../../vscode/config.ts';
import { isDraft } from '../../vscode/languages.ts';
import { orNothing } from '../../vscode/log.ts';
import { caretOf, placeOf } from './draftCaret.ts';
import type { Suggesting } from './suggesting.ts';
import { isTypedLetter } from './suggestionGate.ts';
import { isCaretNear, mayOpenByItself } from './trigger.ts';

/**
 * Opens the list while letters are typed after Chinese text, for users who have enabled phrases by pinyin. The letters of a composing input
 * method are in the document too, but each replaces the ones before it.
 */
export function registerPinyinTrigger(suggesting: Suggesting): vscode.Disposable {
  return vscode.workspace.onDidChangeTextDocument(event => void onChange(event, suggesting));
}

async function onChange(
  { document, contentChanges, reason }: vscode.TextDocumentChangeEvent,
  { answers, session, log }: Suggesting,
): Promise<void> {
  const [change, ...others] = contentChanges;
  if (change === undefined || others.length > 0 || reason !== undefined) return;
  if (!isTypedLetter(change) || !isDraft(document) || !readSetting('jianggao.completion.pinyin')) return;
  const caret = document.positionAt(change.rangeOffset + change.text.length);
  const place = placeOf(document, caret);
  const letters = spellingBefore(place.before, place.before.length);
  if (letters.length < MIN_LETTERS || !mayOpenByItself(document) || session.isMuted(place)) return;
  const mode = readSetting('jianggao.completion.mode');
  const spelled = await orNothing(log, answers.at(caretOf(document, caret), mode, true));
  if (spelled === undefined || spelled.length === 0) return;
  if (document.version !== place.version || !isCaretNear(document, change.range, caret)) return;
  session.noteTriggered(place);
  await vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
}
