import { textOf as textOfUnits } from '../text/units.ts';
import type { Reading } from './reading.ts';

/** A phrase of the corpus, all its segments taken together. */
export interface LexiconPhrase {
  readonly text: string;
  /** Documents of the segments that know it as a phrase: a lower bound. Documents deleted since are counted. */
  readonly documents: number;
  readonly reading: Reading;
  /** How much it counts among others when nothing else is known. */
  readonly weight: number;
}

/** Units of a text and letters of a reading for which there is room at first. */
const USUAL_UNITS = 9;
const USUAL_LETTERS = 26;
/** No text has it. */
const LAST_UNIT = '\uffff';

/**
 * Phrases sorted by text and numbered in that order, in a few arrays, some sixty bytes each: as objects they are four times as much, all of it
 * to be walked by each collection of garbage. What is asked of one is made when it is asked.
 */
export class PhraseTable implements Iterable<LexiconPhrase> {
  #size = 0;
  #units: Uint16Array<ArrayBuffer>;
  /** Where texts start in `#units`, and the last one ends. */
  readonly #starts: Uint32Array;
  /** ASCII. */
  #readings: Uint8Array<ArrayBuffer>;
  /** Where readings start in `#readings`, and the last one ends. */
  readonly #readingStarts: Uint32Array;
  readonly #documents: Uint32Array;
  readonly #weights: Float64Array;

  /** @param capacity most phrases that it will hold */
  constructor(capacity: number) {
    this.#units = new Uint16Array(capacity * USUAL_UNITS);
    this.#starts = new Uint32Array(capacity + 1);
    this.#readings = new Uint8Array(capacity * USUAL_LETTERS);
    this.#readingStarts = new Uint32Array(capacity + 1);
    this.#documents = new Uint32Array(capacity);
    this.#weights = new Float64Array(capacity);
  }

  /** @param phrase whose text comes after all those that are there */
  add({ text, documents, reading, weight }: LexiconPhrase): void {
    const number = this.#size++;
    const start = this.#starts[number]!;
    const readingStart = this.#readingStarts[number]!;
    this.#starts[this.#size] = start + text.length;
    this.#readingStarts[this.#size] = readingStart + reading.length;
    if (start + text.length > this.#units.length) {
      const units = this.#units;
      this.#units = new Uint16Array(2 * (start + text.length));
      this.#units.set(units);
    }
    if (readingStart + reading.length > this.#readings.length) {
      const readings = this.#readings;
      this.#readings = new Uint8Array(2 * (readingStart + reading.length));
      this.#readings.set(readings);
    }
    for (let i = 0; i < text.length; i++) this.#units[start + i] = text.charCodeAt(i);
    for (let i = 0; i < reading.length; i++) this.#readings[readingStart + i] = reading.charCodeAt(i);
    this.#documents[number] = documents;
    this.#weights[number] = weight;
  }

  get size(): number {
    return this.#size;
  }

  /** The phrase of a number. */
  at(number: number): LexiconPhrase {
    return {
      text: this.textOf(number),
      documents: this.#documents[number]!,
      reading: this.readingOf(number),
      weight: this.weightOf(number),
    };
  }

  textOf(number: number): string {
    return textOfUnits(this.#units.subarray(this.#starts[number], this.#starts[number + 1]));
  }

  /** UTF-16 units of the text. */
  lengthOf(number: number): number {
    return this.#starts[number + 1]! - this.#starts[number]!;
  }

  readingOf(number: number): Reading {
    return lettersOf(this.#readings.subarray(this.#readingStarts[number], this.#readingStarts[number + 1]));
  }

  weightOf(number: number): number {
    return this.#weights[number]!;
  }

  *[Symbol.iterator](): Generator<LexiconPhrase> {
    for (let number = 0; number < this.#size; number++) yield this.at(number);
  }

  *readings(): Generator<Reading> {
    for (let number = 0; number < this.#size; number++) yield this.readingOf(number);
  }

  /** The number of the phrase with this text. */
  find(text: string): number | undefined {
    const number = this.#firstNotBelow(text);
    return number < this.#size && this.#compare(number, text) === 0 ? number : undefined;
  }

  /** Numbers of all phrases that begin with `prefix`. */
  beginningWith(prefix: string): number[] {
    const first = this.#firstNotBelow(prefix);
    return Array.from({ length: this.#firstNotBelow(prefix + LAST_UNIT) - first }, (_, i) => first + i);
  }

  #firstNotBelow(text: string): number {
    let low = 0;
    let high = this.#size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#compare(middle, text) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #compare(number: number, text: string): number {
    const start = this.#starts[number]!;
    const length = this.lengthOf(number);
    for (let i = 0; i < length && i < text.length; i++) {
      const order = this.#units[start + i]! - text.charCodeAt(i);
      if (order !== 0) return order;
    }
    return length - text.length;
  }
}

/** @param bytes ASCII */
function lettersOf(bytes: Uint8Array): string {
  return Reflect.apply(String.fromCharCode, undefined, bytes);
}
