/** Number of units before the caret, and before a source, that are compared. */
const REACH = 250;
export const TOPIC_REACH = 32;
/** Numbers that pairs of units are told apart by. */
const PAIRS = 1 << 16;

/**
 * The topic of the draft near the caret, as the set of its neighbouring pairs of units. A source that stands among the
 * same words is stronger evidence.
 */
export class Topic {
  /** A bit for each pair. */
  readonly #pairs = new Uint8Array(PAIRS / 8);

  /**
   * Takes up another draft. One topic serves all drafts, since its table is the largest thing that a key needs.
   * @param draft the text up to the caret
   */
  turnTo(draft: string): this {
    this.#pairs.fill(0);
    for (let at = Math.max(0, draft.length - REACH); at + 1 < draft.length; at++)
      this.#add(numberOf(draft.charCodeAt(at), draft.charCodeAt(at + 1)));
    return this;
  }

  /**
   * How much a source counts that stands behind the units `[start, end)` of `before`: the square of one more than the
   * number of pairs that these share with the draft. A source that shares none counts 1.
   */
  weight(before: Uint16Array, start: number, end: number): number {
    let shared = 1;
    for (let at = start; at + 1 < end; at++) shared += this.#has(numberOf(before[at]!, before[at + 1]!));
    return shared * shared;
  }

  /** As `weight`, for a source that stands in `text` at `end`, judged by the units from `start` on. */
  weightIn(text: string, start: number, end: number): number {
    let shared = 1;
    for (let at = start; at + 1 < end; at++)
      shared += this.#has(numberOf(text.charCodeAt(at), text.charCodeAt(at + 1)));
    return shared * shared;
  }

  #add(pair: number): void {
    this.#pairs[pair >>> 3]! |= 1 << (pair & 7);
  }

  #has(pair: number): number {
    return (this.#pairs[pair >>> 3]! >>> (pair & 7)) & 1;
  }
}

/** A number for a pair of units; a few other pairs may have the same. */
function numberOf(first: number, second: number): number {
  return (first * 31 + second) & (PAIRS - 1);
}
