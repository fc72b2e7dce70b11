// The placeholders of a draft as rows of a tree. Pure.

import { findPlaceholders, type Placeholder } from '../../core/structure/placeholders.ts';
import { paragraphs } from '../../core/text/sentences.ts';
import { templatePrompts } from './templateText.ts';

/** A placeholder in its context. */
export interface PlaceholderRow {
  readonly placeholder: Placeholder;
  readonly label: string;
  /** Where the placeholder stands in the label. */
  readonly highlight: readonly [start: number, end: number];
  /** One-based. */
  readonly line: number;
}

/** Characters shown before and after a placeholder, so that the row fits a narrow side bar. */
const wordsBefore = 6;
const wordsAfter = 12;

/** Rows in the order of the text: «…增长XX%，比上年…», line 12. */
export function placeholderRows(text: string): PlaceholderRow[] {
  const lines = paragraphs(text);
  let line = 0;
  return findPlaceholders(text, templatePrompts).map(placeholder => {
    while (lines[line]!.end < placeholder.end) line++;
    const { start, end } = lines[line]!;
    const from = Math.max(start, placeholder.start - wordsBefore);
    const to = Math.min(end, placeholder.end + wordsAfter);
    const before = (from > start ? '…' : '') + text.slice(from, placeholder.start).trimStart();
    const own = text.slice(placeholder.start, placeholder.end);
    return {
      placeholder,
      label: before + own + text.slice(placeholder.end, to).trimEnd() + (to < end ? '…' : ''),
      highlight: [before.length, before.length + own.length],
      line: line + 1,
    };
  });
}
