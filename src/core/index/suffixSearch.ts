import type { ByteSource } from './byteSource.ts';
import type { Followers } from './followers.ts';
import type { PairTable } from './format/pairTable.ts';
import { TOP_STRIDE, TOP_WIDTH } from './format/segmentFormat.ts';
import { SuffixBlock } from './suffixBlock.ts';
import { ENTRY_BYTES, entryAt } from './suffixEntries.ts';
import type { SuffixInterval } from './suffixInterval.ts';
import { TextLines } from './textLines.ts';
import { textOf } from './units.ts';

/** Where text and suffix array lie in the source, in bytes. */
export interface SuffixLayout {
  readonly text: number;
  readonly suffixes: number;
  /** UTF-16 units of text, which is also the number of suffixes. */
  readonly characters: number;
}

/** Words and halves of words stand before the caret again and again: where patterns of so many units are is remembered, of so many of them. */
const REMEMBERED_LENGTH = 4;
const MAX_REMEMBERED = 2048;
/** Entries read in one piece, and where they are until they are unpacked: walks read millions. */
const ENTRIES_AT_ONCE = 16_384;
const entries = new Uint8Array(ENTRIES_AT_ONCE * ENTRY_BYTES);
/** From so many equal rows of the top table on, the rows at its ends are taken for the ends of the interval. */
const ROUGH_ROWS = 3;

/**
 * Binary search in a segment's text and suffix array, both read by position. The upper levels of the search run in the
 * top table, which is in memory; then one read of 64 suffixes and at most six short reads of text per bound.
 */
export class SuffixSearch {
  /** Suffixes that `suffixesOf` reads in one piece. */
  static readonly mostAtOnce = ENTRIES_AT_ONCE;
  readonly characters: number;
  readonly #source: ByteSource;
  readonly #layout: SuffixLayout;
  readonly #top: Uint16Array;
  readonly #rows: number;
  readonly #pairs: PairTable;
  readonly #block: SuffixBlock;
  readonly #entry = new Uint8Array(ENTRY_BYTES);
  readonly #text: TextLines;
  /** Rough intervals of short patterns, `undefined` where there is none. */
  readonly #remembered = new Map<string, SuffixInterval | undefined>();

  constructor(source: ByteSource, layout: SuffixLayout, top: Uint16Array, pairs: PairTable) {
    this.characters = layout.characters;
    this.#source = source;
    this.#layout = layout;
    this.#top = top;
    this.#rows = top.length / TOP_WIDTH;
    this.#pairs = pairs;
    this.#text = new TextLines(source, layout.text, layout.characters);
    this.#block = new SuffixBlock(source, layout.suffixes, this.#text);
  }

