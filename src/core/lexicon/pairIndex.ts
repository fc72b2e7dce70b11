/** Pairs are kept in so many chains: a power of two. */
const CHAINS = 1 << 16;
/** Texts looked at in one step, which takes less than a millisecond. */
const STEP = 2000;

/** Which of some texts hold a pair of neighbouring units, in three typed arrays. The pairs of a chain lie one after the other. */
export class PairIndex {
  /** How many texts there are. */
  readonly #size: number;
  /** Where the chains start, and the last one ends. */
  readonly #starts: Uint32Array;
  readonly #pairs: Uint32Array;
  /** The text each of `#pairs` is in, ascending in a chain; a text that has a pair twice is there twice. */
  readonly #texts: Uint32Array;

  private constructor(size: number, starts: Uint32Array, pairs: Uint32Array, texts: Uint32Array) {
    this.#size = size;
    this.#starts = starts;
    this.#pairs = pairs;
    this.#texts = texts;
  }

  /** The index of `size` texts, made in steps: counted, then put in order. */
  static *of(size: number, textOf: (number: number) => string): Generator<undefined, PairIndex> {
    const starts = new Uint32Array(CHAINS + 1);
    for (let number = 0; number < size; number++) {
      if (number % STEP === 0) yield;
      const text = textOf(number);
      for (let i = 0; i + 1 < text.length; i++) starts[chainOf(pairAt(text, i))]!++;
    }
    for (let chain = 0; chain < CHAINS; chain++) starts[chain + 1]! += starts[chain]!;
    // Each start is now the end of its chain, and comes down as that is filled from behind.
    const pairs = new Uint32Array(starts[CHAINS]!);
    const texts = new Uint32Array(starts[CHAINS]!);
    for (let number = size - 1; number >= 0; number--) {
      if (number % STEP === 0) yield;
      const text = textOf(number);
      for (let i = 0; i + 1 < text.length; i++) {
        const pair = pairAt(text, i);
        const at = --starts[chainOf(pair)]!;
        pairs[at] = pair;
        texts[at] = number;
      }
    }
    return new PairIndex(size, starts, pairs, texts);
  }

  /** For each pair of `text`, once, the numbers of the texts that hold it, ascending; a text that has it twice twice. */
  *numbers(text: string): Generator<readonly number[]> {
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

  #textsOf(pair: number): number[] {
    const chain = chainOf(pair);
    const found: number[] = [];
    for (let at = this.#starts[chain]!; at < this.#starts[chain + 1]!; at++) {
      if (this.#pairs[at] === pair) found.push(this.#texts[at]!);
    }
    return found;
  }
}

function pairAt(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
}

/** Fibonacci hashing (D. Knuth, The Art of Computer Programming 3, 6.4). */
function chainOf(pair: number): number {
  return Math.imul(pair, 0x9e3779b1) >>> 16;
}
