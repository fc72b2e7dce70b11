import { CLOSES, classAt, NEWLINE, PAUSE, SPACE, STOP, skipTo } from './charClass.ts';
import { lineEnd, lineStart } from './lines.ts';
import type { Span } from './span.ts';

/** After a stop, more stops, closing marks and trailing blanks stay; after a pause only closing marks do. */
const AFTER_STOP = CLOSES | STOP | SPACE;

/** Lines of `text` without their `\n`; an empty line is an empty span. Joining them with `\n` gives the text back. */
export function paragraphs(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (;;) {
    const end = text.indexOf('\n', start);
    if (end < 0) {
      spans.push({ start, end: text.length });
      return spans;
    }
    spans.push({ start, end });
    start = end + 1;
  }
}

/** The line that holds the caret `offset`. */
export function paragraphAt(text: string, offset: number): Span {
  return { start: lineStart(text, offset), end: lineEnd(text, offset) };
}

/**
 * Sentences of `span`, each with its stop and what closes with it: «他说：“好。”大家笑了。» → «他说：“好。”», «大家笑了。».
 * A line break ends a sentence and belongs to it. Joined, the spans give `span` back. O(n).
 */
export function sentences(text: string, span: Span = { start: 0, end: text.length }): Span[] {
  return split(text, span, STOP);
}

/** Clauses of `span`, each with its pause or stop: «抓重点、补短板，» → «抓重点、», «补短板，». Lossless like `sentences`. O(n). */
export function clauses(text: string, span: Span = { start: 0, end: text.length }): Span[] {
  return split(text, span, STOP | PAUSE);
}

/** Cuts behind the units of the classes `ends` and behind line breaks. */
function split(text: string, span: Span, ends: number): Span[] {
  const spans: Span[] = [];
  let start = span.start;
  for (let at = span.start; ; ) {
    at = skipTo(NEWLINE | ends, text, at, span.end);
    if (at === span.end) break;
    const unit = classAt(text, at++);
    if (unit !== NEWLINE) {
      if (isInNumber(text, at - 1)) continue;
      while (at < span.end && classAt(text, at) & (unit === STOP ? AFTER_STOP : CLOSES)) at++;
    }
    spans.push({ start, end: at });
    start = at;
  }
  if (start < span.end) spans.push({ start, end: span.end });
  return spans;
}

/** «12:30», «1,000»: half-width marks between digits are part of a number. */
function isInNumber(text: string, at: number): boolean {
  const unit = text[at]!;
  if (unit !== ':' && unit !== ',') return false;
  return /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? '');
}
