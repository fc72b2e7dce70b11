/** Units before the caret, and before a source, that are compared. */
const REACH = 250;
export const TOPIC_REACH = 64;
/** Numbers that pairs of units are told apart by. */
const PAIRS = 1 << 16;

/** What the draft has just been about, as the pairs of neighbouring units it has used: a source that stands among the same words tells more. */
export class Topic {
  readonly #pairs = new Uint8Array(PAIRS);

  /** @param draft the text up to the caret */
  constructor(draft: string) {
    for (let at = Math.max(0, draft.length - REACH); at + 1 < draft.length; at++) this.#pairs[pairOf(draft, at)] = 1;
  }

  /**
   * How many times as much as a source without anything in common one counts that stands after `before`: the square of one more than the
   * pairs they share.
   */
  weight(before: string): number {
    let shared = 1;
    for (let at = 0; at + 1 < before.length; at++) shared += this.#pairs[pairOf(before, at)]!;
    return shared * shared;
  }
}

/** A number for the pair of units at `at`; a few others may have the same. */
function pairOf(text: string, at: number): number {
  return (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) & (PAIRS - 1);
}
