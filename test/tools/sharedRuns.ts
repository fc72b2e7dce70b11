/** A stretch of one of our texts that stands in another document too; Chinese characters only. */
export interface SharedRun {
  readonly name: string;
  readonly text: string;
  /** The document where its first characters were met. */
  readonly source: string;
}

/** Bits of a rolling hash that select a place in the filter. */
const FILTER_BITS = 22;
const MULTIPLIER = 0x01000193;

/**
 * Finds runs of at least `length` Chinese characters that our texts have in common with other documents; punctuation, digits,
 * letters and line ends are skipped. Other documents are read one at a time, O(1) a character, and not kept.
 */
export class SharedRuns {
  readonly #length: number;
  readonly #ours: ReadonlyMap<string, string>;
  /** Where each window of `length` characters stands in our texts. */
  readonly #windows = new Map<string, { readonly name: string; readonly at: number }[]>();
  /** Marks the hashes of our windows, so that nearly all others cost no look-up. */
  readonly #filter = new Uint8Array(1 << FILTER_BITS);
  readonly #met = new Map<string, Map<number, string>>();

  constructor(ours: ReadonlyMap<string, string>, length: number) {
    this.#length = length;
    this.#ours = new Map([...ours].map(([name, text]) => [name, hanOnly(text)]));
    for (const [name, han] of this.#ours) {
      this.#met.set(name, new Map());
      rollingHashes(han, length, (hash, at) => {
        this.#filter[hash] = 1;
        const window = han.slice(at, at + length);
        this.#windows.set(window, [...(this.#windows.get(window) ?? []), { name, at }]);
      });
    }
  }

  compareWith(source: string, text: string): void {
    const han = hanOnly(text);
    rollingHashes(han, this.#length, (hash, at) => {
      if (this.#filter[hash] === 0) return;
      for (const { name, at: place } of this.#windows.get(han.slice(at, at + this.#length)) ?? []) {
        const met = this.#met.get(name)!;
        if (!met.has(place)) met.set(place, source);
      }
    });
  }

  /** Runs met so far, each as long as it is, in the order of our texts. */
  runs(): SharedRun[] {
    return [...this.#met].flatMap(([name, met]) => {
      const han = this.#ours.get(name)!;
      const runs: SharedRun[] = [];
      const places = [...met.keys()].sort((a, b) => a - b);
      for (let first = 0; first < places.length; ) {
        let last = first;
        while (places[last + 1] === places[last]! + 1) last++;
        runs.push({
          name,
          text: han.slice(places[first], places[last]! + this.#length),
          source: met.get(places[first]!)!,
        });
        first = last + 1;
      }
      return runs;
    });
  }
}

function hanOnly(text: string): string {
  return text.replaceAll(/\P{Script=Han}+/gu, '');
}

/** Calls `visit` with the hash (`FILTER_BITS` bits) of each window of `length` units and where it begins. */
function rollingHashes(text: string, length: number, visit: (hash: number, at: number) => void): void {
  let leaving = 1;
  for (let i = 0; i < length; i++) leaving = Math.imul(leaving, MULTIPLIER);
  let hash = 0;
  for (let end = 0; end < text.length; end++) {
    hash = (Math.imul(hash, MULTIPLIER) + text.charCodeAt(end)) | 0;
    if (end >= length) hash = (hash - Math.imul(leaving, text.charCodeAt(end - length))) | 0;
    if (end >= length - 1) visit((hash ^ (hash >>> 15)) & ((1 << FILTER_BITS) - 1), end - length + 1);
  }
}
