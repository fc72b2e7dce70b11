import { textOf } from '../../text/units.ts';
import type { ByteSource } from './byteSource.ts';
import { LineCache } from './lineCache.ts';
import type { PhraseKnowledge } from './phraseKnowledge.ts';
import type { SectionEntry } from './segmentFormat.ts';

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
  /** A word, or a few words that often stand together. It need not stand at clause marks, see `recurrentWords`. */
  readonly isWord: boolean;
  /** Shares of the occurrences that have a clause mark before them, and after. */
  readonly edgeShares: readonly [before: number, after: number];
  /** How freely the text before it and after it varies, see `branching`. */
  readonly branching: readonly [before: number, after: number];
}

/** A phrase of a segment, or a word. */
export interface PhraseEntry {
  readonly text: string;
  readonly isWord: boolean;
}

/**
 * The phrases of a segment, in three sections that all have the order of the texts. The texts stand in the segment's
 * text too; they are written again so that all phrases can be read without touching the whole segment.
 *
 * Records, little-endian: position u32 · occurrences u32 · documents u16 · length u8 · flags u8 (1: idiom, 2: word) ·
 * share of occurrences with a clause mark before, after, u8 each · branching before, after, u8 each. Shares and
 * branching are in 255ths.
 * Texts: UTF-16, one after the other, without separators. Readings: a line of ASCII for each phrase.
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

/** The number of phrases in a section of records that has so many `bytes`. */
export function phraseCountOf(bytes: number): number {
  return bytes / RECORD_BYTES;
}

/**
 * Writes phrases as sections.
 * @param text the text of the segment that they were mined from
 */
export function packPhrases(
  phrases: readonly MinedPhrase[],
  text: Uint16Array,
  knowledge: PhraseKnowledge,
): PhraseBytes {
  const records = new DataView(new ArrayBuffer(phrases.length * RECORD_BYTES));
  const texts = new Uint16Array(phrases.reduce((sum, phrase) => sum + phrase.length, 0));
  let units = 0;
  const readings: string[] = [];
  phrases.forEach((phrase, i) => {
    const { position, length } = phrase;
    const own = text.subarray(position, position + length);
    texts.set(own, units);
    units += length;
    readings.push(knowledge.reading(textOf(own)), '\n');
    const at = i * RECORD_BYTES;
    records.setUint32(at, position, true);
    records.setUint32(at + 4, phrase.occurrences, true);
    records.setUint16(at + 8, Math.min(phrase.documents, 0xffff), true);
    records.setUint8(at + 10, length);
    records.setUint8(at + 11, (phrase.isIdiom ? IDIOM : 0) | (phrase.isWord ? WORD : 0));
    for (let side = 0; side < 2; side++) {
      records.setUint8(at + 12 + side, Math.round(phrase.edgeShares[side]! * 255));
      records.setUint8(at + 14 + side, Math.round(phrase.branching[side]! * 255));
    }
  });
  return {
    records: new Uint8Array(records.buffer),
    texts: new Uint8Array(texts.buffer),
    readings: new TextEncoder().encode(readings.join('')),
  };
}

/** A cursor moves on in each section in steps of so many bytes (a power of two), and has two steps in memory. */
const STEP_BITS = 13;

/** Where the sections of `PhraseBytes` lie in a file. */
export type PhraseParts = Readonly<Record<keyof PhraseBytes, SectionEntry>>;

/**
 * Walks over the phrases of a segment in the order of their texts. It makes no object of a phrase unless it is asked
 * to, and holds some kilobytes of sections that have megabytes.
 */
export class PhraseCursor {
  readonly #records: LineCache;
  readonly #texts: LineCache;
  readonly #readings: LineCache;
  readonly #view: DataView;
  /** Where the records end. */
  readonly #end: number;
  #record = 0;
  #text = 0;
  #reading = 0;

  constructor(source: ByteSource, { records, texts, readings }: PhraseParts) {
    const windowOn = (part: SectionEntry): LineCache => new LineCache(source, part, STEP_BITS, 0);
    this.#records = windowOn(records);
    this.#texts = windowOn(texts);
    this.#readings = windowOn(readings);
    this.#view = new DataView(this.#records.bytes.buffer);
    this.#end = records.length;
  }

  /** Whether the cursor stands behind the last phrase; nothing else may be asked of it then. */
  get isAtEnd(): boolean {
    return this.#record >= this.#end;
  }

  get documents(): number {
    return this.#view.getUint16(this.#records.find(this.#record + 8), true);
  }

  get isIdiom(): boolean {
    return this.#hasFlag(IDIOM);
  }

  get isWord(): boolean {
    return this.#hasFlag(WORD);
  }

  /** The lesser of the two values of `branching`, before the phrase and after it. */
  get leastBranching(): number {
    return Math.min(this.#share(14), this.#share(15));
  }

  get text(): string {
    const { bytes } = this.#texts;
    const units = new Uint16Array(bytes.buffer, this.#texts.find(this.#text), this.#length);
    return textOf(units);
  }

  /** The phrase in pinyin, see `lexicon/reading.ts`; empty if it is not known. */
  get reading(): string {
    const start = this.#readings.find(this.#reading);
    return String.fromCharCode(...this.#readings.bytes.subarray(start, this.#endOfReading(start)));
  }

  /** Compares the texts of the two current phrases: below 0 if this one comes first, 0 if they are equal. */
  compare(other: PhraseCursor): number {
    const own = this.#texts.bytes;
    const others = other.#texts.bytes;
    const length = this.#length;
    const otherLength = other.#length;
    const ownEnd = this.#texts.find(this.#text) + Math.min(length, otherLength) * 2;
    let there = other.#texts.find(other.#text);
    for (let here = this.#texts.find(this.#text); here < ownEnd; here += 2, there += 2) {
      const order = (own[here + 1]! << 8) + own[here]! - (others[there + 1]! << 8) - others[there]!;
      if (order !== 0) return order;
    }
    return length - otherLength;
  }

  /** All phrases from here to the end. */
  *[Symbol.iterator](): Generator<PhraseEntry> {
    for (; !this.isAtEnd; this.advance()) yield { text: this.text, isWord: this.isWord };
  }

  advance(): void {
    const reading = this.#readings.find(this.#reading);
    this.#text += this.#length * 2;
    this.#reading += this.#endOfReading(reading) + 1 - reading;
    this.#record += RECORD_BYTES;
  }

  /** Back to the first phrase. */
  rewind(): void {
    this.#record = 0;
    this.#text = 0;
    this.#reading = 0;
  }

  get #length(): number {
    return this.#view.getUint8(this.#records.find(this.#record + 10));
  }

  #endOfReading(start: number): number {
    return this.#readings.bytes.indexOf(NEWLINE, start);
  }

  #share(at: number): number {
    return this.#view.getUint8(this.#records.find(this.#record + at)) / 255;
  }

  #hasFlag(flag: number): boolean {
    return (this.#view.getUint8(this.#records.find(this.#record + 11)) & flag) !== 0;
  }
}
