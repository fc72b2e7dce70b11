import { evenly } from '../collections/evenly.ts';
import { RecentMap } from '../collections/recentMap.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { DocumentPlace } from '../index/documentPlace.ts';
import type { Occurrence } from '../index/occurrence.ts';
import { AgreeingPlaces, asksLastUnit, MIN_AGREEMENT, type TextMatch } from './textMatches.ts';

/** Units of a document that are indexed; of a longer one its beginning is enough. Places in it have 16 bits. */
const MAX_DOCUMENT = 40_000;
/** If more places have the shortest context, so many of them, evenly spread, are compared. */
const MAX_PLACES = 256;
/** Number of chains in the table of places. A chain has the places of all units with one number; a document has some 1,500 different units. */
const CHAINS = 1 << 11;

/** Where the next place of each chain goes while a document is indexed. */
const next = new Uint16Array(CHAINS + 1);

/**
 * The table of a document: its chains and their places. It has the same size for every document, so that another one
 * can take it over: a writer who jumps between drafts causes many to be read.
 */
export type KinTable = Uint16Array;

/** One document of the corpus in memory, with the places of every unit. */
export class KinDocument {
  readonly text: string;
  /** Another document may take it over when nothing more is asked of this one. */
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
    for (let at = 0; at < text.length; at++) this.#chains[chainOf(text.charCodeAt(at)) + 1]!++;
    for (let chain = 0; chain < CHAINS; chain++) this.#chains[chain + 1]! += this.#chains[chain]!;
    next.set(this.#chains);
    for (let at = 0; at < text.length; at++) this.#places[next[chainOf(text.charCodeAt(at))]!++] = at;
  }

  /** Appends to `ends` the places behind each `unit` of the document, counted from `start` on. */
  addEnds(unit: number, start: number, ends: number[]): void {
    const chain = chainOf(unit);
    const to = this.#chains[chain + 1]!;
    for (let i = this.#chains[chain]!; i < to; i++) {
      const at = this.#places[i]!;
      if (this.text.charCodeAt(at) === unit) ends.push(start + at + 1);
    }
  }

  /** The place of the corpus that is unit `at` of this document. */
  occurrence(at: number): Occurrence {
    const { segment, document } = this.#key;
    return { segment, position: this.#index.segments[segment]!.documentStarts[document]! + at };
  }
}

/** Number of units whose places are remembered. The next key asks again for those of the unit before it. */
const MAX_UNITS = 128;

/**
 * A few documents one after the other, which are searched as a whole at each key. Places are counted in units from the
 * start of the first.
 */
export class KinText {
  readonly #documents: readonly KinDocument[];
  readonly #starts: readonly number[];
  /** Where the documents go on after a unit that was asked about. */
  readonly #afterUnit = new RecentMap<number, readonly number[]>(MAX_UNITS);

  constructor(documents: readonly KinDocument[]) {
    this.#documents = documents;
    let start = 0;
    this.#starts = documents.map(({ text }) => {
      start += text.length;
      return start - text.length;
    });
  }

  /**
   * The places where the documents go on after the end of `context`: after the longest end that they contain, after
   * half of that, and after its last unit alone.
   */
  matches(context: string): TextMatch[] {
    if (context === '') return [];
    const ends = this.#endsAfter(context.charCodeAt(context.length - 1));
    if (ends.length === 0) return [];
    const longer = this.#longerMatches(context, ends);
    return asksLastUnit(context) ? [...longer, { length: 1, ends }] : longer;
  }

  #endsAfter(unit: number): readonly number[] {
    return this.#afterUnit.getOrMake(unit, () => {
      const ends: number[] = [];
      for (const [i, document] of this.#documents.entries()) document.addEnds(unit, this.#starts[i]!, ends);
      return ends;
    });
  }

  /**
   * The matches of two units and more.
   * @param ends the places behind the last unit of `context`
   */
  #longerMatches(context: string, ends: readonly number[]): TextMatch[] {
    if (context.length < MIN_AGREEMENT) return [];
    const places = new AgreeingPlaces(context);
    for (const end of evenly(this.#endsAfterPair(context, ends), MAX_PLACES)) {
      const { document, offset } = this.locate(end - MIN_AGREEMENT);
      places.add(document.text, offset + MIN_AGREEMENT, end);
    }
    return places.longestAndHalf();
  }

  /**
   * The places behind the last two units of `context`, found by the places of the rarer one.
   * @param ends the places behind the last unit
   */
  #endsAfterPair(context: string, ends: readonly number[]): number[] {
    const first = context.charCodeAt(context.length - 2);
    const second = context.charCodeAt(context.length - 1);
    const endsOfFirst = this.#endsAfter(first);
    const added = endsOfFirst.length < ends.length ? 1 : 0;
    const found: number[] = [];
    let i = 0;
    for (const rarer of added === 1 ? endsOfFirst : ends) {
      const end = rarer + added;
      while (i + 1 < this.#starts.length && this.#starts[i + 1]! < end) i++;
      const { text } = this.#documents[i]!;
      const at = end - this.#starts[i]! - 2;
      if (at >= 0 && text.charCodeAt(at) === first && text.charCodeAt(at + 1) === second) found.push(end);
    }
    return found;
  }

  /** The document in which `at` lies, and where in it. */
  locate(at: number): { readonly document: KinDocument; readonly offset: number } {
    let found = this.#starts.length - 1;
    while (this.#starts[found]! > at) found--;
    return { document: this.#documents[found]!, offset: at - this.#starts[found]! };
  }
}

/** The chain of a unit, a number below `CHAINS`. Other units may have the same. */
function chainOf(unit: number): number {
  return unit & (CHAINS - 1);
}
