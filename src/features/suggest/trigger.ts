import * as vscode from 'vscode';
import { commands } from '../../manifest.ts';
import { readSetting } from '../../vscode/config.ts';
import { isDraft } from '../../vscode/languages.ts';
import { orNothing } from '../../vscode/log.ts';
import { templatesByHead } from '../structure/templateText.ts';
import { caretOf, placeOf, textAfter } from './draftCaret.ts';
import { mayEndHere } from './lineEnd.ts';
import type { Suggesting } from './suggesting.ts';
import { invitation, isTyped, worthShowing } from './suggestionGate.ts';
import type { CaretPlace, Edit } from './suggestSession.ts';

/**
 * Opens the list after a committed character where there is something to show. The editor's own rules miss the middle of a run of
 * characters, Markdown, and a caret before «。»; this trigger does not depend on the user's quick suggestions.
 */
export function registerTrigger(suggesting: Suggesting): vscode.Disposable {
  const { enter, session } = suggesting;
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(event => void onChange(event, suggesting)),
    vscode.window.onDidChangeTextEditorSelection(({ kind }) => {
      // Typing and accepting move the caret too, but with other kinds of events.
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
      void vscode.commands.executeCommand('editor.action.inlineSuggest.hide');
    }),
  );
}

async function onChange(
  { document, contentChanges, reason }: vscode.TextDocumentChangeEvent,
  suggesting: Suggesting,
): Promise<void> {
  const change = contentChanges[0];
  if (change === undefined || !isDraft(document)) return;
  const { session, enter } = suggesting;
  session.noteChange(document.uri.toString(), Date.now());
  enter.release();
  if (contentChanges.length > 1 || vscode.window.activeTextEditor?.document !== document) return;
  const accepted = session.wasOffered(change.text);
  if (!isTyped({ text: change.text, rangeLength: change.rangeLength, undoOrRedo: reason !== undefined, accepted }))
    return;
  const caret = document.positionAt(change.rangeOffset + change.text.length);
  const place = placeOf(document, caret);
  const edit = accepted ? 'accepted' : session.isCompletedBy(place.before) ? 'completed' : 'typed';
  session.noteEdit(place, edit);
  noteRefusal(place, edit, suggesting);
  if (await isWorthOpening(document, caret, edit, suggesting)) {
    if (document.version !== place.version || !isCaretNear(document, change.range, caret)) return;
    session.noteTriggered(place);
    const mayEnd = accepted || mayEndHere(place.before, caret.line === 0);
    enter.listOpens(mayEnd && textAfter(document, caret).trim() === '');
    await vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
  }
}

function noteRefusal(place: CaretPlace, edit: Edit, { refusals, learning }: Suggesting): void {
  if (edit === 'accepted') {
    refusals.noteAccepted();
    return;
  }
  const refused = refusals.typedTo(place);
  if (refused !== undefined) learning.noteRefused(refused);
}

/** Whether there is anything for a list that opens by itself at `caret`; where there is ghost text there is not. */
async function isWorthOpening(
  document: vscode.TextDocument,
  caret: vscode.Position,
  edit: Edit,
  { answers, ghosts, session, log }: Suggesting,
): Promise<boolean> {
  const place = placeOf(document, caret);
  const invited = invitation(place.before, readSetting('jianggao.completion.minimumLength'));
  if (invited === undefined || !mayOpenByItself(document) || session.isMuted(place)) return false;
  // After an accepted row only a confident continuation justifies a second list.
  const mode = edit === 'accepted' ? 'quiet' : readSetting('jianggao.completion.mode');
  const ghost = await ghosts.at(document, caret);
  if (ghost !== undefined || document.version !== place.version) return false;
  const suggestions = await orNothing(log, answers.at(caretOf(document, caret), mode));
  return worthShowing(suggestions ?? [], invited, mode).length > 0 || templatesByHead(place.before, false).length > 0;
}

/**
 * Whether there is a single caret, in or at the end of the typed text: the selection event may come after the change, and a change may come
 * from another program.
 */
export function isCaretNear(document: vscode.TextDocument, changed: vscode.Range, caret: vscode.Position): boolean {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document !== document || editor.selections.length !== 1 || !editor.selection.isEmpty) return false;
  const active = editor.selection.active;
  return active.isEqual(caret) || changed.contains(active);
}

/** Whether lists may open here without a request. */
export function mayOpenByItself(document: vscode.TextDocument): boolean {
  const trigger = readSetting('jianggao.completion.trigger');
  if (trigger === 'auto') return true;
  return trigger === 'followEditor' && !hasSwitchedOffQuickSuggestions(document);
}

/** Whether the user has switched quick suggestions off. That they are off by default in Markdown does not count. */
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
