import { textOf } from '../../text/units.ts';
import type { ByteSource } from '../format/byteSource.ts';
import type { PairTable } from '../format/pairTable.ts';
import type { SuffixInterval } from '../format/suffixInterval.ts';
import { bytesBetween, ENTRY_BYTES, entryAt, entryOffset, SEPARATORS_BYTES } from '../format/suffixSection.ts';
import { TOP_STRIDE, TOP_WIDTH, type TopRows, type TopTable } from '../format/topTable.ts';
import type { Followers } from './followers.ts';
import { SuffixBlock } from './suffixBlock.ts';
import { TextLines } from './textLines.ts';

/** Where text and suffix array lie in the source, in bytes. */
export interface SuffixLayout {
  readonly text: number;
  readonly suffixes: number;
  /** UTF-16 units of text, which is also the number of suffixes. */
  readonly characters: number;
}

/**
 * The intervals of short patterns are remembered, since the same words and beginnings of words stand before the caret
 * again and again: patterns of at most so many units, and at most so many of them.
 */
const REMEMBERED_LENGTH = 4;
const MAX_REMEMBERED = 2048;
/** Entries that are read in one piece, and the buffer they are read into before they are unpacked. Walks read millions of them. */
const ENTRIES_AT_ONCE = 16_384;
const entries = new Uint8Array(bytesBetween(0, ENTRIES_AT_ONCE) + SEPARATORS_BYTES);
/** If a pattern has at least this many rows of the top table, its first and last row are taken for the ends of its interval. */
const ROUGH_ROWS = 3;

/**
 * Binary search in the text and the suffix array of a segment, both read by position. The upper levels of the search
 * run in the top table, which is in memory. Then, for each end of an interval, there is one read of 64 suffixes and at
 * most six short reads of text. A rank is an index into the suffix array.
 */
export class SuffixSearch {
  /** Suffixes that `suffixesOf` reads in one piece. */
  static readonly mostAtOnce = ENTRIES_AT_ONCE;
  readonly characters: number;
  readonly #source: ByteSource;
  readonly #layout: SuffixLayout;
  readonly #top: TopTable;
  readonly #pairs: PairTable;
  readonly #block: SuffixBlock;
  readonly #entry = new Uint8Array(ENTRY_BYTES);
  readonly #text: TextLines;
  /** Rough intervals of short patterns, `undefined` where there is none. */
  readonly #remembered = new Map<string, SuffixInterval | undefined>();

  constructor(source: ByteSource, layout: SuffixLayout, top: TopTable, pairs: PairTable) {
    this.characters = layout.characters;
    this.#source = source;
    this.#layout = layout;
    this.#top = top;
    this.#pairs = pairs;
    this.#text = new TextLines(source, layout.text, layout.characters);
    this.#block = new SuffixBlock(source, layout, this.#text, top);
  }

  /** All suffixes that start with `pattern` (non-empty). */
  interval(pattern: Uint16Array): SuffixInterval {
    if (pattern.length === 2) return this.#pairs.interval(pattern[0]!, pattern[1]!);
    return this.#exact(pattern, this.#top.rowsOf(pattern));
  }

