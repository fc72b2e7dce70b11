import { isHan } from '../structure/charClass.ts';

/** Places in a draft that go on after the same words as those before the caret. */
export interface DraftMatch {
  /** Units of context that agree. */
  readonly length: number;
  /** Where what follows begins, last place first. */
  readonly ends: readonly number[];
}

/** Shortest context that the draft is asked about. */
const MIN_LENGTH = 2;
/** Of more places with the shortest context, only the nearest to the caret are compared. */
const MAX_PLACES = 256;
/** Places kept of one length. */
const MAX_ENDS = 32;

/**
 * Where `draft` has said the words at its own end before: with the longest context that recurs, and with half of it.
 * A few scans of the draft: no index is kept.
 * @param reach how many units back the context goes at most
 */
export function draftMatches(draft: string, reach: number): DraftMatch[] {
  const caret = draft.length;
  if (caret < MIN_LENGTH || !isHan(draft[caret - 1]!)) return [];
  const shortest = draft.slice(caret - MIN_LENGTH);
  const places: Array<{ end: number; agreed: number }> = [];
  let at = draft.lastIndexOf(shortest, caret - MIN_LENGTH - 1);
  for (; at >= 0 && places.length < MAX_PLACES; at = at === 0 ? -1 : draft.lastIndexOf(shortest, at - 1)) {
    const end = at + MIN_LENGTH;
    places.push({ end, agreed: agreement(draft, end, caret, reach) });
  }
  if (places.length === 0) return [];
  const longest = Math.max(...places.map(place => place.agreed));
  const half = Math.max(MIN_LENGTH, Math.ceil(longest / 2));
  const lengths = half < longest ? [longest, half] : [longest];
  return lengths.map(length => ({
    length,
    ends: places
      .filter(place => place.agreed >= length)
      .slice(0, MAX_ENDS)
      .map(place => place.end),
  }));
}

/** Units before `end` that equal those before `caret`, at least `MIN_LENGTH`. */
function agreement(draft: string, end: number, caret: number, reach: number): number {
  let agreed = MIN_LENGTH;
  while (agreed < reach && agreed < end && draft[end - agreed - 1] === draft[caret - agreed - 1]) agreed++;
  return agreed;
}
