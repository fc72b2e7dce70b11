import * as vscode from 'vscode';
import type { Card } from '../../core/cards/card.ts';
import { commands } from '../../manifest.ts';
import { onSettingChange } from '../../vscode/config.ts';
import { insertText } from '../../vscode/insertText.ts';
import type { Log } from '../../vscode/log.ts';
import { t } from '../../vscode/messages.ts';
import { revealFile } from '../../vscode/revealFile.ts';
import { showFailure } from '../../vscode/showFailure.ts';
import type { CorpusSession } from '../corpus/corpusSession.ts';
import type { Renderings } from '../provenance/renderings.ts';
import type { Sources } from '../provenance/source.ts';
import { addCard } from './addCard.ts';
import { CardShelf } from './cardShelf.ts';
import { cardOf, registerCardsView } from './cardsView.ts';

export interface CardParts {
  readonly corpus: CorpusSession;
  readonly renderings: Renderings;
  readonly sources: Sources;
  readonly log: Log;
}

/**
 * «素材»: texts that the user keeps, in Markdown files of a folder of their own.
 * @param forget called when the cards have changed, since earlier suggestions may be out of date
 */
export function registerCards({ corpus, renderings, sources, log }: CardParts, forget: () => void): vscode.Disposable {
  const { service } = corpus;
  const shelf = new CardShelf(corpus, log);
  return vscode.Disposable.from(
    shelf,
    registerCardsView(shelf),
    shelf.onDidChange(async () => {
      await shelf.cards(); // the service has the new ones then
      forget();
    }),
    onSettingChange(['jianggao.cards.folder'], () => shelf.refresh()),
    vscode.commands.registerCommand(commands.addCard, () => addCard({ service, shelf, renderings, sources })),
    vscode.commands.registerCommand(commands.insertCard, (row: unknown) => withCard(row, insert)),
    vscode.commands.registerCommand(commands.deleteCard, (row: unknown) =>
      withCard(row, card => deleteCard(card, shelf)),
    ),
    vscode.commands.registerCommand(commands.openCardFolder, () => openFolder(corpus.cardFolder, log)),
  );
}

async function withCard(row: unknown, act: (card: Card) => Promise<void>): Promise<void> {
  const card = cardOf(row);
  if (card !== undefined) await act(card);
}

async function insert({ text }: Card): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    void vscode.window.showInformationMessage(t('card.noEditor'));
    return;
  }
  await insertText(editor, text);
  await vscode.window.showTextDocument(editor.document, { viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active });
}

/** Moves the card to the trash; where there is none, asks the user first. */
async function deleteCard({ path }: Card, shelf: CardShelf): Promise<void> {
  const uri = vscode.Uri.file(path);
  try {
    await vscode.workspace.fs.delete(uri, { useTrash: true });
  } catch {
    const answer = await vscode.window.showWarningMessage(
      t('card.deleteForGood'),
      { modal: true, detail: path },
      t('card.delete'),
    );
    if (answer === undefined) return;
    try {
      await vscode.workspace.fs.delete(uri, { useTrash: false });
    } catch (error) {
      showFailure('card.notDeleted', error);
    }
  }
  shelf.refresh();
}

/** Creates the folder if it does not exist: an empty folder to put files into is better than a refusal. */
async function openFolder(folder: string | undefined, log: Log): Promise<void> {
  if (folder === undefined) return;
  try {
    await vscode.workspace.fs.createDirectory(vscode.Uri.file(folder));
  } catch (error) {
    showFailure('card.noFolder', error);
    return;
  }
  await revealFile(folder, log);
}
