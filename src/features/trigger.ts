import * as vscode from 'vscode';
import { commands } from '../manifest.ts';
import { readSetting } from '../vscode/config.ts';
import { textBefore } from '../vscode/convert.ts';
import { isDraft } from '../vscode/languages.ts';
import { type Log, orNothing } from '../vscode/log.ts';
import type { DraftAnswers } from './draftAnswers.ts';
import type { EnterGuard } from './enterGuard.ts';
import { invitation, isTyped, worthShowing } from './suggestionGate.ts';
import type { CaretPlace, SuggestSession } from './suggestSession.ts';
import { templatesByHead } from './templateText.ts';

/**
 * Opens the list after a committed character where there is something to show. The editor's own rules miss the middle of a
 * run of characters, Markdown, and a caret before «。»; this net does not depend on the user's quick suggestions.
 */
export function registerTrigger(
  answers: DraftAnswers,
  session: SuggestSession,
  enter: EnterGuard,
  log: Log,
): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(event => void onChange(event, answers, session, enter, log)),
    vscode.window.onDidChangeTextEditorSelection(({ kind }) => {
      // Typing and accepting move the caret too, but not by these.
      if (kind === vscode.TextEditorSelectionChangeKind.Mouse) enter.release();
    }),
    vscode.commands.registerTextEditorCommand(commands.suggest, editor => {
      enter.release();
      session.noteAsked(placeOf(editor.document, editor.selection.active));
      void vscode.commands.executeCommand('editor.action.triggerSuggest');
    }),
    vscode.commands.registerTextEditorCommand(commands.muteClause, editor => {
      enter.release();
      session.mute(placeOf(editor.document, editor.selection.active));
      void vscode.commands.executeCommand('hideSuggestWidget');
    }),
  );
}

async function onChange(
  { document, contentChanges, reason }: vscode.TextDocumentChangeEvent,
  answers: DraftAnswers,
  session: SuggestSession,
  enter: EnterGuard,
  log: Log,
): Promise<void> {
  const change = contentChanges[0];
  if (change === undefined || !isDraft(document)) return;
  session.noteChange(document.uri.toString(), Date.now());
  enter.release();
  if (contentChanges.length > 1 || vscode.window.activeTextEditor?.document !== document) return;
  const accepted = session.wasOffered(change.text);
  if (!isTyped({ text: change.text, undoOrRedo: reason !== undefined, accepted }) || !mayOpenByItself(document)) return;

  const caret = document.positionAt(change.rangeOffset + change.text.length);
  const place = placeOf(document, caret);
  const invited = invitation(place.before, readSetting('jianggao.completion.minimumLength'));
  if (invited === undefined || session.isMuted(place)) return;
  // After an accepted row only a confident continuation is worth a second list.
  const mode = accepted ? 'quiet' : readSetting('jianggao.completion.mode');
  const offset = document.offsetAt(caret);
  const suggestions = await orNothing(log, answers.at({ ...place, offset, text: () => document.getText() }, mode));
  const shown = worthShowing(suggestions ?? [], invited);
  if (shown.length === 0 && templatesByHead(place.before, false).length === 0) return;
  if (document.version !== place.version || !isCaretNear(document, change.range, caret)) return;
  session.noteTriggered(place);
  enter.listOpens((accepted || invited === 'blank-line') && isLineEnd(document, caret));
  await vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
}

/** One caret, in or at the end of what was typed: the selection event may come after the change, and a change may be another program's. */
function isCaretNear(document: vscode.TextDocument, changed: vscode.Range, caret: vscode.Position): boolean {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document !== document || editor.selections.length !== 1 || !editor.selection.isEmpty) return false;
  const active = editor.selection.active;
  return active.isEqual(caret) || changed.contains(active);
}

function isLineEnd(document: vscode.TextDocument, caret: vscode.Position): boolean {
  return document.lineAt(caret.line).text.slice(caret.character).trim() === '';
}

function mayOpenByItself(document: vscode.TextDocument): boolean {
  const trigger = readSetting('jianggao.completion.trigger');
  if (trigger === 'auto') return true;
  return trigger === 'followEditor' && !hasSwitchedOffQuickSuggestions(document);
}

/** Has the user written «off»? That Markdown ships with them off does not count. */
function hasSwitchedOffQuickSuggestions(document: vscode.TextDocument): boolean {
  const found = vscode.workspace.getConfiguration('editor', document).inspect<unknown>('quickSuggestions');
  const values = [
    found?.workspaceFolderLanguageValue,
    found?.workspaceLanguageValue,
    found?.globalLanguageValue,
    found?.workspaceFolderValue,
    found?.workspaceValue,
    found?.globalValue,
  ];
  const written = values.find(value => value !== undefined);
  const other = typeof written === 'object' && written !== null && 'other' in written ? written.other : written;
  return other === false || other === 'off';
}

function placeOf(document: vscode.TextDocument, position: vscode.Position): CaretPlace {
  return {
    uri: document.uri.toString(),
    version: document.version,
    line: position.line,
    before: textBefore(document, position),
  };
}
