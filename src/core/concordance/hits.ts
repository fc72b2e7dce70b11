/** A match in one segment: its start from the beginning of the segment's text, and its length, in units. */
export interface Hit {
  readonly segment: number;
  readonly position: number;
  readonly length: number;
}

/** Most hits that a concordance lists. */
export const MAX_HITS = 100_000;

/** Number of hits in one array, as a power of two, and of the numbers stored for each: the position, then segment and length. */
const CHUNK_BITS = 8;
const NUMBERS = 2;
/** Factor of the segment's number in the number that it shares with the length. */
const SEGMENT = 0x10000;

/**
 * Collects places in the order in which they come. If there are more than `capacity`, it keeps every second, fourth …
 * one, so that those kept are always spread evenly over those found. They lie in small arrays, so no array is thrown
 * away for a longer one.
 */
export class Hits {
  readonly #capacity: number;
  readonly #chunks: Uint32Array[] = [];
  #size = 0;
  #total = 0;
  #stride = 1;

  constructor(capacity = MAX_HITS) {
    this.#capacity = capacity;
  }

  /** Number of hits kept. */
  get size(): number {
    return this.#size;
  }

  /** Number of hits found. */
  get total(): number {
    return this.#total;
  }

  segmentOf(hit: number): number {
    return Math.floor(this.#number(hit, 1) / SEGMENT);
  }

  positionOf(hit: number): number {
    return this.#number(hit, 0);
  }

  lengthOf(hit: number): number {
    return this.#number(hit, 1) % SEGMENT;
  }

  at(hit: number): Hit {
    return { segment: this.segmentOf(hit), position: this.positionOf(hit), length: this.lengthOf(hit) };
  }

  add(segment: number, position: number, length: number): void {
    if (this.#total++ % this.#stride !== 0) return;
    if (this.#size === this.#capacity) {
      this.#thin();
      if ((this.#total - 1) % this.#stride !== 0) return;
    }
    this.#set(this.#size++, position, segment * SEGMENT + length);
  }

  #thin(): void {
    const kept = (this.#size + 1) >>> 1;
    for (let i = 0; i < kept; i++) this.#set(i, this.#number(2 * i, 0), this.#number(2 * i, 1));
    this.#size = kept;
    this.#stride *= 2;
  }

  #number(hit: number, which: number): number {
    return this.#chunks[hit >>> CHUNK_BITS]![placeInChunk(hit) + which]!;
  }

  #set(hit: number, position: number, segmentAndLength: number): void {
    this.#chunks[hit >>> CHUNK_BITS] ??= new Uint32Array(NUMBERS << CHUNK_BITS);
    const chunk = this.#chunks[hit >>> CHUNK_BITS]!;
    chunk[placeInChunk(hit)] = position;
    chunk[placeInChunk(hit) + 1] = segmentAndLength;
  }
}

function placeInChunk(hit: number): number {
  return (hit & ((1 << CHUNK_BITS) - 1)) * NUMBERS;
}
