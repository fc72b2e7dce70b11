import { copied } from '../collections/copied.ts';
import { SECTION_FUNCTIONS, type Section, type SectionFunction } from '../structure/section.ts';

/** A section's function in four bits; 0 for none. */
export type FunctionCode = number;

const CODE_BITS = 4;
const CODES = (1 << CODE_BITS) - 1;
/** Entries there is room for at first. */
const ROOM = 256;

/** The code of a function; 0 for none. */
export function codeOf(name: SectionFunction | undefined): FunctionCode {
  return name === undefined ? 0 : SECTION_FUNCTIONS.indexOf(name) + 1;
}

/**
 * What each stretch of some documents does, in four bytes for each change along the text. Documents are appended in
 * their order. Those not appended yet have no functions.
 */
export class SectionRuns {
  /** Offset in the document and code of each run. */
  #runs = new Uint32Array(ROOM);
  #size = 0;
  /** The first run of each document, and where the last one ends. */
  readonly #first: Uint32Array;
  /** For each document, one bit for each code that it has anywhere. */
  readonly #codes: Uint16Array;
  #documents = 0;

  /** @param documents how many there will be */
  constructor(documents: number) {
    this.#first = new Uint32Array(documents + 1);
    this.#codes = new Uint16Array(documents);
  }

  append(sections: readonly Section[], characters: number): void {
    let last: FunctionCode = 0;
    const put = (start: number, code: FunctionCode): void => {
      if (code === last) return;
      last = code;
      this.#push((start << CODE_BITS) | code);
      this.#codes[this.#documents]! |= 1 << code;
    };
    const walk = (children: readonly Section[], from: number, to: number, around: FunctionCode): void => {
      let at = from;
      for (const { start, end, function: name, children: inner } of children) {
        if (start > at) put(at, around);
        walk(inner, start, end, name === undefined ? around : codeOf(name));
        at = end;
      }
      if (at < to) put(at, around);
    };
    walk(sections, 0, characters, 0);
    this.#first[++this.#documents] = this.#size;
  }

  /** Whether the innermost section around `offset` of a document has the function `code`, which is not 0. */
  isAt(document: number, offset: number, code: FunctionCode): boolean {
    return ((this.#codes[document]! >>> code) & 1) === 1 && this.at(document, offset) === code;
  }

  /** The function of the innermost section around `offset` of a document. */
  at(document: number, offset: number): FunctionCode {
    if (document >= this.#documents) return 0;
    let low = this.#first[document]!;
    let high = this.#first[document + 1]!;
    const first = low;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#runs[middle]! >>> CODE_BITS <= offset) low = middle + 1;
      else high = middle;
    }
    return low === first ? 0 : this.#runs[low - 1]! & CODES;
  }

  #push(run: number): void {
    if (this.#size === this.#runs.length) this.#runs = copied(this.#runs, new Uint32Array(2 * this.#runs.length));
    this.#runs[this.#size++] = run;
  }
}
