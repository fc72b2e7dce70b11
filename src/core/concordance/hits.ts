/** Places found in one segment: units from the start of its text, and units of the match. */
export interface Hit {
  readonly segment: number;
  readonly position: number;
  readonly length: number;
}

/** What a concordance lists at most. */
export const MAX_HITS = 100_000;

/**
 * Collects places in the order in which they come. Of more than `capacity` it keeps every second, fourth … one, so that what is
 * kept is always spread evenly over what was found.
 */
export class Hits {
  readonly #capacity: number;
  #segments = new Uint16Array(64);
  #positions = new Int32Array(64);
  #lengths = new Uint16Array(64);
  #size = 0;
  #total = 0;
  #stride = 1;

  constructor(capacity = MAX_HITS) {
    this.#capacity = capacity;
  }

  /** Places kept. */
  get size(): number {
    return this.#size;
  }

  /** Places found. */
  get total(): number {
    return this.#total;
  }

  segmentOf(hit: number): number {
    return this.#segments[hit]!;
  }

  positionOf(hit: number): number {
    return this.#positions[hit]!;
  }

  lengthOf(hit: number): number {
    return this.#lengths[hit]!;
  }

  at(hit: number): Hit {
    return { segment: this.#segments[hit]!, position: this.#positions[hit]!, length: this.#lengths[hit]! };
  }

  add(segment: number, position: number, length: number): void {
    if (this.#total++ % this.#stride !== 0) return;
    if (this.#size === this.#capacity) {
      this.#thin();
      if ((this.#total - 1) % this.#stride !== 0) return;
    }
    if (this.#size === this.#positions.length) this.#grow();
    this.#segments[this.#size] = segment;
    this.#positions[this.#size] = position;
    this.#lengths[this.#size] = length;
    this.#size++;
  }

  #thin(): void {
    const kept = (this.#size + 1) >>> 1;
    for (let i = 0; i < kept; i++) {
      this.#segments[i] = this.#segments[2 * i]!;
      this.#positions[i] = this.#positions[2 * i]!;
      this.#lengths[i] = this.#lengths[2 * i]!;
    }
    this.#size = kept;
    this.#stride *= 2;
  }

  #grow(): void {
    const room = 2 * this.#size;
    const [segments, positions, lengths] = [this.#segments, this.#positions, this.#lengths];
    this.#segments = new Uint16Array(room);
    this.#positions = new Int32Array(room);
    this.#lengths = new Uint16Array(room);
    this.#segments.set(segments);
    this.#positions.set(positions);
    this.#lengths.set(lengths);
  }
}
