import { fullWidth } from '../document/fullWidth.ts';
import type { Span } from '../document/span.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import { isClauseEnd, isClosing, isHan, isOpening } from '../structure/charClass.ts';
import { paragraphAt } from '../structure/sentences.ts';

/** How far on either side of the pointer a stretch may reach. */
const REACH = 80;
const DEFAULT_MIN_LENGTH = 4;

/**
 * The longest stretch of the paragraph that holds the character at `offset` and occurs in the corpus, cut back to word
 * edges of the source: in «我们学会看账本、算细账的本领», pointing at 账, it is «学会看账本、算细账» if a speech says so.
 * `phrase` is as the corpus writes it (full-width marks), `span` where it lies in `text`.
 */
export function phraseAt(
  index: CorpusIndex,
  text: string,
  offset: number,
  minLength = DEFAULT_MIN_LENGTH,
): { readonly phrase: string; readonly span: Span } | undefined {
  const paragraph = paragraphAt(text, offset);
  const from = Math.max(paragraph.start, offset - REACH);
  const window = fullWidth(text.slice(from, Math.min(paragraph.end, offset + REACH)));
  const pointer = offset - from;
  let best: Span | undefined;
  for (let start = 0; start <= pointer && start < window.length; start++) {
    const length = index.longestPrefix(window.slice(start));
    const span = length > 0 ? trim(index, window, { start, end: start + length }) : undefined;
    if (span === undefined || pointer < span.start || pointer >= span.end) continue;
    if (hanCount(window, span) < minLength) continue;
    if (best === undefined || span.end - span.start > best.end - best.start) best = span;
  }
  if (best === undefined) return undefined;
  return { phrase: window.slice(best.start, best.end), span: { start: from + best.start, end: from + best.end } };
}

/** Without marks at the ends, and from word start to word end as the first occurrence is segmented. */
function trim(index: CorpusIndex, window: string, span: Span): Span | undefined {
  const place = index.sample(index.match(window.slice(span.start, span.end)), 1)[0];
  if (place === undefined) return undefined;
  let { start, end } = span;
  const isMark = (unit: string): boolean => isClauseEnd(unit) || isOpening(unit) || isClosing(unit);
  while (start < end && (isMark(window[start]!) || !index.isWordStart(place, start - span.start))) start++;
  while (end > start && (isMark(window[end - 1]!) || !endsWord(index, place, end - span.start))) end--;
  return start < end ? { start, end } : undefined;
}

function endsWord(index: CorpusIndex, place: { segment: number; position: number }, shift: number): boolean {
  const next = index.textAt(place, 1, shift);
  return next === '' || !isHan(next) || index.isWordStart(place, shift);
}

function hanCount(text: string, span: Span): number {
  let count = 0;
  for (let i = span.start; i < span.end; i++) if (isHan(text[i]!)) count++;
  return count;
}
