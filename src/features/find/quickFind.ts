import * as vscode from 'vscode';
import type { FindKind, Found } from '../../core/find/found.ts';
import { contextKeys } from '../../manifest.ts';
import { setContext } from '../../vscode/context.ts';
import { insertText } from '../../vscode/insertText.ts';
import { orNothing } from '../../vscode/log.ts';
import { escapeIcons, forNotification } from '../../vscode/markup.ts';
import { t } from '../../vscode/messages.ts';
import type { CorpusAccess } from '../provenance/source.ts';
import { EditorState } from './editorState.ts';
import { foundRow } from './findRows.ts';

interface FoundItem extends vscode.QuickPickItem {
  readonly found?: Found;
}

/** Milliseconds for which a row must keep the focus before it is previewed, so that rows passed on the way are not. */
const previewDelay = 200;

const icons: Readonly<Record<FindKind, string>> = {
  phrase: 'quote',
  card: 'tag',
  document: 'file-text',
  section: 'list-tree',
  text: 'search',
};

const openButton = (): vscode.QuickInputButton => ({
  iconPath: new vscode.ThemeIcon('go-to-file'),
  tooltip: t('find.open'),
});

/**
 * The open list. The focused row is previewed at its place; Enter inserts it at the caret, Alt+Enter or the button opens its place, Escape
 * restores the editor.
 */
export class QuickFind implements vscode.Disposable {
  readonly #access: CorpusAccess;
  readonly #before = new EditorState();
  readonly #pick = vscode.window.createQuickPick<FoundItem>();
  /** Number of queries so far: only the answer to the last one is shown. */
  #asked = 0;
  #previewing: NodeJS.Timeout | undefined;
  #preview: Promise<void> = Promise.resolve();
  #isDone = false;

  constructor(access: CorpusAccess) {
    this.#access = access;
    const pick = this.#pick;
    pick.title = t('find.title');
    pick.placeholder = t('find.placeholder');
    pick.onDidChangeValue(value => void this.#ask(value));
    pick.onDidChangeActive(([item]) => this.#previewSoon(item?.found));
    pick.onDidAccept(() => void this.#insert(pick.activeItems[0]?.found));
    pick.onDidTriggerItemButton(({ item }) => void this.#open(item.found));
    pick.onDidHide(() => void this.#leave());
    setContext(contextKeys.finding, true);
    pick.show();
    void this.#ask(''); // reads what is needed while the first letters are typed
  }

  /** Opens the place of the focused row. */
  openActive(): Promise<void> {
    return this.#open(this.#pick.activeItems[0]?.found);
  }

  dispose(): void {
    this.#pick.hide();
  }

  async #ask(query: string): Promise<void> {
    const asked = ++this.#asked;
    this.#pick.busy = true;
    const { service, log } = this.#access;
    const answer = await orNothing(log, service.find({ query }));
    if (asked !== this.#asked || this.#isDone) return;
    this.#pick.busy = false;
    const found = answer?.found ?? [];
    this.#pick.items = found.length === 0 && query.trim() !== '' ? [nothingItem(query)] : found.map(toItem);
  }

  #previewSoon(found: Found | undefined): void {
    clearTimeout(this.#previewing);
    if (found === undefined) return;
    this.#previewing = setTimeout(() => {
      this.#preview = this.#preview.then(() => this.#show(found));
    }, previewDelay);
  }

  async #show(found: Found): Promise<void> {
    if (!this.#isDone) await this.#access.sources.preview(found.provenance, this.#before.viewColumn);
  }

  async #insert(found: Found | undefined): Promise<void> {
    if (found === undefined) return;
    const editor = await this.#close();
    if (editor === undefined || !(await insertText(editor, found.insertText))) await this.#openPlace(found);
  }

  async #open(found: Found | undefined): Promise<void> {
    if (found === undefined) return;
    await this.#close();
    await this.#openPlace(found);
  }

  async #leave(): Promise<void> {
    if (!this.#isDone) await this.#close();
  }

  /** Closes the list and restores the editor. */
  async #close(): Promise<vscode.TextEditor | undefined> {
    this.#isDone = true;
    clearTimeout(this.#previewing);
    setContext(contextKeys.finding, false);
    this.#pick.dispose();
    await this.#preview; // what is on its way would come up afterwards
    return this.#before.restore();
  }

  async #openPlace({ provenance: { documentId, start, end } }: Found): Promise<void> {
    await this.#access.sources.open([documentId, start, end]);
  }
}

/** Rows are always shown in the service's order: the editor's own filter knows neither pinyin nor typing errors. */
function toItem(found: Found): FoundItem {
  const { label, description } = foundRow(found);
  return {
    label: escapeIcons(label),
    description: escapeIcons(description),
    iconPath: new vscode.ThemeIcon(icons[found.kind]),
    buttons: [openButton()],
    alwaysShow: true,
    found,
  };
}

function nothingItem(query: string): FoundItem {
  return { label: t('find.nothing', escapeIcons(forNotification(query))), alwaysShow: true };
}
