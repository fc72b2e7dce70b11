import type { MinedPhrase } from '../format/phraseSection.ts';

/** The fewest units of a stretch that is found. */
const MIN_LENGTH = 2;
/** Words together count as one thing if they make up at least this share of the occurrences of their rarest word. */
const MIN_COMPANY = 0.25;
/** The sketch has at most two to this power counters, the table half as many slots: far more than there are recurrent stretches in a segment. */
const MAX_BITS = 21;
/**
 * A stretch is given a slot once it has been met so often; its first occurrences are not counted. A counter of the
 * sketch has two bits, so 3 is the most.
 */
const ADMISSION = 3;

/** FNV-1a over units. */
export function hashOf(text: Uint16Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text[i]!, 0x01000193);
  return hash;
}

/** The hash of two stretches together, from their hashes. */
export function joinedHash(first: number, second: number): number {
  return Math.imul(first ^ (second >>> 15), 0x2c1b3c6d) ^ second;
}

/** Spreads the bits of a hash, since slots and counters are chosen by different ones. */
function mix(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
}

/**
 * The numbers of a slot of a `StretchTable`. They lie in one line of the processor's cache, since fetching them takes
 * longer than all that is done with them. They are: the hash; the place of the stretch, with its length in the upper
 * byte; its number of occurrences; the number of its documents in the upper half, and the lower half of the last
 * document's number, which tells it from all but one in 65,536 others.
 */
const HASH = 0;
const PLACE = 1;
const COUNT = 2;
const DOCUMENTS = 3;
const SLOT_NUMBERS = 4;
const LENGTH_SHIFT = 24;
const POSITION = (1 << LENGTH_SHIFT) - 1;
const ONE_DOCUMENT = 0x10000;
const LAST_DOCUMENT = ONE_DOCUMENT - 1;
const MOST_DOCUMENTS = 0xffff;

/** Counts stretches of a text by a hash of their units. Two stretches with the same hash, one in some thousand, are taken for one. */
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

  /** Counts one more occurrence of a stretch of one or more words. `hash` tells it from others. */
  add(hash: number, position: number, length: number, document: number): void {
    const mixed = mix(hash);
    const counter = mixed >>> (32 - this.#bits);
    // Counters have two bits, so that all of them have room in the processor's own cache.
    const shift = (counter & 3) << 1;
    const four = this.#sketch[counter >>> 2]!;
    if (((four >>> shift) & 3) < ADMISSION) {
      this.#sketch[counter >>> 2] = four + (1 << shift);
      return;
    }
    const table = this.#table;
    const slot = this.#slot(mixed);
    const documents = table[slot + DOCUMENTS]!;
    const last = document & LAST_DOCUMENT;
    if (table[slot + COUNT] === 0) {
      if (this.#used > this.#slots / 2) return;
      this.#used++;
      table[slot + HASH] = mixed;
      table[slot + PLACE] = position | (length << LENGTH_SHIFT);
      table[slot + DOCUMENTS] = ONE_DOCUMENT | last;
    } else if ((documents & LAST_DOCUMENT) !== last) {
      const count = Math.min(documents >>> 16, MOST_DOCUMENTS - 1) + 1;
      table[slot + DOCUMENTS] = (count << 16) | last;
    }
    table[slot + COUNT]!++;
  }

  found(minDocuments: number, wordBits: Uint8Array): MinedPhrase[] {
    const found: MinedPhrase[] = [];
    const table = this.#table;
    for (let slot = 0; slot < table.length; slot += SLOT_NUMBERS) {
      const documents = table[slot + DOCUMENTS]! >>> 16;
      const position = table[slot + PLACE]! & POSITION;
      const length = table[slot + PLACE]! >>> LENGTH_SHIFT;
      const occurrences = table[slot + COUNT]!;
      if (documents < minDocuments || length < MIN_LENGTH) continue;
      if (occurrences < this.#rarestCount(position, length, wordBits) * MIN_COMPANY) continue;
      found.push({
        position,
        length,
        occurrences,
        documents,
        isIdiom: false,
        isWord: true,
        edgeShares: [0, 0],
        branching: [1, 1],
      });
    }
    return found;
  }

  /** How often the rarest word of a stretch was counted. */
  #rarestCount(start: number, length: number, wordBits: Uint8Array): number {
    let rarest = Number.POSITIVE_INFINITY;
    let begin = start;
    for (let at = start + 1; at <= start + length; at++) {
      if (at < start + length && (wordBits[at >>> 3]! & (1 << (at & 7))) === 0) continue;
      rarest = Math.min(rarest, this.#table[this.#slot(mix(hashOf(this.#text, begin, at))) + COUNT]!);
      begin = at;
    }
    return rarest;
  }

  /** Where the slot of `hash` begins in the table, or the free slot where it belongs. */
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
