/**
 * Which of some texts hold a pair of neighbouring units, in three typed arrays: pairs sorted, and for each the numbers of
 * its texts.
 */
export class PairIndex {
  /** How many texts there are. */
  readonly #size: number;
  readonly #pairs: Uint32Array;
  /** Where the texts of a pair start in `#texts`; one more than pairs. */
  readonly #starts: Uint32Array;
  /** Ascending for each pair; a text that has the pair twice is there twice. */
  readonly #texts: Uint32Array;

  constructor(texts: Iterable<string>) {
    let entries = new Float64Array(FIRST_ENTRIES);
    let filled = 0;
    let number = 0;
    for (const text of texts) {
      if (filled + text.length > entries.length) {
        const larger = new Float64Array(2 * (filled + text.length));
        larger.set(entries);
        entries = larger;
      }
      for (let i = 0; i + 1 < text.length; i++) entries[filled++] = pairAt(text, i) * NUMBERS + number;
      number++;
    }
    this.#size = number;
    const sorted = entries.subarray(0, filled).sort();
    const pairs: number[] = [];
    const starts: number[] = [];
    this.#texts = new Uint32Array(filled);
    sorted.forEach((entry, i) => {
      const pair = Math.floor(entry / NUMBERS);
      if (pairs.at(-1) !== pair) {
        pairs.push(pair);
        starts.push(i);
      }
      this.#texts[i] = entry % NUMBERS;
    });
    this.#pairs = Uint32Array.from(pairs);
    this.#starts = Uint32Array.from([...starts, filled]);
  }

  /** For each pair of `text`, once, the numbers of the texts that hold it. */
  *numbers(text: string): Generator<Uint32Array> {
    const pairs = new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => pairAt(text, i)));
    for (const pair of pairs) yield this.#textsOf(pair);
  }

  /** Numbers of at most `limit` texts, those first that have most pairs in common with `text`, then the shorter. */
  sharingMost(text: string, limit: number, lengthOf: (number: number) => number): number[] {
    const shared = new Uint16Array(this.#size);
    const holding = [...this.numbers(text)];
    for (const numbers of holding) {
      for (let i = 0; i < numbers.length; i++) if (numbers[i] !== numbers[i - 1]) shared[numbers[i]!]!++;
    }
    const byShared: number[][] = Array.from({ length: holding.length + 1 }, () => []);
    for (const numbers of holding) {
      for (const number of numbers) {
        byShared[shared[number]!]!.push(number);
        shared[number] = 0; // the next times it counts as sharing none
      }
    }
    const best: number[] = [];
    for (let count = byShared.length - 1; count > 0 && best.length < limit; count--) {
      best.push(...byShared[count]!.sort((a, b) => lengthOf(a) - lengthOf(b)).slice(0, limit - best.length));
    }
    return best;
  }

  #textsOf(pair: number): Uint32Array {
    let low = 0;
    let high = this.#pairs.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#pairs[middle]! < pair) low = middle + 1;
      else high = middle;
    }
    if (this.#pairs[low] !== pair) return new Uint32Array();
    return this.#texts.subarray(this.#starts[low], this.#starts[low + 1]);
  }
}

/** Pairs of texts for which there is room at first. */
const FIRST_ENTRIES = 1024;
/** Texts are numbered below this; 2^53 holds a pair and a number. */
const NUMBERS = 2 ** 20;

function pairAt(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
}
