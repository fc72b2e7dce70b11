import { fullWidth } from '../document/fullWidth.ts';
import type { Span } from '../document/span.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import { isHan } from '../structure/charClass.ts';
import { paragraphAt } from '../structure/sentences.ts';
import { tidyStretch } from './tidyStretch.ts';

/** How far on either side of the pointer a stretch may reach. */
const REACH = 80;
const DEFAULT_MIN_LENGTH = 4;

/**
 * The longest stretch of the paragraph that holds the character at `offset` and occurs in the corpus, cut back to what
 * one would call a phrase (`tidyStretch`): in «我们学会看账本、算细账的本领», pointing at 账, it is «学会看账本、算细账» if a speech says so.
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
  const words = wordStartsOf(window);
  let best: Span | undefined;
  const mayBeLonger = (start: number): boolean => window.length - start > (best === undefined ? 0 : lengthOf(best));
  for (let start = firstReaching(index, window, pointer); start <= pointer && mayBeLonger(start); start++) {
    const reach = { start, end: start + index.longestPrefix(window.slice(start)) };
    if (hanCount(window, reach) < minLength || (best !== undefined && lengthOf(reach) <= lengthOf(best))) continue;
    const span = tidy(index, window, reach, pointer, words);
    if (span === undefined) continue;
    if (hanCount(window, span) < minLength) continue;
    if (best === undefined || lengthOf(span) > lengthOf(best)) best = span;
  }
  if (best === undefined) return undefined;
  return { phrase: window.slice(best.start, best.end), span: { start: from + best.start, end: from + best.end } };
}

/**
 * The first start from which the text occurs up to the unit at `pointer` and with it; one beyond `pointer` if there is
 * none. What occurs still does without its beginning, so it is found by halving.
 */
function firstReaching(index: CorpusIndex, window: string, pointer: number): number {
  let low = 0;
  let high = pointer + 1;
  while (low < high) {
    const start = (low + high) >>> 1;
    const stretch = window.slice(start, pointer + 1);
    if (index.longestPrefix(stretch) === stretch.length) high = start;
    else low = start + 1;
  }
  return low;
}

let platformSegmenter: Intl.Segmenter | undefined;

/**
 * Where words start in the draft, and its end. The words of a source alone do not tell: «一流人才» is cut otherwise behind other words.
 */
function wordStartsOf(window: string): ReadonlySet<number> {
  platformSegmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return new Set([...Array.from(platformSegmenter.segment(window), ({ index }) => index), window.length]);
}

/** `span` as `tidyStretch` leaves it, by the words of the draft and those of the first occurrence. */
function tidy(
  index: CorpusIndex,
  window: string,
  span: Span,
  pointer: number,
  words: ReadonlySet<number>,
): Span | undefined {
  const place = index.sample(index.match(window.slice(span.start, span.end)), 1)[0];
  if (place === undefined) return undefined;
  const starts = index.wordStarts(place, 0, lengthOf(span) + 1);
  if (lengthOf(span) === window.length - span.start) starts[lengthOf(span)] = true;
  return tidyStretch(window, span, pointer, at => words.has(at) && (starts[at - span.start] ?? false));
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}

function hanCount(text: string, span: Span): number {
  let count = 0;
  for (let i = span.start; i < span.end; i++) if (isHan(text[i]!)) count++;
  return count;
}
