/**
 * A set of words with a number each, walked unit by unit. Edges lie in one hash table of typed arrays (open addressing):
 * a few bytes a node, no object a word, and a step is one look-up.
 */
export class WordTrie {
  /** Number of a word by the node it ends at; NaN where none ends. */
  readonly value: Float64Array;
  readonly #first = new Int32Array(0x10000);
  readonly #mask: number;
  readonly #parent: Int32Array;
  readonly #unit: Uint16Array;
  readonly #child: Int32Array;
  #nodes = 1;

  /** @param maxNodes at least the sum of the lengths of all words to be added */
  constructor(maxNodes: number) {
    const capacity = 1 << Math.ceil(Math.log2(maxNodes * 2 + 2));
    this.#mask = capacity - 1;
    this.#parent = new Int32Array(capacity);
    this.#unit = new Uint16Array(capacity);
    this.#child = new Int32Array(capacity);
    this.value = new Float64Array(maxNodes + 1).fill(Number.NaN);
  }

  add(word: string, value: number): void {
    let node = this.first(word.charCodeAt(0));
    if (node === 0) {
      node = this.#nodes++;
      this.#first[word.charCodeAt(0)] = node;
    }
    for (let i = 1; i < word.length; i++) {
      const unit = word.charCodeAt(i);
      const slot = this.#slot(node, unit);
      if (this.#child[slot] === 0) {
        this.#parent[slot] = node;
        this.#unit[slot] = unit;
        this.#child[slot] = this.#nodes++;
      }
      node = this.#child[slot]!;
    }
    this.value[node] = value;
  }

  /** The node of words that begin with `unit`, 0 if there are none. */
  first(unit: number): number {
    return this.#first[unit]!;
  }

  /** The node one unit on, 0 if no word goes on so. */
  next(node: number, unit: number): number {
    return this.#child[this.#slot(node, unit)]!;
  }

  /** Where the edge lies, or the empty place for it. */
  #slot(node: number, unit: number): number {
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 7;
    slot &= this.#mask;
    while (this.#child[slot] !== 0 && (this.#parent[slot] !== node || this.#unit[slot] !== unit)) {
      slot = (slot + 1) & this.#mask;
    }
    return slot;
  }
}
