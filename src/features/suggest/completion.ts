import * as vscode from 'vscode';
import type { Suggestion } from '../../core/complete/suggestion.ts';
import { commands } from '../../manifest.ts';
import { readSetting } from '../../vscode/config.ts';
import { toRange } from '../../vscode/convert.ts';
import { registerForDrafts } from '../../vscode/languages.ts';
import { orNothing } from '../../vscode/log.ts';
import { toMarkdown } from '../../vscode/markdown.ts';
import { escapeIcons } from '../../vscode/markup.ts';
import { t } from '../../vscode/messages.ts';
import { sourceBlocks, suggestionBlocks, templateBlocks } from '../provenance/evidence.ts';
import {
  fitMatches,
  type Template,
  type TemplateMatch,
  templatesByHead,
  templatesByInitials,
} from '../structure/templateText.ts';
import { type CompletionRow, toRows } from './completionRows.ts';
import type { DraftCaret } from './draftAnswers.ts';
import { caretOf, hasManyCarets, placeOf, textAfter } from './draftCaret.ts';
import { repeats } from './ghostText.ts';
import type { Suggesting } from './suggesting.ts';
import { invitation, isGuarded, lettersBefore, worthShowing } from './suggestionGate.ts';
import { isOfCorpus, isOfSeries } from './suggestionKinds.ts';
import type { CaretPlace } from './suggestSession.ts';

/** Characters that continue a series, such as `，`; in Markdown the editor would not request completions after them. */
const triggerCharacters = ['，', '、', '；', '：', '“', '（'];

/** Number of sources shown beside the focused row. */
const sourceLimit = 2;

export function registerCompletion(suggesting: Suggesting): vscode.Disposable {
  const provider = new DraftCompletionProvider(suggesting);
  return registerForDrafts(selector =>
    vscode.languages.registerCompletionItemProvider(selector, provider, ...triggerCharacters),
  );
}

/** A completion item that remembers its row, so that its evidence can be fetched when it has the focus. */
class RowItem extends vscode.CompletionItem {
  row?: CompletionRow;
  /** The caret at which the list was requested. */
  place?: CaretPlace;
}

class DraftCompletionProvider implements vscode.CompletionItemProvider<RowItem> {
  readonly #suggesting: Suggesting;

  constructor(suggesting: Suggesting) {
    this.#suggesting = suggesting;
  }

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
    { triggerKind }: vscode.CompletionContext,
  ): Promise<vscode.CompletionList<RowItem> | undefined> {
    const place = placeOf(document, position);
    const { before } = place;
    if (isGuarded(before)) return undefined;
    const { answers, ghosts, session, log } = this.#suggesting;
    const asked = session.noteQuestion(place, Date.now(), quickSuggestionsDelay(document));
    // An open list is refined from the first character on: «，» opens it, and «口» must not close it again.
    const isOpen = triggerKind === vscode.CompletionTriggerKind.TriggerForIncompleteCompletions;
    const letters = lettersBefore(before);
    if (letters !== '') {
      const mayShow = asked || this.#mayShow(document, place, isOpen);
      const spelled = mayShow ? await this.#spelled(document, position) : [];
      if (token.isCancellationRequested) return undefined;
      return this.#list(document, position, spelled, templatesByInitials(letters));
    }
    const invited = invitation(before, isOpen ? 1 : readSetting('jianggao.completion.minimumLength'));
    if (!asked && (invited === undefined || !this.#mayShow(document, place, isOpen))) return undefined;
    if (!asked && (await ghosts.at(document, position)) !== undefined) return undefined;
    const mode = asked ? 'eager' : readSetting('jianggao.completion.mode');
    const caret = caretOf(document, position);
    const openings = asked ? await this.#openings(caret) : [];
    const suggestions = withOpenings((await orNothing(log, answers.at(caret, mode))) ?? [], openings);
    if (token.isCancellationRequested) return undefined;
    const after = textAfter(document, position);
    const fresh = suggestions.filter(
      ({ insertText, replaceLength }) => !repeats(insertText.slice(replaceLength), after),
    );
    const shown = asked || invited === undefined ? fresh : worthShowing(fresh, invited, mode);
    const list = this.#list(document, position, shown, templatesByHead(before, asked));
    session.noteOffered(list.items.map(item => insertedText(item)));
    return list;
  }

  #list(
    document: vscode.TextDocument,
    position: vscode.Position,
    suggestions: readonly Suggestion[],
    matches: readonly TemplateMatch[],
  ): vscode.CompletionList<RowItem> {
    const values = matches.length === 0 ? {} : this.#suggesting.variables.of(document);
    const fitted = fitMatches(matches, values, document.getText(), document.offsetAt(position));
    return toList(document, position, suggestions, fitted);
  }

  /** For this place: how the corpus begins a paragraph or a section, or what sections with the same function say. */
  async #openings({ text, offset }: DraftCaret): Promise<readonly Suggestion[]> {
    const { service, log } = this.#suggesting;
    return (await orNothing(log, service.openings({ text: text(), offset, cues: true })))?.suggestions ?? [];
  }

  /** Phrases by pinyin, if the user has enabled them. */
  async #spelled(document: vscode.TextDocument, position: vscode.Position): Promise<readonly Suggestion[]> {
    if (!readSetting('jianggao.completion.pinyin')) return [];
    const { answers, log } = this.#suggesting;
    const mode = readSetting('jianggao.completion.mode');
    return (await orNothing(log, answers.at(caretOf(document, position), mode, true))) ?? [];
  }

  #mayShow(document: vscode.TextDocument, place: CaretPlace, isOpen: boolean): boolean {
    const mayOpen = isOpen || readSetting('jianggao.completion.trigger') !== 'manual';
    return mayOpen && !this.#suggesting.session.isMuted(place) && !hasManyCarets(document);
  }

  /** Called for the row that has the focus. */
  async resolveCompletionItem(item: RowItem, token: vscode.CancellationToken): Promise<RowItem> {
    const { service, refusals, log } = this.#suggesting;
    const { row, place } = item;
    if (row === undefined || place === undefined) return item;
    const { source } = row;
    if ('body' in source) {
      item.documentation = toMarkdown(templateBlocks(source));
      return item;
    }
    if (row.isFirst) refusals.noteShown(place, source, source.insertText.slice(source.replaceLength));
    const request = { phrase: source.insertText, limit: sourceLimit };
    const found = isOfCorpus(source) ? await orNothing(log, service.lookup(request)) : undefined;
    if (token.isCancellationRequested) return item;
    const hasSources = found !== undefined && found.hits.length > 0;
    const blocks = hasSources ? sourceBlocks(found) : suggestionBlocks(source);
    item.documentation = toMarkdown(blocks);
    return item;
  }
}

