import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';
import { commands } from '../../manifest.ts';
import { registerForDrafts } from '../../vscode/languages.ts';
import { placeOf } from './draftCaret.ts';
import type { PlacedGhost } from './ghostAnswers.ts';
import { type Ghost, toNextMark } from './ghostText.ts';
import type { Suggesting } from './suggesting.ts';
import type { CaretPlace } from './suggestSession.ts';

/** With default settings the editor holds its own list back until ghost text has been answered for. */
const answerLimit = 20;

/** Words of the corpus in grey after the caret, and the command that takes them up to their next mark. */
export function registerGhostText(suggesting: Suggesting): vscode.Disposable {
  const provider = new GhostTextProvider(suggesting);
  return vscode.Disposable.from(
    registerForDrafts(selector => vscode.languages.registerInlineCompletionItemProvider(selector, provider)),
    vscode.commands.registerTextEditorCommand(commands.acceptToMark, editor => void provider.acceptToMark(editor)),
  );
}

class GhostTextProvider implements vscode.InlineCompletionItemProvider {
  readonly #suggesting: Suggesting;
  #shown: PlacedGhost | undefined;

  constructor(suggesting: Suggesting) {
    this.#suggesting = suggesting;
  }

  async provideInlineCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    { selectedCompletionInfo }: vscode.InlineCompletionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.InlineCompletionItem[]> {
    const { ghosts, session, refusals } = this.#suggesting;
    // While a list is open Tab takes its row, so grey text would promise what it does not do.
    if (selectedCompletionInfo !== undefined) return [];
    const place = placeOf(document, position);
    const answer = ghosts.at(document, position);
    const ghost = await Promise.race([answer, delay(answerLimit, 'late' as const)]);
    if (ghost === 'late') {
      void this.#askAgain(answer, document, place);
      return [];
    }
    if (ghost === undefined || token.isCancellationRequested) return [];
    this.#shown = { place, ghost };
    session.noteInsertable(ghost.text);
    refusals.noteShown(place, ghost.suggestion, ghost.text);
    const item = new vscode.InlineCompletionItem(ghost.text, new vscode.Range(position, position));
    item.command = { command: commands.accepted, title: '', arguments: [ghost.suggestion.insertText] };
    return [item];
  }

  async acceptToMark(editor: vscode.TextEditor): Promise<void> {
    const { ghosts, session } = this.#suggesting;
    const position = editor.selection.active;
    const place = placeOf(editor.document, position);
    const shown = this.#shown;
    if (shown?.place.uri !== place.uri || shown.place.line !== place.line || shown.place.before !== place.before) {
      await vscode.commands.executeCommand('editor.action.inlineSuggest.acceptNextWord'); // another extension's
      return;
    }
    const part = toNextMark(shown.ghost.text);
    const rest = { ...shown.ghost, text: shown.ghost.text.slice(part.length) };
    // The editor keeps the rest on the screen by itself, and the key may be pressed again before it asks.
    this.#shown = rest.text === '' ? undefined : { place: { ...place, before: place.before + part }, ghost: rest };
    ghosts.keepRest(this.#shown);
    session.noteInsertable(part);
    await editor.edit(edit => edit.insert(position, part));
    await vscode.commands.executeCommand('editor.action.inlineSuggest.trigger');
  }

  /** The answer came after the editor stopped waiting: it is asked for again, and is there by then. */
  async #askAgain(answer: Promise<Ghost | undefined>, document: vscode.TextDocument, place: CaretPlace): Promise<void> {
    if ((await answer) === undefined) return;
    const editor = vscode.window.activeTextEditor;
    if (editor?.document !== document || document.version !== place.version) return;
    await vscode.commands.executeCommand('editor.action.inlineSuggest.trigger');
  }
}
