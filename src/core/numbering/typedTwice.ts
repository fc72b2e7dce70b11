import { boundaryBefore } from '../parallel/boundary.ts';
import { markerAt } from '../parallel/markerAt.ts';
import { isDigit, isSpace } from '../text/charClass.ts';
import { fullWidth } from '../text/fullWidth.ts';

const SHORTEST = 2;
/** «（二十一）», «另一方面，» */
const LONGEST = 5;

/**
 * How many units before the caret are a marker typed behind itself, as writers do who have not seen that Enter or a row of the list has set it:
 * in «二要二要｜» 2; 0 if there is none. Figures are none, since «1.1.» counts too.
 * @param before the line up to the caret
 */
export function typedTwice(before: string): number {
  const written = fullWidth(before.slice(-2 * LONGEST - 2));
  const cut = before.length - written.length;
  for (let length = SHORTEST; length <= LONGEST; length++) {
    const typed = written.slice(-length);
    let end = written.length - length;
    while (end > 0 && isSpace(written[end - 1]!)) end--;
    if (end >= length && written.slice(end - length, end) === typed && isMarker(before, cut + end - length, typed))
      return length;
  }
  return 0;
}

/** Whether `typed` at `start` of the line is all of a marker there. */
function isMarker(line: string, start: number, typed: string): boolean {
  const boundary = boundaryBefore(line, start);
  if (isDigit(typed[0]!) || (boundary !== 'line' && boundary !== 'stop' && boundary !== 'semicolon')) return false;
  return markerAt(typed, 0, boundary === 'line' ? 'line' : 'sentence')?.end === typed.length;
}
