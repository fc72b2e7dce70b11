import type { Occurrence } from './occurrence.ts';

/** A list of occurrences without an object for each: most are only compared, to choose a few. */
export class PlaceList {
  readonly #segments: Uint16Array;
  readonly #positions: Int32Array;
  #length = 0;

  /** @param room capacity of the list */
  constructor(room: number) {
    this.#segments = new Uint16Array(room);
    this.#positions = new Int32Array(room);
  }

  get length(): number {
    return this.#length;
  }

  push(segment: number, position: number): void {
    this.#segments[this.#length] = segment;
    this.#positions[this.#length++] = position;
  }

  segment(index: number): number {
    return this.#segments[index]!;
  }

  position(index: number): number {
    return this.#positions[index]!;
  }

  at(index: number): Occurrence {
    return { segment: this.#segments[index]!, position: this.#positions[index]! };
  }

  toArray(): Occurrence[] {
    return Array.from({ length: this.#length }, (_, index) => this.at(index));
  }
}
