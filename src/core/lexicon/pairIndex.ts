/** Pairs are kept in so many chains, by half the bits of their hash; the other half tells them apart, since no two pairs have one hash. */
const CHAINS = 1 << 16;
/** Texts looked at in one step, which takes less than a millisecond. */
const STEP = 2000;

/** Of as few bytes as the texts have need of. */
type Numbers = Uint16Array | Uint32Array;

/** Which of some texts hold a pair of neighbouring units, in three typed arrays. The pairs of a chain lie one after the other. */
export class PairIndex {
  /** How many pairs each text shares with what is asked about: nothing between two questions. */
  readonly #shared: Uint16Array;
  /** Where the chains start, and the last one ends. */
  readonly #starts: Uint32Array;
  /** What tells each pair from others of its chain. */
  readonly #pairs: Uint16Array;
  /** The text each of `#pairs` is in, ascending in a chain; a text that has a pair twice is there twice. */
  readonly #texts: Numbers;

  private constructor(size: number, starts: Uint32Array, pairs: Uint16Array, texts: Numbers) {
    this.#shared = new Uint16Array(size);
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
      for (let i = 0; i + 1 < text.length; i++) starts[chainOf(hashAt(text, i))]!++;
    }
    for (let chain = 0; chain < CHAINS; chain++) starts[chain + 1]! += starts[chain]!;
    // Each start is now the end of its chain, and comes down as that is filled from behind.
    const pairs = new Uint16Array(starts[CHAINS]!);
    const texts = size > CHAINS ? new Uint32Array(pairs.length) : new Uint16Array(pairs.length);
    for (let number = size - 1; number >= 0; number--) {
      if (number % STEP === 0) yield;
      const text = textOf(number);
      for (let i = 0; i + 1 < text.length; i++) {
        const hash = hashAt(text, i);
        const at = --starts[chainOf(hash)]!;
        pairs[at] = restOf(hash);
        texts[at] = number;
      }
    }
    return new PairIndex(size, starts, pairs, texts);
  }

  /** For each pair of `text`, once, the numbers of the texts that hold it, ascending; a text that has it twice twice. */
  *numbers(text: string): Generator<readonly number[]> {
    const hashes = new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => hashAt(text, i)));
    for (const hash of hashes) yield this.#textsOf(hash);
  }

  /** Numbers of at most `limit` texts, those first that have most pairs in common with `text`, then the shorter. */
  sharingMost(text: string, limit: number, lengthOf: (number: number) => number): number[] {
    const shared = this.#shared;
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

  #textsOf(hash: number): number[] {
    const chain = chainOf(hash);
    const rest = restOf(hash);
    const found: number[] = [];
    for (let at = this.#starts[chain]!; at < this.#starts[chain + 1]!; at++) {
      if (this.#pairs[at] === rest) found.push(this.#texts[at]!);
    }
    return found;
  }
}

/** Fibonacci hashing (D. Knuth, The Art of Computer Programming 3, 6.4): the factor is odd, so that different pairs have different hashes. */
function hashAt(text: string, at: number): number {
  return Math.imul(text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1), 0x9e3779b1);
}

function chainOf(hash: number): number {
  return hash >>> 16;
}

function restOf(hash: number): number {
  return hash & 0xffff;
}