  /** All suffixes that start with `pattern` (non-empty). */
  interval(pattern: Uint16Array): SuffixInterval {
    if (pattern.length === 2) return this.#pairs.interval(pattern[0]!, pattern[1]!);
    const first = this.#topBound(pattern, 0, false);
    const last = this.#topBound(pattern, first, true);
    const from = this.#bound(pattern, first, false);
    if (last > first) return { from, to: this.#bound(pattern, last, true) };
    // No row of the top table starts with the pattern, so the interval ends before row `first`, in the block.
    return { from, to: first === 0 ? from : this.#block.endOfRun(pattern, from) };
  }

  /**
   * The interval of `pattern`, exact if it is small; else to within `TOP_STRIDE` ranks at either end, which no read is
   * needed for: enough for sampling what follows. `undefined` if the pattern does not occur.
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
      if (pattern.length <= TOP_WIDTH) {
        const first = this.#topBound(pattern, 0, false);
        const last = this.#topBound(pattern, first, true);
        if (last - first >= ROUGH_ROWS) return { from: first * TOP_STRIDE, to: (last - 1) * TOP_STRIDE + 1 };
      }
      interval = this.interval(pattern);
    }
    return interval.from < interval.to ? interval : undefined;
  }

  /**
   * What follows `pattern` at each `TOP_STRIDE`th of its places, read off the table in memory; `undefined` if there are less than `least` of
   * those, or the pattern is as long as what the table knows.
   */
  tabledFollowers(pattern: Uint16Array, least: number): Followers | undefined {
    if (pattern.length >= TOP_WIDTH) return undefined;
    const first = this.#topBound(pattern, 0, false);
    const count = this.#topBound(pattern, first, true) - first;
    if (count < least) return undefined;
    return { count, unitAt: index => this.#top[(first + index) * TOP_WIDTH + pattern.length]! };
  }

  /** Length of the longest prefix of `pattern` that occurs in the segment. */
  longestPrefix(pattern: Uint16Array): number {
    const rank = this.#bound(pattern, this.#topBound(pattern, 0, false), false);
    let longest = 0;
    if (rank < this.characters) longest = this.#shared(this.suffix(rank), pattern);
    if (rank > 0) longest = Math.max(longest, this.#shared(this.suffix(rank - 1), pattern));
    return longest;
  }

  /** Start of the suffix of `rank`. */
  suffix(rank: number): number {
    this.#source.read(this.#layout.suffixes + rank * ENTRY_BYTES, this.#entry);
    return entryAt(this.#entry, 0);
  }

  /** Starts of the suffixes of an interval, in rank order. @param starts where to put them: of the interval's length */
  suffixes({ from, to }: SuffixInterval, starts = new Int32Array(to - from)): Int32Array {
    for (let done = 0; done < starts.length; done += ENTRIES_AT_ONCE) {
      const count = Math.min(ENTRIES_AT_ONCE, starts.length - done);
      this.#source.read(this.#layout.suffixes + (from + done) * ENTRY_BYTES, entries, count * ENTRY_BYTES);
      for (let i = 0; i < count; i++) starts[done + i] = entryAt(entries, i);
    }
    return starts;
  }

  /** Starts of the suffixes of an interval of at most `mostAtOnce`, by their place in it, for who wants but a few: until the next read of any. */
  suffixesOf({ from, to }: SuffixInterval): (rank: number) => number {
    this.#source.read(this.#layout.suffixes + from * ENTRY_BYTES, entries, (to - from) * ENTRY_BYTES);
    return rank => entryAt(entries, rank);
  }

  /** At most `length` units from `position`, fewer at the end of the text, in a buffer that a later call overwrites. */
  units(position: number, length: number): Uint16Array {
    return this.#text.units(position, length);
  }

  /** First row of the top table not below `pattern`, from row `low` on; with `past`, first beyond those that start with it. */
  #topBound(pattern: Uint16Array, low: number, past: boolean): number {
    let high = this.#rows;
    if (past) {
      // Most often no row or very few start with the pattern.
      let step = 1;
      while (low < high && this.#compareTop(Math.min(low + step, high) - 1, pattern) <= 0) {
        low = Math.min(low + step, high);
        step *= 2;
      }
      high = Math.min(high, low + step - 1);
    }
    while (low < high) {
      const row = (low + high) >>> 1;
      const order = this.#compareTop(row, pattern);
      if (order < 0 || (past && order === 0)) low = row + 1;
      else high = row;
    }
    return low;
  }

  /** The bound among the ranks between row `row - 1`, known to be below, and row `row`, known not to be. */
  #bound(pattern: Uint16Array, row: number, past: boolean): number {
    if (row === 0) return 0;
    const first = (row - 1) * TOP_STRIDE;
    const count = Math.min(TOP_STRIDE, this.characters - first);
    this.#block.load(first, count);
    return this.#block.bound(pattern, { from: first + 1, to: first + count }, past);
  }

  /** The suffixes of `within`, at most `TOP_STRIDE`, that start with `pattern`. */
  #narrow(pattern: Uint16Array, within: SuffixInterval): SuffixInterval {
    this.#block.load(within.from, within.to - within.from);
    const from = this.#block.bound(pattern, within, false);
    return { from, to: this.#block.endOfRun(pattern, from) };
  }

  #compareTop(row: number, pattern: Uint16Array): number {
    const at = row * TOP_WIDTH;
    const width = Math.min(TOP_WIDTH, pattern.length);
    for (let i = 0; i < width; i++) {
      const difference = this.#top[at + i]! - pattern[i]!;
      if (difference !== 0) return difference;
    }
    return pattern.length <= TOP_WIDTH ? 0 : this.#text.compare(this.suffix(row * TOP_STRIDE), pattern);
  }

  #shared(position: number, pattern: Uint16Array): number {
    const units = this.units(position, pattern.length);
    let i = 0;
    while (i < units.length && units[i] === pattern[i]) i++;
    return i;
  }
}
