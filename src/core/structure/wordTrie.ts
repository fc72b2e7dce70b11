/** Nodes are numbered in 24 bits: an edge with its unit then fits into eight bytes. */
const NODE_BITS = 24;
const NODE = (1 << NODE_BITS) - 1;

/** In the note on a node: words go on from here. The other bits number the weight of the word that ends here, 0 for none. */
const GOES_ON = 0x8000;

/** Every unit has a node of its own, whether words begin with it or not, numbered by it; 0 is no node. */
const UNIT_NODES = 0x10000;

/** Of the table of edges, for each node: it is at most half full, so that runs of taken places stay short. */
const NUMBERS_PER_NODE = 4;

/**
 * A set of words with a weight each, walked unit by unit. Edges lie in one hash table (open addressing), eight bytes each,
 * and two bytes a node tell the rest, so a step costs one look at memory far away, and none where no word goes on.
 */
export class WordTrie {
  #nodes = 1 + UNIT_NODES;
  #notes: Uint16Array;
  /** The different weights; few, since they come from counts. The first is that of no word. */
  readonly #weights: number[] = [Number.NaN];
  readonly #weightNumber = new Map<number, number>();
  /** Two numbers an edge: parent with the low byte of the unit, child with the high byte; both 0 where there is none. */
  #edges: Int32Array;

  /** @param nodes that are expected behind the first units of words; there may be more */
  constructor(nodes = 256) {
    this.#notes = new Uint16Array(1 + UNIT_NODES + nodes);
    this.#edges = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(nodes, 1) * NUMBERS_PER_NODE)));
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
    if ((child - UNIT_NODES) * NUMBERS_PER_NODE > this.#edges.length) this.#edges = rehashed(this.#edges);
    put(this.#edges, parent, unit, child);
  }
}

/** Where in `edges` the edge from `node` by `unit` lies, or the empty place for it. */
function slotOf(edges: Int32Array, node: number, unit: number): number {
  const key = node | (unit << NODE_BITS);
  const high = unit >>> 8;
  let slot = ((Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 7) << 1;
  for (;;) {
    slot &= edges.length - 1;
    const child = edges[slot + 1]!;
    if (child === 0 || (edges[slot] === key && child >>> NODE_BITS === high)) return slot;
    slot += 2;
  }
}

function put(edges: Int32Array, parent: number, unit: number, child: number): void {
  const slot = slotOf(edges, parent, unit);
  edges[slot] = parent | (unit << NODE_BITS);
  edges[slot + 1] = child | ((unit >>> 8) << NODE_BITS);
}

function rehashed(edges: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(edges.length * 2);
  for (let slot = 0; slot < edges.length; slot += 2) {
    const [key, child] = [edges[slot]!, edges[slot + 1]!];
    if (child !== 0) put(larger, key & NODE, (key >>> NODE_BITS) | ((child >>> NODE_BITS) << 8), child & NODE);
  }
  return larger;
}
