import { isClauseBreak, NEWLINE, PAUSE, STOP, skipTo } from '../text/charClass.ts';
import { clauseStart } from '../text/clauses.ts';
import type { Boundary } from './boundary.ts';
import { markerAt, markerStartBehind, mayBeginMarker } from './markerAt.ts';

/**
 * Whether the whole draft has to be scanned in order to know that no numbered series continues at `at`; at most keys it does not. Typed
 * text must begin a marker, and a member without its mark must have begun in the same clause.
 */
export function mayGoOn(text: string, at: number, typed: string, boundary: Boundary): boolean {
  if (typed !== '') return mayBeginMarker(text, at);
  if (boundary !== 'bare') return true;
  const clause = clauseStart(text, at, 0, isClauseBreak);
  // A marker may end with a comma: «第一，».
  return holdsMarker(text, clauseStart(text, Math.max(0, clause - 1), 0, isClauseBreak), at);
}

/** Whether there may be a marker between `from`, where a clause begins, and `to`. */
function holdsMarker(text: string, from: number, to: number): boolean {
  for (let mark = from - 1; mark < to; mark = skipTo(PAUSE | STOP | NEWLINE, text, mark + 1, to)) {
    const at = markerStartBehind(text, mark, 'line');
    if (at < to && markerAt(text, at, 'line') !== undefined) return true;
  }
  return false;
}
