import { rankingWeights } from './rankingWeights.ts';

/** Where words start around the caret according to one source of a continuation. It is read only when asked for. */
export class WordEdges {
  readonly #agreed: number;
  readonly #startsAt: (at: number) => boolean;

  /**
   * @param agreed units before the caret that stand in the source too
   * @param startsAt whether a word of the source starts so many units after those do
   */
  constructor(agreed: number, startsAt: (at: number) => boolean) {
    this.#agreed = agreed;
    this.#startsAt = startsAt;
  }

  /** Whether a word starts `shift` units after the caret; before it, if negative. */
  startsAt(shift: number): boolean {
    const at = this.#agreed + shift;
    return at >= 0 && shift <= rankingWeights.maxContinuation && this.#startsAt(at);
  }

  /** As `startsAt`; `undefined` where the source does not agree with the draft and so does not know its words. */
  knows(shift: number): boolean | undefined {
    return -shift > this.#agreed ? undefined : this.startsAt(shift);
  }
}
