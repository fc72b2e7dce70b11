import { classAt, HAN, NEWLINE, OPENS, PAUSE, STOP } from '../text/charClass.ts';

/** Places in a text that go on after the same words as those before the caret. */
export interface TextMatch {
  /** Units of context that agree. */
  readonly length: number;
  /** Where what follows begins. */
  readonly ends: readonly number[];
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

/** Places in a text that end alike as the text before the caret does, in `MIN_AGREEMENT` units at least. */
export class AgreeingPlaces {
  readonly #context: string;
  readonly #ends: number[] = [];
  readonly #agreed: number[] = [];
  #longest = 0;

  constructor(context: string) {
    this.#context = context;
  }

  get length(): number {
    return this.#ends.length;
  }

  /** @param at where `text` goes on, which has the last `MIN_AGREEMENT` units of the context before @param end the same, counted as the places are */
  add(text: string, at: number, end: number): void {
    const agreed = agreement(text, at, this.#context);
    this.#ends.push(end);
    this.#agreed.push(agreed);
    if (agreed > this.#longest) this.#longest = agreed;
  }

  /** In the order they were added, those that agree at most, and those that agree in half as much. */
  longestAndHalf(): TextMatch[] {
    if (this.#longest === 0) return [];
    const half = Math.max(MIN_AGREEMENT, Math.ceil(this.#longest / 2));
    const lengths = half < this.#longest ? [this.#longest, half] : [this.#longest];
    return lengths.map(length => ({ length, ends: this.#ends.filter((_, i) => this.#agreed[i]! >= length) }));
  }
}

/** Units before `end` of `text` that equal the end of `context`; `MIN_AGREEMENT` of them are known to. */
function agreement(text: string, end: number, context: string): number {
  const most = Math.min(context.length, end);
  let agreed = MIN_AGREEMENT;
  while (agreed < most && text.charCodeAt(end - agreed - 1) === context.charCodeAt(context.length - agreed - 1)) {
    agreed++;
  }
  return agreed;
}
