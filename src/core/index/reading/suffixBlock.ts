import type { ByteSource } from '../format/byteSource.ts';
import type { SuffixInterval } from '../format/suffixInterval.ts';
import {
  bytesBetween,
  entryAt,
  entryOffset,
  SEPARATORS,
  SEPARATORS_BYTES,
  type Separator,
  separatorAt,
  separatorOffset,
} from '../format/suffixSection.ts';
import { TOP_STRIDE, TOP_WIDTH, type TopTable } from '../format/topTable.ts';
import type { TextLines } from './textLines.ts';

/** As many as lie between two rows of the top table with one between them. */
const MOST = 2 * TOP_STRIDE;
/** Where two rows of the top table are while separators are looked at. */
const lower = new Uint16Array(TOP_WIDTH);
const upper = new Uint16Array(TOP_WIDTH);

/**
 * At most `MOST` neighbouring entries of a suffix array, read in one piece and searched by their texts; of six steps in a block its separators save
 * two. Which text is compared next is chosen not only by its rank: one that was read before costs microseconds, another may have to come from the
 * disk. So first those are compared that are near (`ByteSource.isNear`), the middlemost first, and only between two of them the others.
 */
export class SuffixBlock {
  readonly #source: ByteSource;
  readonly #layout: { readonly suffixes: number; readonly characters: number };
  readonly #text: TextLines;
  readonly #top: TopTable;
  readonly #bytes = new Uint8Array(bytesBetween(0, MOST) + 2 * SEPARATORS_BYTES);
  /** Ranks `[#from, #to)` are here. */
  #from = 0;
  #to = 0;
  /** The lowest rank that the last search saw above its pattern; where it ended, if it saw none. */
  #above = 0;

  /** @param layout where in `source` the suffix array lies, in bytes, and its length */
  constructor(
    source: ByteSource,
    layout: { readonly suffixes: number; readonly characters: number },
    text: TextLines,
    top: TopTable,
  ) {
    this.#source = source;
    this.#layout = layout;
    this.#text = text;
    this.#top = top;
  }

  /** Brings the entries of ranks `[from, to)` here, at most `MOST`, with the separators of the blocks among them. */
  load({ from, to }: SuffixInterval): void {
    if (this.holds({ from, to })) return;
    const { suffixes, characters } = this.#layout;
    const length = bytesBetween(from, to) + (to % TOP_STRIDE === 0 && to < characters ? SEPARATORS_BYTES : 0);
    this.#to = 0; // nothing, should the read fail
    this.#source.read(suffixes + entryOffset(from), this.#bytes, length);
    this.#from = from;
    this.#to = to;
  }

  /** Whether all ranks of `[from, to)` are here. */
  holds({ from, to }: SuffixInterval): boolean {
    return from >= this.#from && to <= this.#to;
  }

  /** Start of the suffix of a rank that is here. */
  suffix(rank: number): number {
    return entryAt(this.#bytes, this.#offset(rank));
  }

  /** The first of the ranks `[low, high)` whose text is not below `pattern`; with `past`, the first beyond those that start with it. */
  bound(pattern: Uint16Array, { from: low, to: high }: SuffixInterval, past: boolean): number {
    this.#above = high;
    let { from, to } = this.#separated(pattern, { from: low, to: high }, past);
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

  /** What the separators of the whole blocks that are here leave of `within` to be searched for the bound of `pattern`. */
  #separated(pattern: Uint16Array, within: SuffixInterval, past: boolean): SuffixInterval {
    let { from, to } = within;
    const end = Math.min(this.#to, this.#layout.characters - 1);
    for (let row = Math.ceil(this.#from / TOP_STRIDE); (row + 1) * TOP_STRIDE <= end; row++) {
      const first = row * TOP_STRIDE;
      if (first + TOP_STRIDE <= from || first >= to) continue;
      const shared = this.#loadRows(row);
      for (let which = 0; which < SEPARATORS; which++) {
        const separator = separatorAt(this.#bytes, this.#offset(first) + separatorOffset(which));
        if (separator === undefined) break;
        const rank = first + separator.index;
        if (rank < from || rank > to) continue;
        const order = orderOf(separator, shared, pattern);
        if (order === 'begins' || order === 'equals') from = rank;
        if (order === 'below' || (past && (order === 'starts' || order === 'equals'))) from = Math.min(rank + 1, to);
        else if (order !== 'begins') to = rank;
        if (order === 'above') this.#above = rank;
      }
    }
    return { from, to };
  }

  /** Brings the rows around a block into `lower` and `upper`. @returns how many units they share */
  #loadRows(row: number): number {
    const known = Math.min(this.#top.unitsOf(row, lower), this.#top.unitsOf(row + 1, upper));
    let shared = 0;
    while (shared < known && lower[shared] === upper[shared]) shared++;
    return shared;
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
    return this.#text.isNear(this.suffix(rank));
  }

  #compare(rank: number, pattern: Uint16Array): number {
    return this.#text.compare(this.suffix(rank), pattern);
  }

  #offset(rank: number): number {
    return entryOffset(rank) - entryOffset(this.#from);
  }
}

/**
 * The suffix at a separator of the block between `lower` and `upper`, which share `shared` units, against `pattern`: below, above, or starting with
 * it. `begins` if the separator is a beginning of the pattern, so that the suffix may be either, but all before it are below; `equals` if it is
 * all of the pattern.
 */
function orderOf(
  { deeper, isUpper, unit }: Separator,
  shared: number,
  pattern: Uint16Array,
): 'below' | 'begins' | 'equals' | 'starts' | 'above' {
  const units = isUpper ? upper : lower;
  const last = shared + deeper;
  for (let depth = 0; depth <= last; depth++) {
    if (depth === pattern.length) return 'starts';
    const difference = (depth < last ? units[depth]! : unit) - pattern[depth]!;
    if (difference !== 0) return difference < 0 ? 'below' : 'above';
  }
  return last + 1 === pattern.length ? 'equals' : 'begins';
}
