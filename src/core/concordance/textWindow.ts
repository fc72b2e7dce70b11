import type { Segment } from '../index/reading/segment.ts';

/** Units read in one piece. */
const SIZE = 1 << 13;

/** A stretch of a segment's text that moves forward: places near each other are looked at without another read. */
export class TextWindow {
  readonly #segment: Segment;
  #buffer = new Uint16Array(0);
  #units = new Uint16Array(0);
  /** Position of the first unit. */
  #start = 0;

  constructor(segment: Segment) {
    this.#segment = segment;
  }

  /** Those of the last `cover`. */
  get units(): Uint16Array {
    return this.#units;
  }

  get start(): number {
    return this.#start;
  }

  /** Sees to it that the window holds `[from, to)`, as far as there is text; returns whether that took a read. */
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
