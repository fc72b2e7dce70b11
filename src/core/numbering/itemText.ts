import { classAt, NEWLINE, OPENS, SPACE, trimClosing } from '../text/charClass.ts';
import { lineEnd } from '../text/lines.ts';
import { paragraphAt } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import type { NumberedItem } from './numberedItems.ts';

/**
 * Where the words of an item end. They are followed by line breaks or, inside a line, by the mark and the opening words of the next item.
 */
export function wordsEnd(text: string, item: NumberedItem): number {
  const trailing = item.series.isRunIn ? SPACE | NEWLINE | OPENS : SPACE | NEWLINE;
  let end = item.end;
  while (end > item.bodyStart && classAt(text, end - 1) & trailing) end--;
  return item.series.isRunIn ? trimClosing(text, item.bodyStart, end) : end;
}

/** Whether an item that begins a line has no further lines. */
export function isOneLine(text: string, item: NumberedItem): boolean {
  return lineEnd(text, item.marker.end) >= wordsEnd(text, item);
}

/** The line that contains `offset`, without its line break (`\n` or `\r\n`). */
export function lineAt(text: string, offset: number): Span {
  const { start, end } = paragraphAt(text, offset);
  return { start, end: end > start && text[end - 1] === '\r' ? end - 1 : end };
}

/** The line break that a draft uses. */
export function lineBreakOf(text: string): string {
  const end = text.indexOf('\n');
  return end > 0 && text[end - 1] === '\r' ? '\r\n' : '\n';
}
