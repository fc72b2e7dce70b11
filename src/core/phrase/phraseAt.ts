import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { Matches } from '../index/matches.ts';
import { hanCount } from '../text/charClass.ts';
import { fullWidth } from '../text/fullWidth.ts';
import type { Span } from '../text/span.ts';
import { Cohesion } from './cohesion.ts';
import { DraftWords } from './draftWords.ts';
import { LooseWords } from './looseWords.ts';
import { pieceAt } from './pieceAt.ts';
import { tidyStretch } from './tidyStretch.ts';

/** How far a stretch may reach on either side of the pointer, in units. */
const REACH = 80;
const DEFAULT_MIN_LENGTH = 4;

/** A part of the draft that occurs in the corpus. */
export interface PlacedPhrase {
  /** As the corpus writes it: full-width marks. */
  readonly phrase: string;
  /** Where it lies in the draft. */
  readonly span: Span;
}

/** The stretches under the pointer that occur in the corpus. */
export interface AgreeingStretches {
  /** The longest stretch with whole words, none of which depends on text outside it (`tidyStretch`). */
  readonly longest: PlacedPhrase;
  /** The longest stretch that is also cut back to a phrase (`LooseWords`), if there is one; perhaps the same object. */
  readonly whole?: PlacedPhrase;
}

/**
 * What look-ups asked for by a key take: in «我们学会看账本、算细账的本领», pointing at 账, it is «学会看账本、算细账» if a speech says so; where
 * nothing under the pointer is whole, the longest stretch.
 */
export function phraseAt(
  index: CorpusIndex,
  text: string,
  offset: number,
  minLength?: number,
): PlacedPhrase | undefined {
  const found = agreeingStretches(index, text, offset, minLength);
  return found?.whole ?? found?.longest;
}

/**
 * The stretches of the sentence that contain the character at `offset`, occur in the corpus and have at least `minLength` Chinese
 * characters.
 */
export function agreeingStretches(
  index: CorpusIndex,
  text: string,
  offset: number,
  minLength = DEFAULT_MIN_LENGTH,
): AgreeingStretches | undefined {
  const piece = pieceAt(text, offset);
  if (offset < piece.start) return undefined;
  const from = Math.max(piece.start, offset - REACH);
  const window = fullWidth(text.slice(from, Math.min(piece.end, offset + REACH)));
  const { longest, whole } = agreeingSpans(index, window, offset - from, minLength);
  if (longest === undefined) return undefined;
  const placed = ({ start, end }: Span): PlacedPhrase => ({
    phrase: window.slice(start, end),
    span: { start: from + start, end: from + end },
  });
  const found = placed(longest);
  if (whole === undefined) return { longest: found };
  return { longest: found, whole: whole.start === longest.start && whole.end === longest.end ? found : placed(whole) };
}

/** The spans of `window` that `agreeingStretches` looks for around the unit at `pointer`. */
function agreeingSpans(
  index: CorpusIndex,
  window: string,
  pointer: number,
  minLength: number,
): { readonly longest: Span | undefined; readonly whole: Span | undefined } {
  const words = DraftWords.of(window);
  const cohesion = Cohesion.of(index);
  const isLonger = (span: Span | undefined, than: Span | undefined): span is Span =>
    span !== undefined &&
    hanCount(window, span.start, span.end) >= minLength &&
    (than === undefined || lengthOf(span) > lengthOf(than));
  let whole: Span | undefined;
  let longest: Span | undefined;
  for (let start = firstReaching(index.matches, window, pointer); start <= pointer; start++) {
    if (whole !== undefined && window.length - start <= lengthOf(whole)) break;
    const reach = { start, end: start + index.matches.longestPrefix(window.slice(start)) };
    const reachWords = wordsIn(index, window, reach, words);
    const tidied = tidyStretch(window, reach, pointer, at => reachWords.startsAt(at));
    if (isLonger(tidied, longest)) longest = tidied;
    if (!isLonger(tidied, whole)) continue;
    const bound = new LooseWords(window, reachWords, cohesion).without(tidied, pointer);
    const isTidy = bound === undefined || lengthOf(bound) === lengthOf(tidied);
    const span = isTidy ? bound : tidyStretch(window, bound, pointer, at => reachWords.startsAt(at));
    if (isLonger(span, whole)) whole = span;
  }
  return { longest, whole };
}

/**
 * The first start from which the text up to and including the unit at `pointer` occurs; one beyond `pointer` if there is none. A text that
 * occurs also occurs without its beginning, so the start is found by bisection.
 */
function firstReaching(matches: Matches, window: string, pointer: number): number {
  let low = 0;
  let high = pointer + 1;
  while (low < high) {
    const start = (low + high) >>> 1;
    const stretch = window.slice(start, pointer + 1);
    if (matches.longestPrefix(stretch) === stretch.length) high = start;
    else low = start + 1;
  }
  return low;
}

/** Words of the draft; within `span` only those that are also words in the first occurrence in the corpus. */
function wordsIn(index: CorpusIndex, window: string, span: Span, words: DraftWords): DraftWords {
  const place = index.matches.sample(index.matches.of(window.slice(span.start, span.end)), 1)[0];
  return place === undefined ? words : words.agreeing(span, index.text.wordStarts(place, 0, lengthOf(span) + 1));
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}
