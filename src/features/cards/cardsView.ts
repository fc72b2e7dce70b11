import * as vscode from 'vscode';
import type { Card } from '../../core/cards/card.ts';
import { cardItems, commands, views } from '../../manifest.ts';
import { t } from '../../vscode/messages.ts';
import { type CardRow, groupCards, type TagRow } from './cardRows.ts';
import type { CardShelf } from './cardShelf.ts';

type Row = TagRow | CardRow;

/** «素材»: the cards by tag. */
export function registerCardsView(shelf: CardShelf): vscode.Disposable {
  const rows = new CardRows(shelf);
  const view = vscode.window.createTreeView<Row>(views.cards, { treeDataProvider: rows, showCollapseAll: true });
  return vscode.Disposable.from(view, rows);
}

/** The card of a row that the view passed to a command. */
export function cardOf(row: unknown): Card | undefined {
  const isCard = typeof row === 'object' && row !== null && 'kind' in row && row.kind === 'card' && 'card' in row;
  return isCard ? (row as CardRow).card : undefined;
}

class CardRows implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  readonly #shelf: CardShelf;
  readonly #change = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#change.event;
  readonly #listening: vscode.Disposable;

  constructor(shelf: CardShelf) {
    this.#shelf = shelf;
    this.#listening = shelf.onDidChange(() => this.#change.fire());
  }

  async getChildren(row?: Row): Promise<Row[]> {
    if (row === undefined) return groupCards(await this.#shelf.cards());
    return row.kind === 'tag' ? [...row.cards] : [];
  }

  getTreeItem(row: Row): vscode.TreeItem {
    return row.kind === 'tag' ? tagItem(row) : cardItem(row);
  }

  dispose(): void {
    this.#listening.dispose();
    this.#change.dispose();
  }
}

// Labels and tooltips are plain strings, never Markdown: they contain text that users have selected anywhere.

function tagItem({ tag, label, cards }: TagRow): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
  item.id = tag === undefined ? 'untagged' : `tag ${tag}`;
  item.iconPath = new vscode.ThemeIcon('tag');
  item.description = t('card.count', cards.length);
  item.contextValue = cardItems.tag;
  return item;
}

function cardItem({ card, tag, label, source }: CardRow): vscode.TreeItem {
  const item = new vscode.TreeItem(label);
  item.id = `${tag ?? ''} ${card.id}`;
  item.description = source;
  item.tooltip = [card.text, `—— ${source}`, card.note].filter(part => part !== undefined).join('\n\n');
  item.accessibilityInformation = { label: `${label}，${source}` };
  item.contextValue = cardItems.card;
  item.command = {
    command: commands.openSource,
    title: t('card.open'),
    arguments: [card.id, 0, card.text.length],
  };
  return item;
}
