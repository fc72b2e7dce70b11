import { isHan } from '../text/charClass.ts';
import { AgreeingPlaces, asksLastUnit, MIN_AGREEMENT, type TextMatch } from './textMatches.ts';

/** Of more places with the shortest context, only the nearest to the caret are compared. */
const MAX_PLACES = 256;
/** Places kept of one length. */
const MAX_ENDS = 32;
/** After one unit alone fewer tell as much. */
const MAX_UNIT_ENDS = 16;

/**
 * Where `draft` has said the words at its own end before, last place first: with the longest context that recurs, with half
 * of it, and with its last unit alone. A few scans of the draft: no index is kept.
 * @param reach how many units back the context goes at most
 */
export function draftMatches(draft: string, reach: number): TextMatch[] {
  return [...longerMatches(draft, reach), ...lastUnitMatches(draft)];
}

function longerMatches(draft: string, reach: number): TextMatch[] {
  const caret = draft.length;
  if (caret <= MIN_AGREEMENT || !isHan(draft[caret - 1]!)) return [];
  const context = draft.slice(Math.max(0, caret - reach));
  const shortest = draft.slice(caret - MIN_AGREEMENT);
  const places = new AgreeingPlaces(context);
  let at = draft.lastIndexOf(shortest, caret - MIN_AGREEMENT - 1);
  for (; at >= 0 && places.length < MAX_PLACES; at = at === 0 ? -1 : draft.lastIndexOf(shortest, at - 1)) {
    const end = at + MIN_AGREEMENT;
    places.add(draft, end, end);
  }
  return places.longestAndHalf().map(({ length, ends }) => ({ length, ends: ends.slice(0, MAX_ENDS) }));
}

function lastUnitMatches(draft: string): TextMatch[] {
  if (!asksLastUnit(draft)) return [];
  const last = draft.length - 1;
  const unit = draft[last]!;
  const ends: number[] = [];
  for (let at = last; at > 0 && ends.length < MAX_UNIT_ENDS; ) {
    at = draft.lastIndexOf(unit, at - 1);
    if (at >= 0) ends.push(at + 1);
  }
  return ends.length === 0 ? [] : [{ length: 1, ends }];
}