function toList(
  document: vscode.TextDocument,
  position: vscode.Position,
  suggestions: readonly Suggestion[],
  templates: readonly TemplateMatch[],
): vscode.CompletionList<RowItem> {
  const place = placeOf(document, position);
  const { replaceLength, rows } = toRows(place.before, suggestions, templates);
  const range = new vscode.Range(position.translate(0, -replaceLength), position);
  // Marked incomplete, so that the editor asks again at every character; otherwise the first list would be final.
  return new vscode.CompletionList(
    rows.map(row => toItem(row, range, place, document)),
    true,
  );
}

function toItem(row: CompletionRow, range: vscode.Range, place: CaretPlace, document: vscode.TextDocument): RowItem {
  const item = new RowItem({ label: escapeIcons(row.label), ...labelParts(row.source) }, kindOf(row.source));
  item.row = row;
  item.place = place;
  item.range = range;
  item.insertText = row.isSnippet ? new vscode.SnippetString(row.insertText) : row.insertText;
  item.filterText = row.filterText;
  item.sortText = row.sortText;
  item.additionalTextEdits = (row.edits ?? []).map(edit => new vscode.TextEdit(toRange(document, edit), edit.newText));
  item.command =
    'body' in row.source && row.source.command !== undefined
      ? { command: row.source.command, title: '' }
      : { command: commands.accepted, title: '', arguments: [learnableText(row.source)] };
  return item;
}

function labelParts(source: Suggestion | Template): { detail?: string; description: string } {
  if ('body' in source) {
    const description = t(source.command === undefined ? 'completion.template' : 'completion.slot');
    return { detail: `  ${source.initials}`, description };
  }
  if (source.kind === 'series-marker') return { description: t('completion.marker') };
  if (source.kind === 'series-slot') return { description: t('completion.slot') };
  if (source.kind === 'card') return { description: t('completion.card') };
  if (source.kind === 'draft') return { description: t('completion.draft') };
  // Only the number: any words beside it would take its place in a narrow row.
  const { documents } = source;
  return { description: documents === 1 ? t('completion.single') : t('completion.documents', documents) };
}

/** Only words of the corpus are learned, never the writer's own. */
function learnableText(source: Suggestion | Template): string {
  return 'body' in source || !isOfCorpus(source) ? '' : source.insertText;
}

function kindOf(source: Suggestion | Template): vscode.CompletionItemKind {
  if ('body' in source) return vscode.CompletionItemKind.Snippet;
  switch (source.kind) {
    case 'draft':
    case 'card':
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

function insertedText(item: vscode.CompletionItem): string {
  return typeof item.insertText === 'string' ? item.insertText : '';
}

function quickSuggestionsDelay(document: vscode.TextDocument): number {
  return vscode.workspace.getConfiguration('editor', document).get('quickSuggestionsDelay', 10);
}

/**
 * At the beginning of a paragraph, the ways to begin one are better evidence than what follows the last punctuation mark elsewhere; but a
 * series is continued first.
 */
function withOpenings(suggestions: readonly Suggestion[], openings: readonly Suggestion[]): readonly Suggestion[] {
  return [...suggestions.filter(isOfSeries), ...openings, ...suggestions.filter(each => !isOfSeries(each))];
}
