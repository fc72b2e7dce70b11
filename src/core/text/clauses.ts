import { CLOSES, classAt, isClauseBreak, isClauseEnd, NEWLINE, PAUSE, STOP, skipTo } from './charClass.ts';

/**
 * Start of the clause that the text before `at` belongs to: for «要坚持，真抓» and its end it is 4.
 * @param from no unit before it is looked at
 * @param isEnd `isClauseEnd`, or `isClauseBreak` where the items of a list are to count as one clause
 */
export function clauseStart(
  text: string,
  at: number,
  from = 0,
  isEnd: (unit: string) => boolean = isClauseEnd,
): number {
  let start = at;
  while (start > from && !isEnd(text[start - 1]!)) start--;
  return start;
}

/** Offset of the first unit from `at` on that ends a clause, or the end of the text. */
export function clauseEnd(text: string, at: number): number {
  return skipTo(PAUSE | STOP | NEWLINE, text, at, text.length);
}

/** Whether a clause ends within `[start, end)`; the items of a list are one clause. */
export function hasClauseBreak(text: string, start = 0, end = text.length): boolean {
  for (let at = start; at < end; at++) if (isClauseBreak(text[at]!)) return true;
  return false;
}

/** End of the first sentence of `[start, end)`: behind its stop and the marks that close with it, or before a line break. */
export function sentenceEnd(text: string, start: number, end: number): number {
  let at = skipTo(STOP | NEWLINE, text, start, end);
  while (at < end && classAt(text, at) & (STOP | CLOSES)) at++;
  return at;
}
