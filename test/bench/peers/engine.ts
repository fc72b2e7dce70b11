import type { PeerTask } from './peer.ts';

/** A peer that runs in the measuring process (`engineProcess.ts`). */
export interface Engine {
  /** Writes the index into the task's directory; absent where the index only lives in memory, and `open` builds it. */
  build?(task: PeerTask): void;
  open(task: PeerTask): OpenEngine;
}

export interface OpenEngine {
  /** Exact number of occurrences; the first `MAX_PLACES` places are found on the way. `undefined`: cannot be asked. */
  lookup(phrase: string): number | undefined;
  /** Adds a document, to be found from then on. */
  add?(text: string): void;
  close(): void;
}

/** Places of all occurrences of one phrase, the first ones kept. */
export class Places {
  count = 0;
  readonly #kept: Array<readonly [document: number, position: number]> = [];
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Notes every occurrence in `text`, overlapping ones too. */
  scan(document: number, text: string, phrase: string): void {
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
      if (this.count++ < this.#limit) this.#kept.push([document, at]);
    }
  }
}

/** All pairs of neighbouring units: what an index of words is fed with where no words are marked. */
export function bigrams(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));
}
