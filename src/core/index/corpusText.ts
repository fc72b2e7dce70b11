import type { Occurrence } from './occurrence.ts';
import type { Segment } from './reading/segment.ts';

/** The text around places of the corpus, and its word boundaries. Lengths and shifts are in UTF-16 units. */
export class CorpusText {
  readonly #segments: readonly Segment[];

  constructor(segments: readonly Segment[]) {
    this.#segments = segments;
  }

  /** At most `length` units, from `shift` units after the place. */
  at({ segment, position }: Occurrence, length: number, shift = 0): string {
    return this.#segments[segment]!.text(position + shift, length);
  }

  /** Copies what `at` would give, as UTF-16 units, into `target` from index `to` on. Returns how many units there are. */
  copyUnits({ segment, position }: Occurrence, length: number, shift: number, target: Uint16Array, to = 0): number {
    return this.#segments[segment]!.search.copyUnits(position + shift, length, target, to);
  }

  /** Whether a word starts at each of `length` units, from `shift` units after the place. */
  wordStarts({ segment, position }: Occurrence, shift: number, length: number): boolean[] {
    return this.#segments[segment]!.wordStarts(position + shift, length);
  }

  isWordStart({ segment, position }: Occurrence, shift: number): boolean {
    return this.#segments[segment]!.isWordStart(position + shift);
  }
}
