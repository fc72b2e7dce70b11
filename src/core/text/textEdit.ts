import type { Span } from './span.ts';

/** Puts `newText` in the place of a span; an empty span inserts. */
export interface TextEdit extends Span {
  readonly newText: string;
}

/** `text` with all `edits` made. They are ascending and do not overlap; their offsets are those of `text`. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let from = 0;
  let result = '';
  for (const edit of edits) {
    result += text.slice(from, edit.start) + edit.newText;
    from = edit.end;
  }
  return result + text.slice(from);
}

/** Where `offset` stands after ascending `edits`: behind what is inserted there, at the end of what took its place. */
export function offsetAfter(offset: number, edits: readonly TextEdit[]): number {
  let shift = 0;
  for (const { start, end, newText } of edits) {
    if (start > offset) break;
    if (offset < end) return start + shift + Math.min(offset - start, newText.length);
    shift += newText.length - (end - start);
  }
  return offset + shift;
}
