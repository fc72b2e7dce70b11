import { classOf, HAN } from '../structure/charClass.ts';

/** Numbers of a profile. */
export const PROFILE_SIZE = 128;
/** A share of a quarter of all pairs is the most a profile tells. */
const SCALE = 512;
const MAX = 255;
const SHIFT = Math.clz32(PROFILE_SIZE - 1);

/** How often a text uses the pairs of neighbouring characters of each of `PROFILE_SIZE` buckets: what it is about and in which manner, in a few bytes. */
export class PairCounts {
  readonly #counts = new Uint32Array(PROFILE_SIZE);
  #pairs = 0;

  get pairs(): number {
    return this.#pairs;
  }

  add(units: ArrayLike<number>): void {
    for (let at = 0; at + 1 < units.length; at++) {
      if ((classOf(units[at]!) & classOf(units[at + 1]!) & HAN) === 0) continue;
      this.#counts[bucketOf(units[at]!, units[at + 1]!)]!++;
      this.#pairs++;
    }
  }

  /** Roots of the shares (which keeps the most frequent pairs from drowning the others), 0 … `MAX`. */
  profile(): Uint8Array {
    return Uint8Array.from(this.#counts, count =>
      Math.min(MAX, Math.round(Math.sqrt(count / this.#pairs) * SCALE) || 0),
    );
  }
}

/** Two rounds of multiplicative hashing (D. Knuth, The Art of Computer Programming, 6.4). */
function bucketOf(first: number, second: number): number {
  return Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b) >>> SHIFT;
}
