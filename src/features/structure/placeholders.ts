import * as vscode from 'vscode';
import { findPlaceholders, nextPlaceholder } from '../../core/structure/placeholders.ts';
import { commands, focusCommand, views } from '../../manifest.ts';
import { ActiveDraft } from '../../vscode/activeDraft.ts';
import { toRange } from '../../vscode/convert.ts';
import { t } from '../../vscode/messages.ts';
import { remark } from '../../vscode/remark.ts';
import { type PlaceholderRow, placeholderRows } from './placeholderRows.ts';
import { templatePrompts } from './templateText.ts';

/** «待填»: the placeholders of the draft as a list and as a number in the status bar, with commands to go from one to the next. */
export function registerPlaceholders(): vscode.Disposable {
  const draft = new ActiveDraft();
  const rows = new PlaceholderRows(draft);
  const view = vscode.window.createTreeView<PlaceholderRow>(views.placeholders, { treeDataProvider: rows });
  const item = vscode.window.createStatusBarItem('placeholders', vscode.StatusBarAlignment.Right, 97);
  item.name = t('placeholders.title');
  item.command = focusCommand(views.placeholders);
  item.tooltip = t('placeholders.tooltip');
  const update = () => {
    const count = rows.refresh();
    view.description = count > 0 ? String(count) : '';
    view.message = count > 0 ? '' : t(draft.document === undefined ? 'placeholders.noDraft' : 'placeholders.none');
    item.text = t('placeholders.count', count);
    if (count > 0) item.show();
    else item.hide();
  };
  update();
  return vscode.Disposable.from(
    draft,
    rows,
    view,
    item,
    draft.onDidChange(update),
    vscode.commands.registerTextEditorCommand(commands.nextPlaceholder, editor => go(editor, 'next')),
    vscode.commands.registerTextEditorCommand(commands.previousPlaceholder, editor => go(editor, 'previous')),
  );
}

class PlaceholderRows implements vscode.TreeDataProvider<PlaceholderRow>, vscode.Disposable {
  readonly #draft: ActiveDraft;
  readonly #change = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#change.event;
  #rows: readonly PlaceholderRow[] = [];

  constructor(draft: ActiveDraft) {
    this.#draft = draft;
  }

  /**
   * Finds the placeholders again.
   * @returns their number
   */
  refresh(): number {
    this.#rows = placeholderRows(this.#draft.document?.getText() ?? '');
    this.#change.fire();
    return this.#rows.length;
  }

  getChildren(row?: PlaceholderRow): PlaceholderRow[] {
    return row === undefined ? [...this.#rows] : [];
  }

  getTreeItem({ placeholder, label, highlight, line }: PlaceholderRow): vscode.TreeItem {
    const item = new vscode.TreeItem({ label, highlights: [[highlight[0], highlight[1]]] });
    item.description = t('placeholders.line', line);
    item.tooltip = label;
    const { document } = this.#draft;
    if (document === undefined) return item;
    const show = { selection: toRange(document, placeholder), preserveFocus: false };
    item.command = { command: 'vscode.open', title: t('placeholders.open'), arguments: [document.uri, show] };
    return item;
  }

  dispose(): void {
    this.#change.dispose();
  }
}

/** Selects the placeholder, so that typing replaces it. */
function go(editor: vscode.TextEditor, direction: 'next' | 'previous'): void {
  const { document, selection } = editor;
  const caret = { start: document.offsetAt(selection.start), end: document.offsetAt(selection.end) };
  const found = nextPlaceholder(findPlaceholders(document.getText(), templatePrompts), caret, direction);
  if (found === undefined) {
    remark(t('placeholders.none'));
    return;
  }
  const { start, end } = toRange(document, found);
  editor.selection = new vscode.Selection(start, end);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
