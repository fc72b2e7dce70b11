import { fullWidth } from '../document/fullWidth.ts';
import type { Span } from '../document/span.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import { markerAt, markerStart } from '../parallel/markerAt.ts';
import { hanCount, isHan, isSpace } from '../structure/charClass.ts';
import { paragraphAt, sentences } from '../structure/sentences.ts';
import { Cohesion } from './cohesion.ts';
import { DraftWords } from './draftWords.ts';
import { LooseWords } from './looseWords.ts';
import { tidyStretch } from './tidyStretch.ts';

/** How far on either side of the pointer a stretch may reach. */
const REACH = 80;
const DEFAULT_MIN_LENGTH = 4;

/** What stands under the pointer and occurs in the corpus. */
export interface FoundPhrase {
  /** As the corpus writes it: full-width marks. */
  readonly phrase: string;
  /** Where it lies in the draft. */
  readonly span: Span;
  /** Whether it is what one would call a phrase; else it breaks off where another part of the sentence begins. */
  readonly isWhole: boolean;
}

/**
 * The longest stretch of the sentence that holds the character at `offset` and occurs in the corpus, cut back to what one would call a
 * phrase (`tidyStretch`, `LooseWords`): in «我们学会看账本、算细账的本领», pointing at 账, it is «学会看账本、算细账» if a speech says so. Where there
 * is none, the longest stretch that is at least cut between words.
 */
export function phraseAt(
  index: CorpusIndex,
  text: string,
  offset: number,
  minLength = DEFAULT_MIN_LENGTH,
): FoundPhrase | undefined {
  const piece = pieceAt(text, offset);
  if (offset < piece.start) return undefined;
  const from = Math.max(piece.start, offset - REACH);
  const window = fullWidth(text.slice(from, Math.min(piece.end, offset + REACH)));
  const pointer = offset - from;
  const words = DraftWords.of(window);
  const cohesion = Cohesion.of(index);
  const isLonger = (span: Span | undefined, than: Span | undefined): span is Span =>
    span !== undefined &&
    hanCount(window, span.start, span.end) >= minLength &&
    (than === undefined || lengthOf(span) > lengthOf(than));
  let whole: Span | undefined;
  let longest: Span | undefined;
  for (let start = firstReaching(index, window, pointer); start <= pointer; start++) {
    if (whole !== undefined && window.length - start <= lengthOf(whole)) break;
    const reach = { start, end: start + index.longestPrefix(window.slice(start)) };
    const reachWords = wordsIn(index, window, reach, words);
    const tidied = tidyStretch(window, reach, pointer, at => reachWords.startsAt(at));
    if (isLonger(tidied, longest)) longest = tidied;
    if (!isLonger(tidied, whole)) continue;
    const bound = new LooseWords(window, reachWords, cohesion).without(tidied, pointer);
    const isTidy = bound === undefined || lengthOf(bound) === lengthOf(tidied);
    const span = isTidy ? bound : tidyStretch(window, bound, pointer, at => reachWords.startsAt(at));
    if (isLonger(span, whole)) whole = span;
  }
  const best = whole ?? longest;
  if (best === undefined) return undefined;
  return {
    phrase: window.slice(best.start, best.end),
    span: { start: from + best.start, end: from + best.end },
    isWhole: whole !== undefined,
  };
}

/** The sentence, behind its number or that of its line and between blanks: «第七条　各级党委……», «迈向命运共同体　开创亚洲新未来». */
function pieceAt(text: string, offset: number): Span {
  const line = paragraphAt(text, offset);
  const first = markerStart(text, line.start, 'line');
  const body = { start: markerAt(text, first, 'line')?.end ?? first, end: line.end };
  let { start, end } = sentences(text, body).find(sentence => offset < sentence.end) ?? body;
  if (start > body.start) start = markerAt(text, start, 'sentence')?.end ?? start;
  for (let at = start; at < end; at++) {
    if (!isGap(text, at)) continue;
    if (at < offset) start = at + 1;
    else end = at;
  }
  return { start, end };
}

/** A blank that parts: an ideographic one, or one between Chinese characters. */
function isGap(text: string, at: number): boolean {
  if (text[at] === '\u3000') return true;
  return isSpace(text[at]!) && isHan(text[at + 1] ?? '') && isHan(text[at - 1] ?? '');
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

/** Words of the draft, within `span` those that the first occurrence in the corpus has too. */
function wordsIn(index: CorpusIndex, window: string, span: Span, words: DraftWords): DraftWords {
  const place = index.sample(index.match(window.slice(span.start, span.end)), 1)[0];
  return place === undefined ? words : words.agreeing(span, index.wordStarts(place, 0, lengthOf(span) + 1));
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}
