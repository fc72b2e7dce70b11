/** The `limit` largest of many numbers, in a binary heap with the least of them on top. */
export class Largest {
  readonly #numbers: Float64Array;
  #size = 0;

  constructor(limit: number) {
    this.#numbers = new Float64Array(limit);
  }

  add(number: number): void {
    const numbers = this.#numbers;
    if (this.#size === numbers.length) {
      if (number > this.least) this.#sink(number);
      return;
    }
    let at = this.#size++;
    for (let above = (at - 1) >> 1; at > 0 && numbers[above]! > number; above = (at - 1) >> 1) {
      numbers[at] = numbers[above]!;
      at = above;
    }
    numbers[at] = number;
  }

  /** How many there are: `limit` at most. */
  get size(): number {
    return this.#size;
  }

  /** The least of the largest; infinite if there are none. */
  get least(): number {
    return this.#size === 0 ? Number.POSITIVE_INFINITY : this.#numbers[0]!;
  }

  /** How many of the largest are equal to the least. */
  get ofLeast(): number {
    return this.#numbers.subarray(0, this.#size).filter(number => number === this.least).length;
  }

  /** Puts `number` in the place of the least. */
  #sink(number: number): void {
    const numbers = this.#numbers;
    let at = 0;
    for (let below = 1; below < numbers.length; below = 2 * at + 1) {
      if (below + 1 < numbers.length && numbers[below + 1]! < numbers[below]!) below++;
      if (numbers[below]! >= number) break;
      numbers[at] = numbers[below]!;
      at = below;
    }
    numbers[at] = number;
  }
}
