import * as vscode from 'vscode';
import type { SpeechService, Suggestion } from '../core/service/speechService.ts';
import { readSetting } from '../vscode/config.ts';
import { textBefore } from '../vscode/convert.ts';
import { registerForDrafts } from '../vscode/languages.ts';
import { type Log, orNothing } from '../vscode/log.ts';
import { escapeIcons } from '../vscode/markup.ts';
import { toMarkdown } from '../vscode/md.ts';
import { t } from '../vscode/messages.ts';
import { type CompletionRow, toRows } from './completionRows.ts';
import type { DraftAnswers } from './draftAnswers.ts';
import type { EnterGuard } from './enterGuard.ts';
import { sourceBlocks, suggestionBlocks, templateBlocks } from './evidence.ts';
import { invitation, isGuarded, lettersBefore, worthShowing } from './suggestionGate.ts';
import type { CaretPlace, SuggestSession } from './suggestSession.ts';
import { type Template, templatesByHead, templatesByInitials } from './templateText.ts';

/** `，` and the like continue a series; in Markdown the editor would not ask after them of itself. */
const triggerCharacters = ['，', '、', '；', '：', '“', '（'];

export function registerCompletion(
  service: SpeechService,
  answers: DraftAnswers,
  session: SuggestSession,
  enter: EnterGuard,
  log: Log,
): vscode.Disposable {
  const provider = new DraftCompletionProvider(service, answers, session, enter, log);
  return registerForDrafts(selector =>
    vscode.languages.registerCompletionItemProvider(selector, provider, ...triggerCharacters),
  );
}

/** An item that remembers its row, so that its evidence can be fetched when it is focused. */
class RowItem extends vscode.CompletionItem {
  row?: CompletionRow;
}

class DraftCompletionProvider implements vscode.CompletionItemProvider<RowItem> {
  readonly #service: SpeechService;
  readonly #answers: DraftAnswers;
  readonly #session: SuggestSession;
  readonly #enter: EnterGuard;
  readonly #log: Log;

  constructor(service: SpeechService, answers: DraftAnswers, session: SuggestSession, enter: EnterGuard, log: Log) {
    this.#service = service;
    this.#answers = answers;
    this.#session = session;
    this.#enter = enter;
    this.#log = log;
  }

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
    { triggerKind }: vscode.CompletionContext,
  ): Promise<vscode.CompletionList<RowItem> | undefined> {
    const before = textBefore(document, position);
    if (isGuarded(before)) return undefined;
    const letters = lettersBefore(before);
    if (letters !== '') return toList(position, before, [], templatesByInitials(letters));

    const place: CaretPlace = { uri: document.uri.toString(), version: document.version, line: position.line, before };
    const asked = !this.#session.isAutomatic(place, Date.now(), quickSuggestionsDelay(document));
    // An open list is narrowed by the first character already: «，» opens it, «口» must not close it again.
    const isOpen = triggerKind === vscode.CompletionTriggerKind.TriggerForIncompleteCompletions;
    const invited = invitation(before, isOpen ? 1 : readSetting('jianggao.completion.minimumLength'));
    if (!asked && (invited === undefined || !this.#mayShow(document, place, isOpen))) return undefined;
    const caret = { ...place, offset: document.offsetAt(position), text: () => document.getText() };
    const suggestions = await orNothing(
      this.#log,
      this.#answers.at(caret, asked ? 'eager' : readSetting('jianggao.completion.mode')),
    );
    if (token.isCancellationRequested) return undefined;
    const shown = asked || invited === undefined ? (suggestions ?? []) : worthShowing(suggestions ?? [], invited);
    const list = toList(position, before, shown, templatesByHead(before, asked));
    this.#session.noteOffered(list.items.map(item => insertedText(item)));
    return list;
  }

  #mayShow(document: vscode.TextDocument, place: CaretPlace, isOpen: boolean): boolean {
    const mayOpen = isOpen || readSetting('jianggao.completion.trigger') !== 'manual';
    return mayOpen && !this.#session.isMuted(place) && !hasManyCarets(document);
  }

  /** Asked for the row that has the focus. */
  async resolveCompletionItem(item: RowItem, token: vscode.CancellationToken): Promise<RowItem> {
    const source = item.row?.source;
    if (source === undefined) return item;
    this.#enter.rowFocused(item.row?.label ?? '');
    if ('body' in source) item.documentation = toMarkdown(templateBlocks(source));
    else {
      const found =
        source.provenance &&
        (await orNothing(this.#log, this.#service.lookup({ phrase: source.insertText, limit: 3 })));
      if (token.isCancellationRequested) return item;
      item.documentation = toMarkdown(found && found.hits.length > 0 ? sourceBlocks(found) : suggestionBlocks(source));
    }
    return item;
  }
}

function toList(
  position: vscode.Position,
  before: string,
  suggestions: readonly Suggestion[],
  templates: Parameters<typeof toRows>[2],
): vscode.CompletionList<RowItem> {
  const { replaceLength, rows } = toRows(before, suggestions, templates);
  const range = new vscode.Range(position.translate(0, -replaceLength), position);
  // Incomplete: the editor asks again at every character, or the first list would be final and new phrases never appear.
  return new vscode.CompletionList(
    rows.map(row => toItem(row, range)),
    true,
  );
}

function toItem(row: CompletionRow, range: vscode.Range): RowItem {
  const item = new RowItem({ label: escapeIcons(row.label), ...labelParts(row.source) }, kindOf(row.source));
  item.row = row;
  item.range = range;
  item.insertText = row.isSnippet ? new vscode.SnippetString(row.insertText) : row.insertText;
  item.filterText = row.filterText;
  item.sortText = row.sortText;
  return item;
}

function labelParts(source: Suggestion | Template): { detail?: string; description: string } {
  if ('body' in source) return { detail: `  ${source.initials}`, description: t('completion.template') };
  if (source.kind === 'series-marker') return { description: t('completion.marker') };
  if (source.kind === 'series-slot') return { description: t('completion.slot') };
  const by = source.provenance?.speaker ?? source.provenance?.occasion;
  const description = t('completion.documents', source.documents);
  return by === undefined ? { description } : { detail: escapeIcons(`  ${by.slice(0, 12)}`), description };
}

function kindOf(source: Suggestion | Template): vscode.CompletionItemKind {
  if ('body' in source) return vscode.CompletionItemKind.Snippet;
  switch (source.kind) {
    case 'continuation':
      return vscode.CompletionItemKind.Text;
    case 'phrase':
      return vscode.CompletionItemKind.Reference;
    case 'series-marker':
      return vscode.CompletionItemKind.Enum;
    case 'series-member':
      return vscode.CompletionItemKind.EnumMember;
    case 'series-slot':
      return vscode.CompletionItemKind.Snippet;
  }
}

function hasManyCarets(document: vscode.TextDocument): boolean {
  const editor = vscode.window.activeTextEditor;
  return editor?.document === document && editor.selections.length > 1;
}

function insertedText(item: vscode.CompletionItem): string {
  return typeof item.insertText === 'string' ? item.insertText : '';
}

function quickSuggestionsDelay(document: vscode.TextDocument): number {
  return vscode.workspace.getConfiguration('editor', document).get('quickSuggestionsDelay', 10);
}
