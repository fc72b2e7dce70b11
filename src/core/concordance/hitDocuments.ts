import type { CorpusIndex } from '../index/corpusIndex.ts';
import { type DocumentPlace, documentKey, placeOfKey } from '../index/documentPlace.ts';
import type { Hits } from './hits.ts';

/** The documents of hits. Fastest if hits are queried in their order. */
export class HitDocuments {
  readonly hits: Hits;
  readonly #index: CorpusIndex;
  /** Documents with hits, in the order of their first hit, as numbers: objects would be thousands for each query. */
  readonly #keys: readonly number[];
  /** The first hit of each document, and at the end the number of hits. */
  readonly #firsts: readonly number[];
  /** Number of the document queried last. */
  #last = 0;

  constructor(index: CorpusIndex, hits: Hits) {
    this.hits = hits;
    this.#index = index;
    const keys: number[] = [];
    const firsts: number[] = [];
    for (let hit = 0; hit < hits.size; hit++) {
      const segment = hits.segmentOf(hit);
      const key = documentKey({ segment, document: index.segments[segment]!.documentAt(hits.positionOf(hit)) });
      // Hits come in text order.
      if (key === keys.at(-1)) continue;
      keys.push(key);
      firsts.push(hit);
    }
    this.#keys = keys;
    this.#firsts = [...firsts, hits.size];
  }

  /** Number of documents with hits. */
  get size(): number {
    return this.#keys.length;
  }

  /** The document with this number, in the order of first hits. */
  place(number: number): DocumentPlace {
    return placeOfKey(this.#keys[number]!);
  }

  /** Number of hits in it. */
  count(number: number): number {
    return this.#firsts[number + 1]! - this.#firsts[number]!;
  }

  /** Number of the hit's document. */
  numberOf(hit: number): number {
    let low = hit < this.#firsts[this.#last]! ? 0 : this.#last;
    let high = low + 1;
    for (let step = 1; high < this.size && this.#firsts[high]! <= hit; step *= 2) {
      low = high;
      high = Math.min(this.size, high + step);
    }
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (this.#firsts[middle]! <= hit) low = middle;
      else high = middle;
    }
    this.#last = low;
    return low;
  }

  /** The document of a hit, and its offset there. */
  placeOf(hit: number): { readonly place: DocumentPlace; readonly offset: number } {
    const place = this.place(this.numberOf(hit));
    const start = this.#index.segments[place.segment]!.documentStarts[place.document]!;
    return { place, offset: this.hits.positionOf(hit) - start };
  }

  /** For each document, by number, how many of `hits` it contains. */
  counts(hits: readonly number[]): Uint32Array {
    const counts = new Uint32Array(this.size);
    for (const hit of hits) counts[this.numberOf(hit)]!++;
    return counts;
  }
}
