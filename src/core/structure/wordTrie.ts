/** Nodes are numbered in 24 bits: an edge with its unit then fits into eight bytes. */
const NODE_BITS = 24;
const NODE = (1 << NODE_BITS) - 1;

/** In the note on a node: words go on from here. The other bits number the weight of the word that ends here, 0 for none. */
const GOES_ON = 0x8000;

/** Every unit has a node of its own, whether words begin with it or not, numbered by it; 0 is no node. */
const UNIT_NODES = 0x10000;

/** Of the table of edges, for each node: it is at most half full, so that runs of taken places stay short. */
const NUMBERS_PER_NODE = 4;

/** The arrays of a `WordTrie`, whose private fields say what is in them. */
export interface WordTables {
  readonly notes: Uint16Array;
  readonly edges: Int32Array;
  readonly bits: Uint8Array;
  readonly weights: Float64Array;
}

/**
 * A set of words with a weight each, walked unit by unit. Edges lie in one hash table (open addressing), eight bytes each,
 * and two bytes a node tell the rest, so a step costs one look at memory far away. Where no word goes on, as at most places of a text,
 * a bit tells it (B. H. Bloom, "Space/time trade-offs in hash coding with allowable errors", CACM 13(7), 1970): these bits, unlike
 * the edges, have room in the processor's own cache.
 */
export class WordTrie {
  #nodes = 1 + UNIT_NODES;
  #notes: Uint16Array;
  /** The different weights; few, since they come from counts. The first is that of no word. */
  readonly #weights: number[] = [Number.NaN];
  readonly #weightNumber = new Map<number, number>();
  /** Two numbers an edge: parent with the low byte of the unit, child with the high byte; both 0 where there is none. */
  #edges: Int32Array;
  /** A bit for each number of `#edges`; all that `bitOf` names are set. */
  #bits: Uint8Array;

  /** @param nodes that are expected behind the first units of words; there may be more */
  constructor(nodes = 256) {
    this.#notes = new Uint16Array(1 + UNIT_NODES + nodes);
    this.#edges = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(nodes, 2) * NUMBERS_PER_NODE)));
    this.#bits = new Uint8Array(this.#edges.length / 8);
  }

  add(word: string, weight: number): void {
    let node = this.first(word.charCodeAt(0));
    for (let i = 1; i < word.length; i++) {
      const unit = word.charCodeAt(i);
      let child = this.next(node, unit);
      if (child === 0) {
        child = this.#newNode();
        this.#notes[node]! |= GOES_ON;
        this.#insert(node, unit, child);
      }
      node = child;
    }
    this.#notes[node] = (this.#notes[node]! & GOES_ON) | this.#numberOf(weight);
  }

  /** The node of words that begin with `unit`. */
  first(unit: number): number {
    return 1 + unit;
  }

  /** The node one unit on, 0 if no word goes on so. */
  next(node: number, unit: number): number {
    if (this.#notes[node]! < GOES_ON) return 0;
    const edges = this.#edges;
    const bit = bitOf(edges, node, unit);
    if ((this.#bits[bit >>> 3]! & (1 << (bit & 7))) === 0) return 0;
    return edges[slotOf(edges, node, unit) + 1]! & NODE;
  }

  /** Weight of the word that ends at `node`; NaN where none ends. */
  weight(node: number): number {
    return this.#weights[this.#notes[node]! & ~GOES_ON]!;
  }

  /** Puts a function of it in the place of every weight. All words are there. */
  reweigh(changed: (weight: number) => number): void {
    for (let number = 1; number < this.#weights.length; number++)
      this.#weights[number] = changed(this.#weights[number]!);
    this.#weightNumber.clear();
  }

  /** Everything there is to walk the trie by, for `bestSplit.wat`, which does it without objects. Not to be written to. */
  tables(): WordTables {
    return {
      notes: this.#notes.subarray(0, this.#nodes),
      edges: this.#edges,
      bits: this.#bits,
      weights: Float64Array.from(this.#weights),
    };
  }

  #numberOf(weight: number): number {
    let number = this.#weightNumber.get(weight);
    if (number === undefined) {
      number = this.#weights.push(weight) - 1;
      if (number >= GOES_ON) throw new RangeError('too many different weights');
      this.#weightNumber.set(weight, number);
    }
    return number;
  }

  #newNode(): number {
    const node = this.#nodes++;
    if (node > NODE) throw new RangeError('too many words');
    if (node === this.#notes.length) {
      const notes = new Uint16Array(node * 2);
      notes.set(this.#notes);
      this.#notes = notes;
    }
    return node;
  }

  #insert(parent: number, unit: number, child: number): void {
    if ((child - UNIT_NODES) * NUMBERS_PER_NODE > this.#edges.length) this.#enlarge();
    this.#put(parent, unit, child);
  }

  #put(parent: number, unit: number, child: number): void {
    const edges = this.#edges;
    const slot = slotOf(edges, parent, unit);
    edges[slot] = parent | (unit << NODE_BITS);
    edges[slot + 1] = child | ((unit >>> 8) << NODE_BITS);
    const bit = bitOf(edges, parent, unit);
    this.#bits[bit >>> 3]! |= 1 << (bit & 7);
  }

  #enlarge(): void {
    const old = this.#edges;
    this.#edges = new Int32Array(old.length * 2);
    this.#bits = new Uint8Array(this.#edges.length / 8);
    for (let slot = 0; slot < old.length; slot += 2) {
      const [key, child] = [old[slot]!, old[slot + 1]!];
      if (child !== 0) this.#put(key & NODE, (key >>> NODE_BITS) | ((child >>> NODE_BITS) << 8), child & NODE);
    }
  }
}

function hashOf(node: number, unit: number): number {
  return Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
}

/**
 * Which of the bits tells of the edge from `node` by `unit`; others may have the same. By a higher part of the hash than the place
 * of the edge, so that what is let through wrongly seldom finds another's place there.
 */
function bitOf(edges: Int32Array, node: number, unit: number): number {
  return (hashOf(node, unit) >>> 11) & (edges.length - 1);
}

/** Where in `edges` the edge from `node` by `unit` lies, or the empty place for it. */
function slotOf(edges: Int32Array, node: number, unit: number): number {
  const key = node | (unit << NODE_BITS);
  const high = unit >>> 8;
  let slot = (hashOf(node, unit) >>> 7) << 1;
  for (;;) {
    slot &= edges.length - 1;
    const child = edges[slot + 1]!;
    if (child === 0 || (edges[slot] === key && child >>> NODE_BITS === high)) return slot;
    slot += 2;
  }
}