  /**
   * The interval of `pattern`: exact if it is small, else right to within `TOP_STRIDE` ranks at either end, which is
   * told without a read and is enough for sampling what follows. `undefined` if the pattern does not occur.
   * @param within the interval of a beginning of `pattern`, if it is known
   */
  roughInterval(pattern: Uint16Array, within?: SuffixInterval): SuffixInterval | undefined {
    if (pattern.length > REMEMBERED_LENGTH) return this.#roughInterval(pattern, within);
    const key = textOf(pattern);
    if (this.#remembered.has(key)) return this.#remembered.get(key);
    const interval = this.#roughInterval(pattern, within);
    if (this.#remembered.size >= MAX_REMEMBERED) this.#remembered.delete(this.#remembered.keys().next().value!);
    this.#remembered.set(key, interval);
    return interval;
  }

  #roughInterval(pattern: Uint16Array, within?: SuffixInterval): SuffixInterval | undefined {
    let interval: SuffixInterval;
    if (within !== undefined && within.to - within.from <= TOP_STRIDE) {
      interval = this.#narrow(pattern, within);
    } else {
      const rows = this.#top.rowsOf(pattern);
      if (rows.end - rows.first >= ROUGH_ROWS && pattern.length <= TOP_WIDTH) {
        return { from: rows.first * TOP_STRIDE, to: (rows.end - 1) * TOP_STRIDE + 1 };
      }
      interval = pattern.length === 2 ? this.interval(pattern) : this.#exact(pattern, rows);
    }
    return interval.from < interval.to ? interval : undefined;
  }

  /**
   * The units that follow `pattern` at those of its places that are rows of the top table (one in `TOP_STRIDE`),
   * without a read. `undefined` if there are fewer than `least` of them, or if the pattern has `TOP_WIDTH` units or
   * more, behind which the table knows nothing.
   */
  tabledFollowers(pattern: Uint16Array, least: number): Followers | undefined {
    if (pattern.length >= TOP_WIDTH) return undefined;
    const { first, end } = this.#top.rowsOf(pattern);
    if (end - first < Math.max(least, 2)) return undefined;
    // Of neighbouring rows that share a beginning, the table knows at least one unit more than that.
    return { count: end - first, unitAt: index => this.#top.unitAt(first + index, pattern.length) };
  }

  /** Length of the longest prefix of `pattern` that occurs in the segment. */
  longestPrefix(pattern: Uint16Array): number {
    const rank = this.#lower(pattern, this.#compared(pattern, this.#top.rowsOf(pattern)));
    let longest = 0;
    if (rank < this.characters) longest = this.#shared(this.suffix(rank), pattern);
    if (rank > 0) longest = Math.max(longest, this.#shared(this.suffix(rank - 1), pattern));
    return longest;
  }

  /** Where the suffix of `rank` begins in the text. */
  suffix(rank: number): number {
    this.#source.read(this.#layout.suffixes + entryOffset(rank), this.#entry);
    return entryAt(this.#entry, 0);
  }

  /** Where the suffixes of an interval begin, in rank order. @param starts receives them; as long as the interval */
  suffixes({ from, to }: SuffixInterval, starts = new Int32Array(to - from)): Int32Array {
    if (this.#block.holds({ from, to })) {
      for (let i = 0; i < starts.length; i++) starts[i] = this.#block.suffix(from + i);
      return starts;
    }
    for (let done = 0; done < starts.length; done += ENTRIES_AT_ONCE) {
      const count = Math.min(ENTRIES_AT_ONCE, starts.length - done);
      const first = from + done;
      this.#source.read(this.#layout.suffixes + entryOffset(first), entries, bytesBetween(first, first + count));
      let left = TOP_STRIDE - (first % TOP_STRIDE);
      for (let i = 0, at = 0; i < count; i++, at += ENTRY_BYTES) {
        starts[done + i] = entryAt(entries, at);
        if (--left > 0) continue;
        at += SEPARATORS_BYTES;
        left = TOP_STRIDE;
      }
    }
    return starts;
  }

  /**
   * Where the suffixes of an interval of at most `mostAtOnce` begin, as a function of their rank counted from the start
   * of the interval: for callers that want only a few of them. Valid until anything else is read.
   */
  suffixesOf({ from, to }: SuffixInterval): (rank: number) => number {
    // A small interval is still loaded from the search that found it.
    if (this.#block.holds({ from, to })) return rank => this.#block.suffix(from + rank);
    const start = entryOffset(from);
    this.#source.read(this.#layout.suffixes + start, entries, bytesBetween(from, to));
    return rank => entryAt(entries, entryOffset(from + rank) - start);
  }

  /** At most `length` units from `position`, fewer at the end of the text, in a buffer that a later call overwrites. */
  units(position: number, length: number): Uint16Array {
    return this.#text.units(position, length);
  }

  /**
   * Copies at most `length` units from `position` on into `target`, from index `at` on. Returns how many there are:
   * fewer at the end of the text.
   */
  copyUnits(position: number, length: number, target: Uint16Array, at: number): number {
    return this.#text.copy(position, length, target, at);
  }

  /** @param rows of the top table that may start with `pattern` */
  #exact(pattern: Uint16Array, rows: TopRows): SuffixInterval {
    const { first, end } = this.#compared(pattern, rows);
    const from = this.#lower(pattern, { first, end });
    if (first < end && !this.#isOpen(pattern, { first, end }))
      return { from, to: this.#bound(pattern, end - 1, end, true) };
    // No row of the top table is known to start with the pattern, so the interval ends before row `end`, in the block.
    return { from, to: end === 0 ? from : this.#block.endOfRun(pattern, from) };
  }

  #lower(pattern: Uint16Array, rows: TopRows): number {
    return this.#bound(pattern, rows.first - 1, this.#isOpen(pattern, rows) ? rows.end : rows.first, false);
  }

  /**
   * Whether `rows` is a single row of which the table knows too little to tell whether it starts with the pattern. It
   * is then compared together with the suffixes around it.
   */
  #isOpen(pattern: Uint16Array, { first, end }: TopRows): boolean {
    return end - first === 1 && this.#top.unitsKnown(first) < pattern.length;
  }

  /**
   * Those of `rows` that start with `pattern`. If there are several and the table knows too little of them, their texts
   * are read and compared.
   */
  #compared(pattern: Uint16Array, rows: TopRows): TopRows {
    if (rows.end - rows.first < 2 || this.#top.unitsKnown(rows.first) >= pattern.length) return rows;
    const bound = (from: number, past: boolean): number => {
      let low = from;
      let high = rows.end;
      while (low < high) {
        const row = (low + high) >>> 1;
        const order = this.#text.compare(this.suffix(row * TOP_STRIDE), pattern);
        if (order < 0 || (past && order === 0)) low = row + 1;
        else high = row;
      }
      return low;
    };
    const first = bound(rows.first, false);
    return { first, end: bound(first, true) };
  }

  /** The bound (see `SuffixBlock.bound`), which lies behind row `below` (-1: the start of the array) and not behind row `above`. */
  #bound(pattern: Uint16Array, below: number, above: number, past: boolean): number {
    if (above === 0) return 0;
    const first = Math.max(0, below * TOP_STRIDE);
    const end = Math.min(above * TOP_STRIDE, this.characters);
    this.#block.load({ from: first, to: end });
    return this.#block.bound(pattern, { from: below < 0 ? 0 : first + 1, to: end }, past);
  }

  /** The suffixes of `within`, at most `TOP_STRIDE`, that start with `pattern`. */
  #narrow(pattern: Uint16Array, within: SuffixInterval): SuffixInterval {
    this.#block.load(within);
    const from = this.#block.bound(pattern, within, false);
    return { from, to: this.#block.endOfRun(pattern, from) };
  }

  #shared(position: number, pattern: Uint16Array): number {
    const units = this.units(position, pattern.length);
    let i = 0;
    while (i < units.length && units[i] === pattern[i]) i++;
    return i;
  }
}
