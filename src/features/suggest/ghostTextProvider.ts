import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';
import { commands } from '../../manifest.ts';
import { registerForDrafts } from '../../vscode/languages.ts';
import { placeOf } from './draftCaret.ts';
import type { PlacedGhost } from './ghostAnswers.ts';
import { type Ghost, toNextMark } from './ghostText.ts';
import type { Suggesting } from './suggesting.ts';
import type { CaretPlace } from './suggestSession.ts';

/** With default settings the editor delays its own list until ghost text has been answered. */
const answerLimit = 20;

/** Provides ghost text, and the command that accepts it up to its next mark. */
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
    // While a list is open Tab accepts its row, so ghost text would promise the wrong thing.
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
    // The editor keeps showing the rest, and the key may be pressed again before it requests ghost text.
    this.#shown = rest.text === '' ? undefined : { place: { ...place, before: place.before + part }, ghost: rest };
    ghosts.keepRest(this.#shown);
    session.noteInsertable(part);
    await editor.edit(edit => edit.insert(position, part));
    await vscode.commands.executeCommand('editor.action.inlineSuggest.trigger');
  }

  /** If the answer came after the editor had stopped waiting, makes it ask again; by then the answer is cached. */
  async #askAgain(answer: Promise<Ghost | undefined>, document: vscode.TextDocument, place: CaretPlace): Promise<void> {
    if ((await answer) === undefined) return;
    const editor = vscode.window.activeTextEditor;
    if (editor?.document !== document || document.version !== place.version) return;
    await vscode.commands.executeCommand('editor.action.inlineSuggest.trigger');
  }
}
