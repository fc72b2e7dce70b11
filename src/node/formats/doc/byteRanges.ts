/** A range of bytes, half-open. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Ranges in ascending order; where they overlap the first one counts. */
export class ByteRanges<T extends ByteRange> {
  readonly #ranges: readonly T[];

  constructor(ascending: readonly T[]) {
    let reached = Number.NEGATIVE_INFINITY;
    // Ends must ascend, too, for the search.
    this.#ranges = ascending.filter(({ end }) => {
      const isBeyond = end > reached;
      if (isBeyond) reached = end;
      return isBeyond;
    });
  }

  at(place: number): T | undefined {
    const range = this.#ranges[this.#firstEndingAfter(place)];
    return range !== undefined && range.start <= place ? range : undefined;
  }

  /** What is left of `start`–`end` without the ranges. */
  *gaps(start: number, end: number): Generator<[number, number]> {
    let at = start;
    for (let i = this.#firstEndingAfter(start); at < end; i++) {
      const range = this.#ranges[i];
      if (range === undefined || range.start >= end) break;
      if (range.start > at) yield [at, range.start];
      at = Math.max(at, range.end);
    }
    if (at < end) yield [at, end];
  }

  #firstEndingAfter(place: number): number {
    let low = 0;
    let high = this.#ranges.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#ranges[middle]!.end > place) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
