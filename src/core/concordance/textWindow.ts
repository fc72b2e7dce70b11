import type { Segment } from '../index/reading/segment.ts';

/** Number of units read at once. */
const SIZE = 1 << 13;

/** A stretch of a segment's text that moves forward, so that neighbouring places are examined without another read. */
export class TextWindow {
  readonly #segment: Segment;
  #buffer = new Uint16Array(0);
  #units = new Uint16Array(0);
  /** Position of the first unit. */
  #start = 0;

  constructor(segment: Segment) {
    this.#segment = segment;
  }

  /** The units of the last `cover`. */
  get units(): Uint16Array {
    return this.#units;
  }

  get start(): number {
    return this.#start;
  }

  /** Makes the window cover `[from, to)`, as far as there is text; returns whether this required a read. */
  cover(from: number, to: number): boolean {
    const start = Math.max(0, from);
    const end = Math.min(this.#segment.characters, to);
    if (start >= this.#start && end <= this.#start + this.#units.length) return false;
    const units = this.#segment.search.units(start, Math.max(SIZE, end - start));
    if (units.length > this.#buffer.length) this.#buffer = new Uint16Array(units.length);
    this.#buffer.set(units);
    this.#units = this.#buffer.subarray(0, units.length);
    this.#start = start;
    return true;
  }
}
