import { isClauseBreak, NEWLINE, PAUSE, STOP, skipTo } from '../text/charClass.ts';
import { clauseStart } from '../text/clauses.ts';
import type { Boundary } from './boundary.ts';
import { markerAt, markerStartBehind, mayBeginMarker } from './markerAt.ts';

/**
 * Whether it takes a look at the whole draft to tell that no numbered series goes on at `at`: at most keys it does not. What is typed must begin
 * a marker, and a member that stands without its mark has begun in the same clause.
 */
export function mayGoOn(text: string, at: number, typed: string, boundary: Boundary): boolean {
  if (typed !== '') return mayBeginMarker(text, at);
  if (boundary !== 'bare') return true;
  const clause = clauseStart(text, at, 0, isClauseBreak);
  // A marker may end with a comma: «第一，».
  return holdsMarker(text, clauseStart(text, Math.max(0, clause - 1), 0, isClauseBreak), at);
}

/** Whether anything between `from`, where a clause begins, and `to` reads like a marker. */
function holdsMarker(text: string, from: number, to: number): boolean {
  for (let mark = from - 1; mark < to; mark = skipTo(PAUSE | STOP | NEWLINE, text, mark + 1, to)) {
    const at = markerStartBehind(text, mark, 'line');
    if (at < to && markerAt(text, at, 'line') !== undefined) return true;
  }
  return false;
}
