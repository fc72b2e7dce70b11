import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { Occurrence } from '../index/occurrence.ts';
import { DOCUMENT_SEPARATOR } from '../index/segmentFormat.ts';
import { agreement, longestAndHalf, MIN_AGREEMENT, type TextMatch, type TextPlace } from './textMatches.ts';

/** A document by its segment and its number there. */
export interface DocumentKey {
  readonly segment: number;
  readonly document: number;
}

/** Of a longer document its beginning is enough. */
const MAX_DOCUMENT = 40_000;
/** Of more places with the shortest context, so many evenly spread ones are compared. */
const MAX_PLACES = 256;
/** Chains of the table of pairs. */
const CHAINS = 1 << 16;
const SEPARATOR = String.fromCharCode(DOCUMENT_SEPARATOR);

/** A few documents of the corpus in memory, with the places of every pair of neighbouring units, to be searched at each keystroke. */
export class KinText {
  readonly #index: CorpusIndex;
  readonly #documents: readonly DocumentKey[];
  /** Start of each document in `#text`. */
  readonly #starts: number[] = [];
  readonly #text: string;
  /** Where the places of a chain start in `#places`; one more than chains. */
  readonly #chains = new Int32Array(CHAINS + 1);
  readonly #places: Int32Array;

  constructor(index: CorpusIndex, documents: readonly DocumentKey[]) {
    this.#index = index;
    this.#documents = documents;
    let text = SEPARATOR;
    for (const { segment, document } of documents) {
      this.#starts.push(text.length);
      text += index.segments[segment]!.documentText(document).slice(0, MAX_DOCUMENT) + SEPARATOR;
    }
    this.#text = text;
    this.#places = new Int32Array(text.length);
    for (let at = 0; at + 1 < text.length; at++) this.#chains[chainOf(text, at) + 1]!++;
    for (let chain = 0; chain < CHAINS; chain++) this.#chains[chain + 1]! += this.#chains[chain]!;
    const next = this.#chains.slice();
    for (let at = 0; at + 1 < text.length; at++) this.#places[next[chainOf(text, at)]!++] = at;
  }

  /** Where the documents go on after the end of `context`: after the longest end of it that they have, and after half of that. */
  matches(context: string): TextMatch[] {
    const pairAt = context.length - MIN_AGREEMENT;
    if (pairAt < 0) return [];
    const pair = context.slice(pairAt);
    const chain = chainOf(context, pairAt);
    const from = this.#chains[chain]!;
    const count = this.#chains[chain + 1]! - from;
    const places: TextPlace[] = [];
    for (let next = 0; next < count; next += Math.max(1, count / MAX_PLACES)) {
      const at = this.#places[from + Math.floor(next)]!;
      const end = at + MIN_AGREEMENT;
      if (this.#text.startsWith(pair, at)) places.push({ end, agreed: agreement(this.#text, end, context) });
    }
    return longestAndHalf(places);
  }

  /** At most `length` units from `at` on, within the document. */
  textAt(at: number, length: number): string {
    const text = this.#text.slice(at, at + length);
    const end = text.indexOf(SEPARATOR);
    return end < 0 ? text : text.slice(0, end);
  }

  /** The place `at`, which lies within a document, as one of the corpus. */
  occurrence(at: number): Occurrence {
    let found = this.#starts.length - 1;
    while (this.#starts[found]! > at) found--;
    const { segment, document } = this.#documents[found]!;
    return { segment, position: this.#index.segments[segment]!.documentStarts[document]! + at - this.#starts[found]! };
  }
}

/** A number below `CHAINS` for the pair of units at `at`; others may have the same. */
function chainOf(text: string, at: number): number {
  return (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) & (CHAINS - 1);
}
