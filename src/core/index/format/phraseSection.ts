import type { PhraseKnowledge } from './phraseKnowledge.ts';

/** A recurrent stretch of a segment's text that stands on its own: «真抓实干», «时间表、路线图、责任人». */
export interface MinedPhrase {
  /** One place where it stands, UTF-16 units from the start of the segment's text. */
  readonly position: number;
  readonly length: number;
  readonly occurrences: number;
  /** Documents of the segment that have it. */
  readonly documents: number;
  /** An idiom of the dictionary. */
  readonly isIdiom: boolean;
  /** A word, or a few that keep company, that need not stand at clause marks, see `recurrentWords`. */
  readonly isWord: boolean;
  /** Shares of the occurrences that have a clause mark before them, and after. */
  readonly edgeShares: readonly [before: number, after: number];
  /** How freely the text varies before it and after, see `branching`. */
  readonly branching: readonly [before: number, after: number];
}

/** A phrase of a segment with its text. */
export interface PhraseEntry extends MinedPhrase {
  readonly text: string;
  /** In pinyin, see `lexicon/reading.ts`; '' if unknown. */
  readonly reading: string;
}

/**
 * The phrases of a segment, in three sections of one order, that of their texts. The texts are there twice, so that all
 * phrases can be read without touching the whole segment.
 *
 * Records, little-endian: position u32 · occurrences u32 · documents u16 · length u8 · flags u8 (1: idiom, 2: word) · share of occurrences
 * with a clause mark before, after, u8 each · branching before, after, u8 each; shares and branching in 255ths.
 * Texts: UTF-16, one after the other. Readings: a line of ASCII each.
 */
export interface PhraseBytes {
  readonly records: Uint8Array;
  readonly texts: Uint8Array;
  readonly readings: Uint8Array;
}

const RECORD_BYTES = 16;
const IDIOM = 1;
const WORD = 2;
const NEWLINE = 10;

/** How many phrases a section of records of `bytes` holds. */
export function phraseCountOf(bytes: number): number {
  return bytes / RECORD_BYTES;
}

/** @param text of the segment the phrases were mined from */
export function packPhrases(
  phrases: readonly MinedPhrase[],
  text: Uint16Array,
  knowledge: PhraseKnowledge,
): PhraseBytes {
  const records = new DataView(new ArrayBuffer(phrases.length * RECORD_BYTES));
  const texts = new Uint16Array(phrases.reduce((sum, phrase) => sum + phrase.length, 0));
  let units = 0;
  let readings = '';
  phrases.forEach((phrase, i) => {
    const { position, length } = phrase;
    const own = text.subarray(position, position + length);
    texts.set(own, units);
    units += length;
    readings += `${knowledge.reading(String.fromCharCode(...own))}\n`;
    const at = i * RECORD_BYTES;
    records.setUint32(at, position, true);
    records.setUint32(at + 4, phrase.occurrences, true);
    records.setUint16(at + 8, Math.min(phrase.documents, 0xffff), true);
    records.setUint8(at + 10, length);
    records.setUint8(at + 11, (phrase.isIdiom ? IDIOM : 0) | (phrase.isWord ? WORD : 0));
    const shares = [...phrase.edgeShares, ...phrase.branching];
    for (const [k, share] of shares.entries()) records.setUint8(at + 12 + k, Math.round(share * 255));
  });
  return {
    records: new Uint8Array(records.buffer),
    texts: new Uint8Array(texts.buffer),
    readings: new TextEncoder().encode(readings),
  };
}

/** Walks over the phrases of a segment in the order of their texts, without making an object of any that is not asked for. */
export class PhraseCursor {
  readonly #records: DataView;
  readonly #texts: DataView;
  readonly #readings: Uint8Array;
  #record = 0;
  #text = 0;
  #reading = 0;

  constructor({ records, texts, readings }: PhraseBytes) {
    this.#records = viewOf(records);
    this.#texts = viewOf(texts);
    this.#readings = readings;
  }

  /** Behind the last phrase: there is nothing to be asked for. */
  get isAtEnd(): boolean {
    return this.#record >= this.#records.byteLength;
  }

  get documents(): number {
    return this.#records.getUint16(this.#record + 8, true);
  }

  get occurrences(): number {
    return this.#records.getUint32(this.#record + 4, true);
  }

  get isIdiom(): boolean {
    return this.#hasFlag(IDIOM);
  }

  get isWord(): boolean {
    return this.#hasFlag(WORD);
  }

  /** The lesser of `branching` on both sides. */
  get leastBranching(): number {
    return Math.min(this.#share(14), this.#share(15));
  }

  /** Order of the two texts. */
  compare(other: PhraseCursor): number {
    const shared = Math.min(this.#length, other.#length);
    for (let i = 0; i < shared; i++) {
      const order = this.#unit(i) - other.#unit(i);
      if (order !== 0) return order;
    }
    return this.#length - other.#length;
  }

  get entry(): PhraseEntry {
    const at = this.#record;
    const length = this.#length;
    const units = Array.from({ length }, (_, i) => this.#unit(i));
    return {
      position: this.#records.getUint32(at, true),
      occurrences: this.occurrences,
      documents: this.documents,
      length,
      isIdiom: this.isIdiom,
      isWord: this.isWord,
      edgeShares: [this.#share(12), this.#share(13)],
      branching: [this.#share(14), this.#share(15)],
      text: String.fromCharCode(...units),
      reading: String.fromCharCode(...this.#readings.subarray(this.#reading, this.#endOfReading)),
    };
  }

  /** All phrases from here to the end. */
  *[Symbol.iterator](): Generator<PhraseEntry> {
    for (; !this.isAtEnd; this.advance()) yield this.entry;
  }

  advance(): void {
    this.#text += this.#length * 2;
    this.#reading = this.#endOfReading + 1;
    this.#record += RECORD_BYTES;
  }

  /** Back to the first phrase. */
  rewind(): void {
    this.#record = 0;
    this.#text = 0;
    this.#reading = 0;
  }

  get #length(): number {
    return this.#records.getUint8(this.#record + 10);
  }

  get #endOfReading(): number {
    return this.#readings.indexOf(NEWLINE, this.#reading);
  }

  #unit(i: number): number {
    return this.#texts.getUint16(this.#text + i * 2, true);
  }

  #share(at: number): number {
    return this.#records.getUint8(this.#record + at) / 255;
  }

  #hasFlag(flag: number): boolean {
    return (this.#records.getUint8(this.#record + 11) & flag) !== 0;
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
