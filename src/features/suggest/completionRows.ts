import type { Suggestion } from '../../core/complete/suggestion.ts';
import { parseSnippet } from '../../core/template/snippet.ts';
import { escapeSnippet } from '../../core/text/escapeSnippet.ts';
import type { TextEdit } from '../../core/text/textEdit.ts';
import type { Template, TemplateMatch } from '../structure/templateText.ts';

/** A row of the list, before it becomes a `CompletionItem`. */
export interface CompletionRow {
  /** The text that appears when the row is inserted, without the part already typed; the middle of a long one is left out. */
  readonly label: string;
  /** Replaces the whole range, so it begins with the typed part; snippet syntax if `isSnippet`. */
  readonly insertText: string;
  readonly isSnippet: boolean;
  readonly filterText: string;
  readonly sortText: string;
  readonly isFirst: boolean;
  readonly source: Suggestion | Template;
  /** Further edits elsewhere in the draft. */
  readonly edits?: readonly TextEdit[];
}

export interface CompletionRows {
  /** Number of units before the caret that every row replaces. */
  readonly replaceLength: number;
  readonly rows: readonly CompletionRow[];
}

/**
 * Rows in the order given. The editor ranks a row with a longer match above every shorter one, whatever its sort text, so all
 * rows get the longest range: with «坚持真抓» typed and 真抓实干 (2) and 坚持真抓落实 (4) offered, both replace 4 and the first
 * inserts «坚持真抓实干». Rows that would change nothing are left out, or Enter would accept them instead of breaking the line.
 */
export function toRows(
  before: string,
  suggestions: readonly Suggestion[],
  templates: readonly TemplateMatch[],
): CompletionRows {
  const fitting = suggestions.filter(suggestion => suggestion.replaceLength <= before.length);
  const replaceLength = Math.max(0, ...[...fitting, ...templates].map(offer => offer.replaceLength));
  const typed = before.slice(before.length - replaceLength);
  const rows = new Map<string, CompletionRow>();
  const add = (row: Omit<CompletionRow, 'sortText' | 'isFirst'>) => {
    if (row.insertText === typed || rows.has(row.insertText)) return;
    rows.set(row.insertText, { ...row, sortText: String(rows.size).padStart(3, '0'), isFirst: rows.size === 0 });
  };
  for (const suggestion of fitting) {
    const lead = typed.slice(0, replaceLength - suggestion.replaceLength);
    const isSnippet = suggestion.kind === 'series-slot';
    const label = isSnippet ? parseSnippet(suggestion.insertText).text : suggestion.insertText;
    add({
      label: shorten(label),
      insertText: (isSnippet ? escapeSnippet(lead) : lead) + suggestion.insertText,
      isSnippet,
      filterText: filterText(typed, lead + label),
      source: suggestion,
    });
  }
  for (const { template, replaceLength: length, key, after = [] } of templates) {
    const lead = typed.slice(0, replaceLength - length);
    add({
      label: template.head,
      insertText: escapeSnippet(lead) + template.body,
      isSnippet: true,
      filterText: filterText(typed, lead + key),
      source: template,
      edits: after,
    });
  }
  return { replaceLength, rows: [...rows.values()] };
}

/** The editor shows a row only if the typed text matches its filter text from the start. */
function filterText(typed: string, inserted: string): string {
  return inserted.toLowerCase().startsWith(typed.toLowerCase()) ? inserted : typed + inserted;
}

/** Longer labels push the number of documents out of the row. */
const longestLabel = 22;
const shownTail = 8;

/** Leaves out the middle, since rows often begin alike and differ at the end: «从争吵中商出办法、从怨言中…了，岸也宽了». */
function shorten(label: string): string {
  if (label.length <= longestLabel) return label;
  return `${label.slice(0, longestLabel - shownTail - 1)}…${label.slice(-shownTail)}`;
}
