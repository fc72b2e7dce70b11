import type { ByteSource } from './byteSource.ts';
import { TOP_STRIDE } from './format/topTable.ts';
import { ENTRY_BYTES, entryAt } from './suffixEntries.ts';
import type { SuffixInterval } from './suffixInterval.ts';
import type { TextLines } from './textLines.ts';

/** As many as lie between two rows of the top table with one between them. */
const MOST = 2 * TOP_STRIDE;

/**
 * At most `MOST` neighbouring entries of a suffix array, read in one piece and searched by their texts. Which text is compared next is
 * chosen not only by its rank: one that was read before costs microseconds, another may have to come from the disk. So first those are compared
 * that are near (`ByteSource.isNear`), the middlemost first, and only between two of them the others.
 */
export class SuffixBlock {
  readonly #source: ByteSource;
  readonly #position: number;
  readonly #text: TextLines;
  readonly #entries = new Uint8Array(MOST * ENTRY_BYTES);
  /** Ranks `[#from, #to)` are here. */
  #from = 0;
  #to = 0;
  /** The lowest rank that the last search saw above its pattern; where it ended, if it saw none. */
  #above = 0;

  /** @param position of the suffix array in `source`, in bytes */
  constructor(source: ByteSource, position: number, text: TextLines) {
    this.#source = source;
    this.#position = position;
    this.#text = text;
  }

  /** Brings `count` entries from `rank` on here, at most `MOST`. */
  load(rank: number, count: number): void {
    if (rank >= this.#from && rank + count <= this.#to) return;
    this.#to = 0; // nothing, should the read fail
    this.#source.read(this.#position + rank * ENTRY_BYTES, this.#entries, count * ENTRY_BYTES);
    this.#from = rank;
    this.#to = rank + count;
  }

  /** The first of the ranks `[low, high)` whose text is not below `pattern`; with `past`, the first beyond those that start with it. */
  bound(pattern: Uint16Array, { from: low, to: high }: SuffixInterval, past: boolean): number {
    let from = low;
    let to = high;
    this.#above = high;
    while (from < to) {
      const rank = this.#nearTo((from + to) >>> 1, from, to);
      const order = this.#compare(rank, pattern);
      if (order > 0) this.#above = rank;
      if (order < 0 || (past && order === 0)) from = rank + 1;
      else to = rank;
    }
    return from;
  }

  /**
   * Where the interval ends that starts at rank `from`, the lower bound that was just found. That search has seen whether the pattern stands
   * there at all: only what it found to be above tells the end of nothing from the start of something.
   */
  endOfRun(pattern: Uint16Array, from: number): number {
    let high = this.#above;
    if (from >= high) return from;
    // In steps that double, since most are short.
    let low = from + 1;
    let step = 1;
    let isBound = false;
    while (low < high) {
      const wanted: number = isBound ? (low + high) >>> 1 : Math.min(low + step, high) - 1;
      const rank: number = this.#nearTo(wanted, low, high);
      if (this.#compare(rank, pattern) === 0) {
        low = rank + 1;
        step *= 2;
      } else {
        high = rank;
        isBound ||= rank <= wanted;
      }
    }
    return low;
  }

  /** The rank among `[low, high)` whose text is near, the one next to `wanted`; `wanted` if none is. */
  #nearTo(wanted: number, low: number, high: number): number {
    const most = Math.max(wanted - low, high - 1 - wanted);
    for (let away = 0; away <= most; away++) {
      if (wanted - away >= low && this.#isNear(wanted - away)) return wanted - away;
      if (wanted + away < high && this.#isNear(wanted + away)) return wanted + away;
    }
    return wanted;
  }

  #isNear(rank: number): boolean {
    return this.#text.isNear(this.#suffix(rank));
  }

  #compare(rank: number, pattern: Uint16Array): number {
    return this.#text.compare(this.#suffix(rank), pattern);
  }

  #suffix(rank: number): number {
    return entryAt(this.#entries, rank - this.#from);
  }
}
