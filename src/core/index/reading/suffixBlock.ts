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

/** Entries of two blocks: as many as lie between two rows of the top table that have one row between them. */
const MOST = 2 * TOP_STRIDE;
/** Hold the rows of the top table before and behind a block while its separators are compared. */
const lower = new Uint16Array(TOP_WIDTH);
const upper = new Uint16Array(TOP_WIDTH);

/**
 * At most `MOST` neighbouring entries of a suffix array, read in one piece and searched by comparing their texts. The
 * separators of a block save two of six comparisons.
 * Which text is compared next depends not only on its rank: text that was read before costs microseconds, other text
 * may have to come from the disk. So entries whose text is near (`ByteSource.isNear`) are compared first, the
 * middlemost of them first, and others only between two of those.
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
  /** The lowest rank whose text the last search found to be above its pattern; the end of the search if there was none. */
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

  /** Reads the entries of ranks `[from, to)`, at most `MOST`, together with the separators of the blocks among them. */
  load({ from, to }: SuffixInterval): void {
    if (this.holds({ from, to })) return;
    const { suffixes, characters } = this.#layout;
    const length = bytesBetween(from, to) + (to % TOP_STRIDE === 0 && to < characters ? SEPARATORS_BYTES : 0);
    this.#to = 0; // nothing, should the read fail
    this.#source.read(suffixes + entryOffset(from), this.#bytes, length);
    this.#from = from;
    this.#to = to;
  }

  /** Whether all entries of `[from, to)` are loaded. */
  holds({ from, to }: SuffixInterval): boolean {
    return from >= this.#from && to <= this.#to;
  }

  /** Where the suffix of a rank begins in the text; its entry must be loaded. */
  suffix(rank: number): number {
    return entryAt(this.#bytes, this.#offset(rank));
  }

  /** The first of the ranks `[from, to)` whose text is not below `pattern`; with `past`, the first behind those that start with it. */
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
   * The end of the interval of `pattern`, where `from` is its lower bound, found by the last call of `bound`. That call
   * has also found which ranks are above the pattern, so an interval that is empty shows without another comparison.
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

  /** Narrows `within`, where the bound of `pattern` is searched, by the separators of the blocks that are loaded as a whole. */
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

  /** Loads the rows around a block into `lower` and `upper`. @returns how many units the two have in common */
  #loadRows(row: number): number {
    const known = Math.min(this.#top.unitsOf(row, lower), this.#top.unitsOf(row + 1, upper));
    let shared = 0;
    while (shared < known && lower[shared] === upper[shared]) shared++;
    return shared;
  }

  /** The rank in `[low, high)` closest to `wanted` whose text is near; `wanted` if there is none. */
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
 * Compares `pattern` with a separator of the block between the rows `lower` and `upper`, and so with the suffixes at
 * and before it. `shared` is the number of units that the two rows have in common. What the answer says of the suffix
 * at the separator:
 * `below`, `above`: it is below or above the pattern. `starts`: it starts with the pattern. `begins`: the separator is
 * a beginning of the pattern, so the suffix may lie on either side, but all suffixes before it are below. `equals`: the
 * separator is the whole pattern, so the suffix starts with it and all before it are below.
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
