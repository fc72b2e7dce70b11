/** The `limit` smallest of many numbers. */
export class Smallest {
  readonly #limit: number;
  #kept: number[] = [];
  /** What is greater is not among the smallest. */
  #bound = Number.POSITIVE_INFINITY;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(numbers: Int32Array): void {
    for (const number of numbers) {
      if (number >= this.#bound) continue;
      this.#kept.push(number);
      if (this.#kept.length >= 2 * this.#limit) this.#cut();
    }
  }

  /** Ascending. */
  values(): Int32Array {
    return Int32Array.from(this.#kept).sort().subarray(0, this.#limit);
  }

  #cut(): void {
    this.#kept = Array.from(this.values());
    this.#bound = this.#kept.at(-1) ?? this.#bound;
  }
}
