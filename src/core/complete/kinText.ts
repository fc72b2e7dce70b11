import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { DocumentPlace } from '../index/documentPlace.ts';
import type { Occurrence } from '../index/occurrence.ts';
import { AgreeingPlaces, asksLastUnit, MIN_AGREEMENT, type TextMatch } from './textMatches.ts';

/** Of a longer document its beginning is enough. Places in it have 16 bits. */
const MAX_DOCUMENT = 40_000;
/** Of more places with the shortest context, so many evenly spread ones are compared. */
const MAX_PLACES = 256;
/** Chains of the table of pairs: some five places each in a long document. */
const CHAINS = 1 << 13;

/** Where the next place of each chain goes while a document is indexed. */
const next = new Uint16Array(CHAINS + 1);

/** The chains of a document and their places. As large for any, so that it can be handed on: who jumps between drafts reads many. */
export type KinTable = Uint16Array;

/** One document of the corpus in memory, with the places of every pair of neighbouring units. */
export class KinDocument {
  readonly text: string;
  /** The next document may have it, when nothing is asked of this one any more. */
  readonly table: KinTable;
  readonly #index: CorpusIndex;
  readonly #key: DocumentPlace;
  /** Where the places of a chain start in `#places`; one more than chains. */
  readonly #chains: Uint16Array;
  readonly #places: Uint16Array;

  constructor(index: CorpusIndex, key: DocumentPlace, table: KinTable = new Uint16Array(CHAINS + 1 + MAX_DOCUMENT)) {
    this.#index = index;
    this.#key = key;
    this.table = table;
    this.#chains = table.subarray(0, CHAINS + 1).fill(0);
    this.#places = table.subarray(CHAINS + 1);
    const segment = index.segments[key.segment]!;
    const length = Math.min(segment.documentLength(key.document), MAX_DOCUMENT);
    this.text = segment.text(segment.documentStarts[key.document]!, length);
    const { text } = this;
    for (let at = 0; at + 1 < text.length; at++) this.#chains[chainOf(text, at) + 1]!++;
    for (let chain = 0; chain < CHAINS; chain++) this.#chains[chain + 1]! += this.#chains[chain]!;
    next.set(this.#chains);
    for (let at = 0; at + 1 < text.length; at++) this.#places[next[chainOf(text, at)]!++] = at;
  }

  /** Where the two units at the end of `context` stand, and others by chance. */
  candidates(context: string): Uint16Array {
    const chain = chainOf(context, context.length - MIN_AGREEMENT);
    return this.#places.subarray(this.#chains[chain], this.#chains[chain + 1]);
  }

  /** The place `at` as one of the corpus. */
  occurrence(at: number): Occurrence {
    const { segment, document } = this.#key;
    return { segment, position: this.#index.segments[segment]!.documentStarts[document]! + at };
  }
}

/** Units whose places are remembered: a clause has few that none of those before it had. */
const MAX_UNITS = 128;

/** A few documents one after the other, to be searched whole at each keystroke. Places are counted from the start of the first. */
export class KinText {
  readonly #documents: readonly KinDocument[];
  readonly #starts: readonly number[];
  /** Where the documents go on after a unit that was asked about. */
  readonly #afterUnit = new Map<string, readonly number[]>();

  constructor(documents: readonly KinDocument[]) {
    this.#documents = documents;
    let start = 0;
    this.#starts = documents.map(({ text }) => {
      start += text.length;
      return start - text.length;
    });
  }

  /** Where the documents go on after the end of `context`: after the longest end of it that they have, after half of that, and after its last unit alone. */
  matches(context: string): TextMatch[] {
    return [...this.#longerMatches(context), ...this.#lastUnitMatches(context)];
  }

  #longerMatches(context: string): TextMatch[] {
    const pairAt = context.length - MIN_AGREEMENT;
    if (pairAt < 0) return [];
    const first = context.charCodeAt(pairAt);
    const second = context.charCodeAt(pairAt + 1);
    const candidates = this.#documents.map(document => document.candidates(context));
    const step = Math.max(1, candidates.reduce((total, { length }) => total + length, 0) / MAX_PLACES);
    const places = new AgreeingPlaces(context);
    let next = 0;
    for (const [i, { text }] of this.#documents.entries()) {
      const found = candidates[i]!;
      for (; next < found.length; next += step) {
        const at = found[Math.floor(next)]!;
        if (text.charCodeAt(at) !== first || text.charCodeAt(at + 1) !== second) continue;
        const end = at + MIN_AGREEMENT;
        places.add(text, end, this.#starts[i]! + end);
      }
      next -= found.length;
    }
    return places.longestAndHalf();
  }

  #lastUnitMatches(context: string): TextMatch[] {
    if (!asksLastUnit(context)) return [];
    const unit = context.at(-1)!;
    let ends = this.#afterUnit.get(unit);
    if (ends === undefined) {
      ends = this.#documents.flatMap(({ text }, i) => placesOf(unit, text).map(at => this.#starts[i]! + at + 1));
      if (this.#afterUnit.size >= MAX_UNITS) this.#afterUnit.clear();
      this.#afterUnit.set(unit, ends);
    }
    return ends.length === 0 ? [] : [{ length: 1, ends }];
  }

  /** The document in which `at` lies, and where in it. */
  locate(at: number): { readonly document: KinDocument; readonly offset: number } {
    let found = this.#starts.length - 1;
    while (this.#starts[found]! > at) found--;
    return { document: this.#documents[found]!, offset: at - this.#starts[found]! };
  }
}

/** A number below `CHAINS` for the pair of units at `at`; others may have the same. */
function chainOf(text: string, at: number): number {
  return (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) & (CHAINS - 1);
}

function placesOf(unit: string, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(unit); at >= 0; at = text.indexOf(unit, at + 1)) places.push(at);
  return places;
}
