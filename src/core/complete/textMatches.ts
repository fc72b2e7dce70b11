import { classAt, HAN, NEWLINE, OPENS, PAUSE, STOP } from '../text/charClass.ts';

/** Places in a text that go on after the same words as those before the caret. */
export interface TextMatch {
  /** Units of context that agree. */
  readonly length: number;
  /** Where what follows begins. */
  readonly ends: readonly number[];
}

/** A place in a text, and how much before it agrees with what stands before the caret. */
export interface TextPlace {
  readonly end: number;
  readonly agreed: number;
}

/** Shortest context of which the longest is looked for. */
export const MIN_AGREEMENT = 2;

/**
 * Whether a text is also asked what it says after the unit at the end of `context` alone: it may have begun a word that the text has said after
 * others, and after a mark or an opening quote it says how clauses begin. A digit or a letter tells nothing by itself, and 、 leads back to what its list
 * has named.
 */
export function asksLastUnit(context: string): boolean {
  const classes = classAt(context, context.length - 1);
  return (classes & (HAN | PAUSE | STOP | OPENS | NEWLINE)) !== 0 && !context.endsWith('、');
}

/** Units before `end` of `text` that equal the end of `context`; `MIN_AGREEMENT` of them are known to. */
export function agreement(text: string, end: number, context: string): number {
  const most = Math.min(context.length, end);
  let agreed = MIN_AGREEMENT;
  while (agreed < most && text[end - agreed - 1] === context[context.length - agreed - 1]) agreed++;
  return agreed;
}

/** Of `places`, in their order: those that agree at most, and those that agree in half as much. */
export function longestAndHalf(places: readonly TextPlace[]): TextMatch[] {
  if (places.length === 0) return [];
  const longest = places.reduce((most, { agreed }) => Math.max(most, agreed), 0);
  const half = Math.max(MIN_AGREEMENT, Math.ceil(longest / 2));
  const lengths = half < longest ? [longest, half] : [longest];
  return lengths.map(length => ({
    length,
    ends: places.filter(({ agreed }) => agreed >= length).map(({ end }) => end),
  }));
}
