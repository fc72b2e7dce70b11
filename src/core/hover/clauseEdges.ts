import { pieceAt } from '../phrase/pieceAt.ts';
import { isClauseBreak, isClosing, isOpening } from '../text/charClass.ts';
import type { Span } from '../text/span.ts';

/** On which sides the clause of the draft goes on beyond a part of it. */
export interface GoingOn {
  readonly before: boolean;
  readonly after: boolean;
}

/** A «、» ends no clause; a number before the sentence is not part of it, and what a quote or bracket holds is whole by itself. */
export function goingOn(text: string, { start, end }: Span): GoingOn {
  const piece = pieceAt(text, start);
  const before = text[start - 1] ?? '\n';
  const after = text[end] ?? '\n';
  return {
    before: start > piece.start && !isClauseBreak(before) && !isOpening(before),
    after: end < piece.end && !isClauseBreak(after) && !isClosing(after),
  };
}
