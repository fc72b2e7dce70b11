/** Units of text per entry of the coarse table, as a power of two. */
const BLOCK_BITS = 12;

/**
 * Tells which document a position of a segment's text lies in. A coarse table in memory, one entry for each block of
 * positions, leaves only the few documents of one block to choose from. So a walk over a million occurrences needs no
 * binary search over all documents.
 */
export class DocumentTable {
  readonly #starts: Uint32Array;
  /** The document at the start of each block, and the last document once more. */
  readonly #first: Uint32Array;

  /** @param starts where documents start, ascending from 0 */
  constructor(starts: Uint32Array, characters: number) {
    const blocks = (characters >>> BLOCK_BITS) + 1;
    this.#starts = starts;
    this.#first = new Uint32Array(blocks + 1).fill(starts.length - 1);
    let document = 0;
    for (let block = 0; block < blocks; block++) {
      while (document + 1 < starts.length && starts[document + 1]! <= block << BLOCK_BITS) document++;
      this.#first[block] = document;
    }
  }

  at(position: number): number {
    const block = position >>> BLOCK_BITS;
    let low = this.#first[block]!;
    let high = this.#first[block + 1]!;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#starts[middle]! <= position) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
