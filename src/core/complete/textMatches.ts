import { classAt, HAN, NEWLINE, OPENS, PAUSE, STOP } from '../text/charClass.ts';

/** Places in a text that stand after the same words as the caret. */
export interface TextMatch {
  /** How many units of context agree. */
  readonly length: number;
  /** Where what follows begins. */
  readonly ends: readonly number[];
}

/** The longest agreeing context is looked for from this many units on. */
export const MIN_AGREEMENT = 2;

/**
 * Whether a text is also asked what it has after the last unit of `context` alone. That unit may begin a word that the
 * text has elsewhere after other words. After a mark or an opening quote the text tells how its clauses begin. A digit
 * or a letter tells nothing by itself, and 、 leads back to what its list has named already.
 */
export function asksLastUnit(context: string): boolean {
  const classes = classAt(context, context.length - 1);
  return (classes & (HAN | PAUSE | STOP | OPENS | NEWLINE)) !== 0 && !context.endsWith('、');
}

/** Places in a text before which it agrees with the end of the context, in at least `MIN_AGREEMENT` units. */
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

  /**
   * @param at offset in `text` behind the last `MIN_AGREEMENT` units of the context
   * @param end the same place, counted as the places of the answer are
   */
  add(text: string, at: number, end: number): void {
    const agreed = agreement(text, at, this.#context);
    this.#ends.push(end);
    this.#agreed.push(agreed);
    if (agreed > this.#longest) this.#longest = agreed;
  }

  /** The places that agree in most units, and those that agree in at least half as many, in the order in which they were added. */
  longestAndHalf(): TextMatch[] {
    if (this.#longest === 0) return [];
    const half = Math.max(MIN_AGREEMENT, Math.ceil(this.#longest / 2));
    const lengths = half < this.#longest ? [this.#longest, half] : [this.#longest];
    return lengths.map(length => ({ length, ends: this.#ends.filter((_, i) => this.#agreed[i]! >= length) }));
  }
}

/** How many units before `end` of `text` equal the end of `context`; the last `MIN_AGREEMENT` are known to. */
function agreement(text: string, end: number, context: string): number {
  const most = Math.min(context.length, end);
  let agreed = MIN_AGREEMENT;
  while (agreed < most && text.charCodeAt(end - agreed - 1) === context.charCodeAt(context.length - agreed - 1)) {
    agreed++;
  }
  return agreed;
}
