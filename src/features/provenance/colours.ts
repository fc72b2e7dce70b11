import * as vscode from 'vscode';
import type { SpeechService } from '../../core/service/speechService.ts';
import type { Span } from '../../core/text/span.ts';
import { commands } from '../../manifest.ts';
import { draftOf, toRange } from '../../vscode/convert.ts';
import { isDraft } from '../../vscode/languages.ts';
import { type Log, orNothing } from '../../vscode/log.ts';
import { t } from '../../vscode/messages.ts';
import { AcceptedSpans, without } from './acceptedSpans.ts';

/** Milliseconds without typing before the colours are updated. */
const idleTime = 500;

/**
 * «花脸稿»: colours the stretches of a draft that occur in the corpus and, differently, those accepted from the list or as ghost text; the
 * writer's own words stay plain. These are decorations only: the text, and whatever is made from it, does not change.
 */
export class DraftColours implements vscode.Disposable {
  readonly #service: SpeechService;
  readonly #log: Log;
  readonly #borrowedColour = decoration('#ffc80040', '#ffd70026', 'editorOverviewRuler.findMatchForeground');
  readonly #acceptedColour = decoration('#0078d42b', '#3794ff3d', 'editorOverviewRuler.infoForeground');
  readonly #item = vscode.window.createStatusBarItem('colours', vscode.StatusBarAlignment.Right, 99);
  /** Accepted stretches of each open draft. */
  readonly #accepted = new WeakMap<vscode.TextDocument, AcceptedSpans>();
  readonly #coloured = new Set<vscode.TextDocument>();
  #timer: NodeJS.Timeout | undefined;

  constructor(service: SpeechService, log: Log) {
    this.#service = service;
    this.#log = log;
    this.#item.name = t('colours.name');
    this.#item.command = commands.toggleColours;
  }

  toggle({ document }: vscode.TextEditor): void {
    if (!this.#coloured.delete(document)) this.#coloured.add(document);
    this.paint();
  }

  /** To be called when the last change of the focused draft was an accepted suggestion. */
  noteAccepted(): void {
    const document = vscode.window.activeTextEditor?.document;
    if (document !== undefined) this.#acceptedIn(document).markLast();
  }

  follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (!isDraft(document)) return;
    const accepted = this.#acceptedIn(document);
    for (const { rangeOffset, rangeLength, text } of contentChanges) {
      accepted.change({ start: rangeOffset, length: rangeLength, inserted: text.length });
    }
    if (!this.#coloured.has(document)) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.paint(), idleTime);
  }

  paint(): void {
    this.#item.hide();
    for (const editor of vscode.window.visibleTextEditors) {
      if (this.#coloured.has(editor.document)) void this.#paint(editor);
      else this.#setRanges(editor, [], []);
    }
  }

  forget(document: vscode.TextDocument): void {
    this.#coloured.delete(document);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    vscode.Disposable.from(this.#borrowedColour, this.#acceptedColour, this.#item).dispose();
  }

  async #paint(editor: vscode.TextEditor): Promise<void> {
    const { document } = editor;
    const { version } = document;
    const result = await orNothing(this.#log, this.#service.borrowed(draftOf(document)));
    if (result === undefined || document.version !== version || !this.#coloured.has(document)) return;
    const accepted = this.#acceptedIn(document).spans;
    const borrowed = result.paragraphs.flatMap(({ stretches }) => stretches);
    this.#setRanges(editor, rangesOf(document, without(borrowed, accepted)), rangesOf(document, accepted));
    if (editor !== vscode.window.activeTextEditor) return;
    this.#item.text = t('colours.status', Math.round(result.overlap * 100));
    this.#item.tooltip = t('colours.tooltip');
    this.#item.show();
  }

  #setRanges(editor: vscode.TextEditor, borrowed: vscode.Range[], accepted: vscode.Range[]): void {
    editor.setDecorations(this.#borrowedColour, borrowed);
    editor.setDecorations(this.#acceptedColour, accepted);
  }

  #acceptedIn(document: vscode.TextDocument): AcceptedSpans {
    const accepted = this.#accepted.get(document) ?? new AcceptedSpans();
    this.#accepted.set(document, accepted);
    return accepted;
  }
}

export function registerColours(colours: DraftColours): vscode.Disposable {
  return vscode.Disposable.from(
    colours,
    vscode.commands.registerTextEditorCommand(commands.toggleColours, editor => colours.toggle(editor)),
    vscode.workspace.onDidChangeTextDocument(event => colours.follow(event)),
    vscode.workspace.onDidCloseTextDocument(document => colours.forget(document)),
    vscode.window.onDidChangeVisibleTextEditors(() => colours.paint()),
    vscode.window.onDidChangeActiveTextEditor(() => colours.paint()),
  );
}

function decoration(light: string, dark: string, ruler: string): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    light: { backgroundColor: light },
    dark: { backgroundColor: dark },
    overviewRulerColor: new vscode.ThemeColor(ruler),
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
}

function rangesOf(document: vscode.TextDocument, spans: readonly Span[]): vscode.Range[] {
  return spans.map(span => toRange(document, span));
}
