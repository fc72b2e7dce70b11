import type { MinedPhrase } from '../format/phraseSection.ts';

/** Units at least of what is found. */
const MIN_LENGTH = 2;
/** Share of the occurrences of its rarest word at which words together stand as one. */
const MIN_COMPANY = 0.25;
/** Words that join others, and neither begin nor end what is one thing with them. */
const JOINING = '的地得和与及或并在对把将以为从向由使让是了着过等也都就要有不一这那各';
/** The sketch has this many counters at most, the table half as many slots: far more than what recurs in a segment. */
const MAX_BITS = 21;
/** Once a stretch has been met so often, it is given a slot. Its first occurrences are not counted. No more than two bits hold. */
const ADMISSION = 3;

/** FNV-1a over units. */
export function hashOf(text: Uint16Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text[i]!, 0x01000193);
  return hash;
}

export function joinedHash(first: number, second: number): number {
  return Math.imul(first ^ (second >>> 15), 0x2c1b3c6d) ^ second;
}

/** Spreads the bits: slots and counters take different ones. */
function mix(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
}

/** Of each slot of a `StretchTable`, side by side, since to fetch them takes longer than all that is done with them. */
const HASH = 0;
const POSITION = 1;
const COUNT = 2;
const LAST_DOCUMENT = 3;
/** Documents in the upper half, length and number of words in a byte each. */
const SHAPE = 4;
const SLOT_NUMBERS = 5;

/** Counts of stretches of a text, by a hash of their units: two of one hash, one in some thousand, are taken for one. */
export class StretchTable {
  readonly #text: Uint16Array;
  readonly #bits: number;
  readonly #slots: number;
  readonly #sketch: Uint8Array;
  readonly #table: Uint32Array;
  #used = 0;

  constructor(text: Uint16Array) {
    this.#text = text;
    this.#bits = Math.min(MAX_BITS, Math.max(2, Math.ceil(Math.log2(text.length + 1))));
    this.#slots = 1 << (this.#bits - 1);
    this.#sketch = new Uint8Array(1 << (this.#bits - 2));
    this.#table = new Uint32Array(this.#slots * SLOT_NUMBERS);
  }

  /** One more occurrence of the stretch of so many words, as wide as may be: `hash` tells it from others. */
  add(hash: number, position: number, length: number, document: number, words: number): void {
    const mixed = mix(hash);
    const counter = mixed >>> (32 - this.#bits);
    // Two bits a counter: all of them have room in the processor's own cache.
    const shift = (counter & 3) << 1;
    const four = this.#sketch[counter >>> 2]!;
    if (((four >>> shift) & 3) < ADMISSION) {
      this.#sketch[counter >>> 2] = four + (1 << shift);
      return;
    }
    const table = this.#table;
    const slot = this.#slot(mixed);
    if (table[slot + COUNT] === 0) {
      if (this.#used > this.#slots / 2) return;
      this.#used++;
      table[slot + HASH] = mixed;
      table[slot + POSITION] = position;
      table[slot + SHAPE] = (length << 8) | words;
    } else if (table[slot + LAST_DOCUMENT] === document) {
      table[slot + COUNT]!++;
      return;
    }
    table[slot + COUNT]!++;
    table[slot + LAST_DOCUMENT] = document;
    if (documentsOf(table[slot + SHAPE]!) < MOST_DOCUMENTS) table[slot + SHAPE]! += ONE_DOCUMENT;
  }

  found(minDocuments: number, wordBits: Uint8Array): MinedPhrase[] {
    const found: MinedPhrase[] = [];
    const table = this.#table;
    for (let slot = 0; slot < table.length; slot += SLOT_NUMBERS) {
      const shape = table[slot + SHAPE]!;
      const documents = documentsOf(shape);
      if (documents < minDocuments || lengthOf(shape) < MIN_LENGTH || !this.#keepsCompany(slot, wordBits)) continue;
      found.push({
        position: table[slot + POSITION]!,
        length: lengthOf(shape),
        occurrences: table[slot + COUNT]!,
        documents,
        isIdiom: false,
        isWord: true,
        edgeShares: [0, 0],
        branching: [1, 1],
      });
    }
    return found;
  }

  #keepsCompany(slot: number, wordBits: Uint8Array): boolean {
    const table = this.#table;
    const shape = table[slot + SHAPE]!;
    if (wordsOf(shape) === 1) return true;
    const start = table[slot + POSITION]!;
    const end = start + lengthOf(shape);
    let rarest = Number.POSITIVE_INFINITY;
    let begin = start;
    for (let at = start + 1; at <= end; at++) {
      if (at < end && (wordBits[at >>> 3]! & (1 << (at & 7))) === 0) continue;
      const isOuter = begin === start || at === end;
      if (isOuter && at - begin === 1 && JOINING.includes(String.fromCharCode(this.#text[begin]!))) return false;
      rarest = Math.min(rarest, table[this.#slot(mix(hashOf(this.#text, begin, at))) + COUNT]!);
      begin = at;
    }
    return table[slot + COUNT]! >= rarest * MIN_COMPANY;
  }

  /** Where the slot of `hash` begins in the table, or the free one where it belongs. */
  #slot(hash: number): number {
    const table = this.#table;
    let slot = hash & (this.#slots - 1);
    for (;;) {
      const at = slot * SLOT_NUMBERS;
      if (table[at + COUNT] === 0 || table[at + HASH] === hash) return at;
      slot = (slot + 1) & (this.#slots - 1);
    }
  }
}

const ONE_DOCUMENT = 0x10000;
const MOST_DOCUMENTS = 0xffff;

function documentsOf(shape: number): number {
  return shape >>> 16;
}

function lengthOf(shape: number): number {
  return (shape >>> 8) & 0xff;
}

function wordsOf(shape: number): number {
  return shape & 0xff;
}
