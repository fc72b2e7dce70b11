import type { MinedPhrase } from './minePhrases.ts';
import { isHanUnit } from './phraseEdges.ts';
import { textOf } from './units.ts';

/** Units of a word, or of two or three together that keep company. */
const MIN_LENGTH = 2;
const MAX_WORD = 7;
const MAX_PAIR = 6;
const MAX_TRIPLE = 5;
/** Documents it must be in, against those that a phrase must be in. */
const DOCUMENT_FACTOR = 4;
/** Share of the occurrences of its rarest word at which words together stand as one. */
const MIN_COMPANY = 0.25;
/** Words that join others, and neither begin nor end what is one thing with them. */
const JOINING = '的地得和与及或并在对把将以为从向由使让是了着过等也都就要有不一这那各';

/** The sketch has this many counters at most, the table half as many slots: far more than what recurs in a segment. */
const MAX_BITS = 21;
/** Once a stretch has been met so often, it is given a slot. Its first occurrences are not counted. */
const ADMISSION = 3;

/**
 * The words of a text, and the pairs and triples of them that keep company (乡村振兴), that recur in many documents: for those who type
 * them by their letters. They need not stand at a clause mark, so they are no phrases to be offered as they stand. In one pass over the
 * words: a sketch of small counters (C. Estan, G. Varghese, "New directions in traffic measurement and accounting", SIGCOMM 2002)
 * keeps what is rare out of the table.
 * @param wordBits a bit a unit, set where a word starts
 */
export function recurrentWords(
  text: Uint16Array,
  wordBits: Uint8Array,
  documentStarts: Uint32Array,
  minDocuments: number,
): MinedPhrase[] {
  if (documentStarts.length < minDocuments * DOCUMENT_FACTOR) return [];
  const table = new StretchTable(text);
  // Starts and hashes of the last word, of the one before it and of the one before that; past the end where a break lies between.
  let [last, second, third] = [text.length, text.length, text.length];
  let [lastHash, secondHash, thirdHash] = [0, 0, 0];
  let document = 0;
  let begin = 0;
  for (let at = 1; at <= text.length; at++) {
    if (at < text.length && (wordBits[at >>> 3]! & (1 << (at & 7))) === 0) continue;
    while (document + 1 < documentStarts.length && documentStarts[document + 1]! <= begin) document++;
    if (isHanUnit(text[begin]!)) {
      third = second;
      second = last;
      last = begin;
      thirdHash = secondHash;
      secondHash = lastHash;
      lastHash = hashOf(text, begin, at);
      if (at - last <= MAX_WORD) table.add(lastHash, last, at - last, document, 1);
      if (second < at && at - second <= MAX_PAIR) {
        const pairHash = joinedHash(secondHash, lastHash);
        table.add(pairHash, second, at - second, document, 2);
        if (third < at && at - third <= MAX_TRIPLE) {
          table.add(joinedHash(thirdHash, pairHash), third, at - third, document, 3);
        }
      }
    } else {
      last = text.length;
      second = text.length;
    }
    begin = at;
  }
  return table.found(minDocuments * DOCUMENT_FACTOR, wordBits);
}

/** `phrases` and those of `words` that are none of them, sorted by text. */
export function withWords(
  phrases: readonly MinedPhrase[],
  words: readonly MinedPhrase[],
  text: Uint16Array,
): MinedPhrase[] {
  const keyed = [...phrases, ...words].map(phrase => ({
    phrase,
    key: textOf(text.subarray(phrase.position, phrase.position + phrase.length)),
  }));
  const known = new Set(keyed.slice(0, phrases.length).map(({ key }) => key));
  return keyed
    .filter(({ phrase, key }) => !phrase.isWord || !known.has(key))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ phrase }) => phrase);
}

/** FNV-1a over units. */
function hashOf(text: Uint16Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text[i]!, 0x01000193);
  return hash;
}

function joinedHash(first: number, second: number): number {
  return Math.imul(first ^ (second >>> 15), 0x2c1b3c6d) ^ second;
}

