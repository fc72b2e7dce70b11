import type { Span } from '../text/span.ts';
import type { SourcePlace } from './speechService.ts';

/** `span` of `text` in lines and columns as editors count them: `\n`, `\r\n` and `\r` end lines. Clamped to the text. */
export function placeOf(text: string, span: Span): Omit<SourcePlace, 'path' | 'encoding'> {
  const start = positionOf(text, Math.min(span.start, text.length));
  const end = positionOf(text, Math.min(span.end, text.length));
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function positionOf(text: string, offset: number): { line: number; column: number } {
  let line = 0;
  let lineStart = 0;
  for (let i = 0; i < offset; i++) {
    const unit = text.charCodeAt(i);
    const endsLine = unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10);
    if (!endsLine) continue;
    line++;
    lineStart = i + 1;
  }
  return { line, column: offset - lineStart };
}
