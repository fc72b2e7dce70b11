import { clean } from '../document/clean.ts';
import { type CleanText, toRawSpan } from '../document/cleanText.ts';
import { outline } from '../structure/outline.ts';
import type { Section } from '../structure/section.ts';
import type { Span } from '../text/span.ts';

const MARKUP = /[\s#*]/u;

/**
 * The outline of a raw file, which may have front matter, web furniture or half-width marks: the outline of its clean text, with spans in
 * the raw text.
 */
export function rawOutline(raw: string): Section[] {
  const cleaned = clean(raw);
  return inRaw(raw, cleaned, outline(cleaned.text));
}

function inRaw(raw: string, cleaned: CleanText, sections: readonly Section[]): Section[] {
  return sections.map(section => ({
    ...section,
    ...trimmed(raw, toRawSpan(cleaned.offsets, cleaned.text.length, section)),
    children: inRaw(raw, cleaned, section.children),
  }));
}

/** `span` without blanks and Markdown characters at its ends, which have no counterpart in the clean text. */
function trimmed(raw: string, span: Span): Span {
  let { start, end } = span;
  while (start < end - 1 && MARKUP.test(raw[start]!)) start++;
  while (start < end - 1 && MARKUP.test(raw[end - 1]!)) end--;
  return { start, end };
}
