import * as vscode from 'vscode';
import { views } from '../../manifest.ts';
import { onSettingChange, readSetting } from '../../vscode/config.ts';
import { t } from '../../vscode/messages.ts';
import { openPage, type Page } from '../../vscode/webview.ts';
import { readFromProportions, type ToProportions } from '../../webview/proportions/messages.ts';
import type { DraftMeter } from './draftMeter.ts';
import { lengthText, type PlacedRow, proportionRows, rowAt } from './lengthText.ts';

/** «篇幅»: each section's share of the draft as a bar, in our container of the side bar. */
export function registerProportionsView(meter: DraftMeter, extensionUri: vscode.Uri): vscode.Disposable {
  const view = new ProportionsView(meter, extensionUri);
  return vscode.Disposable.from(
    view,
    vscode.window.registerWebviewViewProvider(views.proportions, view),
    meter.onDidMeasure(() => view.show()),
    onSettingChange(['jianggao.speech.rate'], () => view.show()),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => view.followCaret(textEditor)),
  );
}

class ProportionsView implements vscode.WebviewViewProvider, vscode.Disposable {
  readonly #meter: DraftMeter;
  readonly #extensionUri: vscode.Uri;
  #page: Page<ToProportions> | undefined;
  /** The rows on screen, or about to be shown. */
  #rows: readonly PlacedRow[] = [];

  constructor(meter: DraftMeter, extensionUri: vscode.Uri) {
    this.#meter = meter;
    this.#extensionUri = extensionUri;
  }

  resolveWebviewView({ webview, onDidDispose }: vscode.WebviewView): void {
    const page = openPage<ToProportions, { readonly row: number }>({
      webview,
      extensionUri: this.#extensionUri,
      name: 'proportions',
      title: t('length.name'),
      onReady: () => this.show(),
      read: readFromProportions,
      onMessage: ({ row }) => void this.#open(row),
    });
    this.#page = page;
    onDidDispose(() => {
      page.dispose();
      if (this.#page === page) this.#page = undefined;
    });
  }

  show(): void {
    const { draft } = this.#meter;
    const rate = readSetting('jianggao.speech.rate');
    this.#rows = draft === undefined ? [] : proportionRows(draft.length, rate);
    const heading = draft === undefined ? '' : t('length.whole', lengthText(draft.length.characters, rate));
    const note = draft === undefined ? t('length.noDraft') : this.#rows.length === 0 ? t('length.noSections') : '';
    const rows = this.#rows.map(({ start: _start, end: _end, ...row }) => row);
    this.#page?.post({ type: 'show', heading, note, rows });
    const editor = vscode.window.activeTextEditor;
    if (editor !== undefined) this.followCaret(editor);
  }

  followCaret({ document, selection }: vscode.TextEditor): void {
    if (this.#page === undefined || document !== this.#meter.draft?.document) return;
    this.#page.post({ type: 'caret', row: rowAt(this.#rows, document.offsetAt(selection.active)) });
  }

  dispose(): void {
    this.#page?.dispose();
  }

  async #open(row: number): Promise<void> {
    const document = this.#meter.draft?.document;
    const start = this.#rows[row]?.start;
    if (document === undefined || start === undefined) return;
    const position = document.positionAt(start);
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(position, position) });
  }
}