/** Spreads the bits: slots and counters take different ones. */
function mix(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
}

/** Counts of stretches of a text, by a hash of their units: two of one hash, one in some thousand, are taken for one. */
class StretchTable {
  readonly #text: Uint16Array;
  readonly #bits: number;
  readonly #slots: number;
  readonly #sketch: Uint8Array;
  readonly #hashes: Uint32Array;
  readonly #positions: Uint32Array;
  readonly #counts: Uint32Array;
  readonly #documents: Uint16Array;
  readonly #lastDocument: Int32Array;
  readonly #lengths: Uint8Array;
  readonly #words: Uint8Array;
  #used = 0;

  constructor(text: Uint16Array) {
    this.#text = text;
    this.#bits = Math.min(MAX_BITS, Math.max(2, Math.ceil(Math.log2(text.length + 1))));
    this.#slots = 1 << (this.#bits - 1);
    this.#sketch = new Uint8Array(1 << this.#bits);
    this.#hashes = new Uint32Array(this.#slots);
    this.#positions = new Uint32Array(this.#slots);
    this.#counts = new Uint32Array(this.#slots);
    this.#documents = new Uint16Array(this.#slots);
    this.#lastDocument = new Int32Array(this.#slots).fill(-1);
    this.#lengths = new Uint8Array(this.#slots);
    this.#words = new Uint8Array(this.#slots);
  }

  /** One more occurrence of the stretch of so many words, as wide as may be: `hash` tells it from others. */
  add(hash: number, position: number, length: number, document: number, words: number): void {
    const mixed = mix(hash);
    const counter = mixed >>> (32 - this.#bits);
    if (this.#sketch[counter]! < ADMISSION) {
      this.#sketch[counter]!++;
      return;
    }
    const slot = this.#slot(mixed);
    if (this.#counts[slot] === 0) {
      if (this.#used > this.#slots / 2) return;
      this.#used++;
      this.#hashes[slot] = mixed;
      this.#positions[slot] = position;
      this.#lengths[slot] = length;
      this.#words[slot] = words;
    }
    this.#counts[slot]!++;
    if (this.#lastDocument[slot] === document) return;
    this.#lastDocument[slot] = document;
    if (this.#documents[slot]! < 0xffff) this.#documents[slot]!++;
  }

  found(minDocuments: number, wordBits: Uint8Array): MinedPhrase[] {
    const found: MinedPhrase[] = [];
    for (let slot = 0; slot < this.#slots; slot++) {
      const documents = this.#documents[slot]!;
      if (documents < minDocuments || this.#lengths[slot]! < MIN_LENGTH || !this.#keepsCompany(slot, wordBits))
        continue;
      found.push({
        position: this.#positions[slot]!,
        length: this.#lengths[slot]!,
        occurrences: this.#counts[slot]!,
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
    if (this.#words[slot] === 1) return true;
    const start = this.#positions[slot]!;
    const end = start + this.#lengths[slot]!;
    let rarest = Number.POSITIVE_INFINITY;
    let begin = start;
    for (let at = start + 1; at <= end; at++) {
      if (at < end && (wordBits[at >>> 3]! & (1 << (at & 7))) === 0) continue;
      const isOuter = begin === start || at === end;
      if (isOuter && at - begin === 1 && JOINING.includes(String.fromCharCode(this.#text[begin]!))) return false;
      rarest = Math.min(rarest, this.#counts[this.#slot(mix(hashOf(this.#text, begin, at)))]!);
      begin = at;
    }
    return this.#counts[slot]! >= rarest * MIN_COMPANY;
  }

  /** The slot of `hash`, or the free one where it belongs. */
  #slot(hash: number): number {
    let slot = hash & (this.#slots - 1);
    while (this.#counts[slot] !== 0 && this.#hashes[slot] !== hash) slot = (slot + 1) & (this.#slots - 1);
    return slot;
  }
}
