import { AssembledModule, PAGE_BYTES } from '../webAssembly/assembledModule.ts';
import { BEST_SPLIT_MODULE } from './bestSplitModule.ts';
import type { WordTrie } from './wordTrie.ts';

interface Exports {
  choose(units: number, length: number, best: number, ends: number): void;
}

const MODULE = new AssembledModule(BEST_SPLIT_MODULE);

/** What one unit of a stretch takes: the weight of the best split from it on, the end of that split's first word, and itself. */
const [BEST_BYTES, END_BYTES, UNIT_BYTES] = [8, 4, 2];

/**
 * Splits stretches of text into words by dynamic programming: each unit is asked once how the rest is best split. The walk through the
 * trie is WebAssembly (`bestSplit.wat`), over the trie's tables and one stretch at a time, which lie in one memory.
 */
export class BestSplit {
  readonly #memory: WebAssembly.Memory;
  readonly #exports: Exports;
  /** Where the stretch begins in the memory, in bytes; before it lie the tables. */
  readonly #tableBytes: number;
  #units = new Uint16Array(0);
  #ends = new Int32Array(0);

  /**
   * @param words all of them, with their log probabilities: what is added later is not seen
   * @param unknown log probability of a character that is no word
   */
  constructor(words: WordTrie, unknown: number) {
    const { weights, edges, notes, bits } = words.tables();
    const edgesAt = weights.byteLength;
    const notesAt = edgesAt + edges.byteLength;
    const bitsAt = notesAt + notes.byteLength;
    this.#tableBytes = aligned(bitsAt + bits.byteLength);
    this.#memory = new WebAssembly.Memory({ initial: Math.ceil(this.#tableBytes / PAGE_BYTES) });
    const { buffer } = this.#memory;
    new Float64Array(buffer, 0, weights.length).set(weights);
    new Int32Array(buffer, edgesAt, edges.length).set(edges);
    new Uint16Array(buffer, notesAt, notes.length).set(notes);
    new Uint8Array(buffer, bitsAt, bits.length).set(bits);
    const tables = { weights: 0, edges: edgesAt, mask: edges.length - 1, notes: notesAt, bits: bitsAt };
    this.#exports = MODULE.exports({ split: { memory: this.#memory, unknown, ...tables } }) as Exports;
  }

  /** Writes the word starts of `text[from, to)` into `starts` from `count` on; returns how many there are then. */
  split(text: string, from: number, to: number, starts: Uint32Array, count: number): number {
    const length = to - from;
    if (length > this.#units.length) this.#makeRoom(2 * length);
    const units = this.#units;
    for (let i = 0; i < length; i++) units[i] = text.charCodeAt(from + i);
    this.#exports.choose(units.byteOffset, length, this.#tableBytes, this.#ends.byteOffset);
    const ends = this.#ends;
    let filled = count;
    for (let i = 0; i < length; i = ends[i]!) starts[filled++] = from + i;
    return filled;
  }

  #makeRoom(units: number): void {
    const endsAt = this.#tableBytes + BEST_BYTES * (units + 1);
    const unitsAt = endsAt + END_BYTES * units;
    const missing = unitsAt + UNIT_BYTES * units - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.ceil(missing / PAGE_BYTES));
    this.#ends = new Int32Array(this.#memory.buffer, endsAt, units);
    this.#units = new Uint16Array(this.#memory.buffer, unitsAt, units);
  }
}

/** The next address at which a 64-bit number may lie. */
function aligned(address: number): number {
  return Math.ceil(address / BEST_BYTES) * BEST_BYTES;
}
