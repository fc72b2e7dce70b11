import * as vscode from 'vscode';
import { splitTags } from '../../core/cards/cardFile.ts';
import type { SpeechService } from '../../core/service/speechService.ts';
import { forNotification } from '../../vscode/markup.ts';
import { t } from '../../vscode/messages.ts';
import { showFailure } from '../../vscode/showFailure.ts';
import type { Renderings } from '../provenance/renderings.ts';
import type { Sources } from '../provenance/source.ts';
import { knownTags } from './cardRows.ts';
import type { CardShelf } from './cardShelf.ts';

export interface CardKeeping {
  readonly service: SpeechService;
  readonly shelf: CardShelf;
  readonly renderings: Renderings;
  readonly sources: Sources;
}

/** «加入素材»: saves the selection, in a draft or a corpus document, as a card with tags, a note and its source in the corpus. */
export async function addCard({ service, shelf, renderings, sources }: CardKeeping): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const text = editor?.document.getText(editor.selection).trim() ?? '';
  if (editor === undefined || text === '') {
    void vscode.window.showInformationMessage(t('card.nothingSelected'));
    return;
  }
  const { uri } = editor.document;
  const from = renderings.documentIdOf(uri) ?? (uri.scheme === 'file' ? uri.fsPath : undefined);
  const tags = await chooseTags(knownTags(await shelf.cards()));
  if (tags === undefined) return;
  const note = await vscode.window.showInputBox({
    title: t('card.note'),
    placeHolder: t('card.notePlaceholder'),
    ignoreFocusOut: true,
  });
  if (note === undefined) return;
  try {
    const { card } = await service.addCard({ text, tags, note, ...(from !== undefined && { from }) });
    shelf.refresh();
    const said = card.source === undefined ? t('card.addedOwn') : t('card.added', forNotification(card.source.title));
    const chosen = await vscode.window.showInformationMessage(said, t('card.open'));
    if (chosen !== undefined) await sources.open([card.id, 0, card.text.length]);
  } catch (error) {
    showFailure('card.notAdded', error);
  }
}

/** Lets the user choose among earlier tags and type new ones; `undefined` if the user cancelled. */
function chooseTags(known: readonly string[]): Promise<readonly string[] | undefined> {
  const pick = vscode.window.createQuickPick();
  pick.title = t('card.tags');
  pick.placeholder = t('card.tagsPlaceholder');
  pick.canSelectMany = true;
  pick.ignoreFocusOut = true;
  pick.items = known.map(label => ({ label }));
  return new Promise(resolve => {
    pick.onDidChangeValue(value => {
      const chosen = new Set(pick.selectedItems.filter(isKnown).map(({ label }) => label));
      const fresh = splitTags(value).filter(tag => !known.includes(tag));
      const made = fresh.map(label => ({ label, description: t('card.newTag'), alwaysShow: true }));
      const items = known.map(label => ({ label }));
      pick.items = [...made, ...items];
      pick.selectedItems = [...made, ...items.filter(({ label }) => chosen.has(label))];
    });
    pick.onDidAccept(() => {
      const typed = splitTags(pick.value).filter(tag => known.includes(tag));
      resolve([...new Set([...pick.selectedItems.map(({ label }) => label), ...typed])]);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function isKnown({ description }: vscode.QuickPickItem): boolean {
  return description === undefined;
}
