import type { Matches } from '../index/matches.ts';
import { CLOSES, classAt, NEWLINE, OPENS, PAUSE, SPACE, STOP } from '../text/charClass.ts';
import type { Span } from '../text/span.ts';

/** Shorter stretches are common to many texts. */
export const MIN_STRETCH = 8;
/** The text from this offset on is looked up first: if the rest of the next `MIN_STRETCH` units does not occur, no stretch starts here. */
const PROBE = 2;
/** The length of a stretch is searched for up to here, then up to twice as far, and so on, since each step reads the text. */
const FIRST_REACH = 32;

const MARKS = PAUSE | STOP | OPENS | CLOSES | SPACE | NEWLINE;

/**
 * The stretches of `span`, at least `MIN_STRETCH` units without the marks at their ends, that occur in the corpus: from left to
 * right the longest one that starts where the one before has ended, or as soon after it as there is any.
 * @param text with the full-width marks of the corpus, `span` within one paragraph of it
 */
export function stretchesIn(matches: Matches, text: string, span: Span): Span[] {
  const found: Span[] = [];
  let at = span.start;
  while (at + MIN_STRETCH <= span.end) {
    // What fails inside rules out every start up to where it was looked: in own words a step takes three units.
    const probe = at + PROBE;
    const inside = matches.longestPrefix(text.slice(probe, at + MIN_STRETCH));
    if (probe + inside < at + MIN_STRETCH) {
      at = probe + 1;
      continue;
    }
    const end = at + longestPrefix(matches, text, at, span.end);
    if (end - at < MIN_STRETCH) {
      at++;
      continue;
    }
    const bare = withoutMarks(text, { start: at, end });
    if (bare.end - bare.start >= MIN_STRETCH) found.push(bare);
    at = end;
  }
  return found;
}

/** Number of units of `span` that are neither marks nor blanks. */
export function letterCount(text: string, span: Span): number {
  let count = 0;
  for (let at = span.start; at < span.end; at++) if ((classAt(text, at) & MARKS) === 0) count++;
  return count;
}

function longestPrefix(matches: Matches, text: string, start: number, end: number): number {
  for (let reach = FIRST_REACH; ; reach *= 4) {
    const length = matches.longestPrefix(text.slice(start, Math.min(end, start + reach)));
    if (length < reach || start + reach >= end) return length;
  }
}

function withoutMarks(text: string, { start, end }: Span): Span {
  let first = start;
  let last = end;
  while (first < last && classAt(text, first) & MARKS) first++;
  while (last > first && classAt(text, last - 1) & MARKS) last--;
  return { start: first, end: last };
}
