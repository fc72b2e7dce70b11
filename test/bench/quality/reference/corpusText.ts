import { suffixArray } from '../../../../src/core/index/build/suffixArray.ts';

/** Suffixes that begin with one text: a range of ranks. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Units that are sorted at a time: more than that our sort does not take. */
const MAX_SORTED = 1 << 24;
/** Between documents: in no draft, so no match goes beyond a document. */
const SEPARATOR = '\u0001';

/** All texts of a corpus in memory with one suffix array: what the reference engines count in. */
export class CorpusText {
  readonly #units: Uint16Array;
  readonly #suffixes: Int32Array;
  readonly #starts: Float64Array;

  constructor(documents: readonly string[]) {
    const starts: number[] = [];
    this.#units = new Uint16Array(documents.reduce((length, text) => length + text.length + 1, 0));
    let at = 0;
    for (const text of documents) {
      starts.push(at);
      for (const unit of [text, SEPARATOR])
        for (let i = 0; i < unit.length; i++) this.#units[at++] = unit.charCodeAt(i);
    }
    this.#starts = Float64Array.from(starts);
    this.#suffixes = sortedSuffixes(this.#units, starts);
  }

  /** Every suffix. */
  get all(): Range {
    return { from: 0, to: this.#suffixes.length };
  }

  range(text: string): Range {
    let range = this.all;
    for (let depth = 0; depth < text.length && range.from < range.to; depth++) {
      range = this.narrow(range, depth, text.charCodeAt(depth));
    }
    return range;
  }

  /** The suffixes of `range`, which agree in `depth` units, that go on with `unit`. */
  narrow(range: Range, depth: number, unit: number): Range {
    const from = this.#bound(range, depth, unit);
    return { from, to: this.#bound({ from, to: range.to }, depth, unit + 1) };
  }

  /** What follows `depth` agreeing units in `range`, with the suffixes that have it; the ends of texts are left out. */
  *next(range: Range, depth: number): Generator<{ readonly unit: number; readonly range: Range }> {
    for (let from = range.from; from < range.to; ) {
      const unit = this.unit(from, depth);
      const to = this.#bound({ from, to: range.to }, depth, unit + 1);
      if (unit > 0x20) yield { unit, range: { from, to } };
      from = to;
    }
  }

  /** Length of the longest beginning of `text` from `start` on that occurs. */
  longest(text: string, start: number, end: number): number {
    let range = this.all;
    let length = 0;
    while (start + length < end) {
      range = this.narrow(range, length, text.charCodeAt(start + length));
      if (range.from === range.to) break;
      length++;
    }
    return length;
  }

  /** The unit `depth` after the start of the suffix of this rank. */
  unit(rank: number, depth: number): number {
    return this.#units[this.#suffixes[rank]! + depth] ?? 0;
  }

  /** Number of the document the suffix of this rank begins in. */
  document(rank: number): number {
    const position = this.#suffixes[rank]!;
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#starts[middle]! <= position) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** First rank of `range` whose unit at `depth` is at least `unit`. */
  #bound(range: Range, depth: number, unit: number): number {
    let low = range.from;
    let high = range.to;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.unit(middle, depth) < unit) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Every suffix in order, as far as its document goes: sorted in runs of whole documents, which are merged. */
function sortedSuffixes(units: Uint16Array, starts: readonly number[]): Int32Array {
  let runs: Int32Array[] = [];
  for (let from = 0; from < units.length; ) {
    const next = starts.findLast(start => start > from && start <= from + MAX_SORTED);
    const to = units.length - from <= MAX_SORTED ? units.length : next;
    if (to === undefined) throw new Error(`a document of more than ${MAX_SORTED} units`);
    runs.push(suffixArray(units.subarray(from, to)).map(position => from + position));
    from = to;
  }
  while (runs.length > 1) {
    runs = Array.from({ length: Math.ceil(runs.length / 2) }, (_, i) => {
      const [a, b] = runs.slice(2 * i, 2 * i + 2);
      return b === undefined ? a! : merged(units, a!, b);
    });
  }
  return runs[0] ?? new Int32Array(0);
}

function merged(units: Uint16Array, a: Int32Array, b: Int32Array): Int32Array {
  const all = new Int32Array(a.length + b.length);
  for (let at = 0, i = 0, j = 0; at < all.length; at++) {
    const fromA = j === b.length || (i < a.length && compare(units, a[i]!, b[j]!) <= 0);
    all[at] = fromA ? a[i++]! : b[j++]!;
  }
  return all;
}

/** Below 0 if the suffix at `a` comes first. Of two that agree to the end of their documents none does. */
function compare(units: Uint16Array, a: number, b: number): number {
  let i = 0;
  while (units[a + i] === units[b + i] && units[a + i] !== SEPARATOR.charCodeAt(0)) i++;
  return units[a + i]! - units[b + i]!;
}
