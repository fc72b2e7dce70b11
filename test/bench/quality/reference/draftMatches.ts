/** Places where a draft has said the end of itself before. */
export interface DraftMatch {
  /** Characters that agree. */
  readonly length: number;
  /** Where what follows begins. */
  readonly ends: readonly number[];
}

const SHORTEST = 2;
const MAX_PLACES = 256;
const MAX_ENDS = 32;

/** The places with the longest ending of `context` that recurs in `draft`, and those with half of it, last ones first. Plain scans, on their own: no engine's code. */
export function draftMatches(draft: string, context: string): DraftMatch[] {
  const shortest = context.slice(-SHORTEST);
  if (shortest.length < SHORTEST) return [];
  const places: Array<{ readonly end: number; readonly agreed: number }> = [];
  for (let at = draft.length - SHORTEST; places.length < MAX_PLACES && at > 0; ) {
    at = draft.lastIndexOf(shortest, at - 1);
    if (at < 0) break;
    places.push({ end: at + SHORTEST, agreed: agreement(draft, at + SHORTEST, context) });
  }
  const longest = Math.max(0, ...places.map(({ agreed }) => agreed));
  const lengths = new Set([longest, Math.max(SHORTEST, Math.ceil(longest / 2))]);
  return [...lengths].flatMap(length => {
    const ends = places.filter(({ agreed }) => agreed >= length).map(({ end }) => end);
    return longest === 0 ? [] : [{ length, ends: ends.slice(0, MAX_ENDS) }];
  });
}

function agreement(draft: string, end: number, context: string): number {
  let agreed = 0;
  while (agreed < context.length && draft[end - agreed - 1] === context.at(-agreed - 1)) agreed++;
  return agreed;
}
