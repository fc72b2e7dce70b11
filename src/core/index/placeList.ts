import { copied } from '../collections/copied.ts';
import type { Occurrence } from './occurrence.ts';

/** Places there is room for at first. */
const ROOM = 512;

/** A list of occurrences that makes no object for any of them: most are only compared, and few are chosen. */
export class PlaceList {
  #segments = new Uint16Array(ROOM);
  #positions = new Int32Array(ROOM);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  clear(): void {
    this.#length = 0;
  }

  push(segment: number, position: number): void {
    if (this.#length === this.#segments.length) this.#grow();
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

  #grow(): void {
    const room = 2 * this.#length;
    this.#segments = copied(this.#segments, new Uint16Array(room));
    this.#positions = copied(this.#positions, new Int32Array(room));
  }
}
