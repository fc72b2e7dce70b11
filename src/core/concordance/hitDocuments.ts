import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { DocumentPlace } from '../index/documentPlace.ts';
import type { Hits } from './hits.ts';

/** The documents that hits are in. Quick for who goes through the hits in their order. */
export class HitDocuments {
  readonly hits: Hits;
  readonly #index: CorpusIndex;
  /** Documents with hits, in the order of their first hit. */
  readonly places: readonly DocumentPlace[];
  /** The first hit of each, and behind them the number of hits. */
  readonly #firsts: readonly number[];
  /** Number of the document that was asked for last. */
  #last = 0;

  constructor(index: CorpusIndex, hits: Hits) {
    this.hits = hits;
    this.#index = index;
    const places: DocumentPlace[] = [];
    const firsts: number[] = [];
    let last: DocumentPlace | undefined;
    for (let hit = 0; hit < hits.size; hit++) {
      const segment = hits.segmentOf(hit);
      const document = index.segments[segment]!.documentAt(hits.positionOf(hit));
      // Hits come in text order.
      if (last?.segment !== segment || last.document !== document) {
        last = { segment, document };
        places.push(last);
        firsts.push(hit);
      }
    }
    this.places = places;
    this.#firsts = [...firsts, hits.size];
  }

  /** Number of the hit's document among `places`. */
  numberOf(hit: number): number {
    let low = hit < this.#firsts[this.#last]! ? 0 : this.#last;
    let high = low + 1;
    for (let step = 1; high < this.places.length && this.#firsts[high]! <= hit; step *= 2) {
      low = high;
      high = Math.min(this.places.length, high + step);
    }
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (this.#firsts[middle]! <= hit) low = middle;
      else high = middle;
    }
    this.#last = low;
    return low;
  }

  /** The hit's document, and its offset there. */
  placeOf(hit: number): { readonly place: DocumentPlace; readonly offset: number } {
    const place = this.places[this.numberOf(hit)]!;
    const start = this.#index.segments[place.segment]!.documentStarts[place.document]!;
    return { place, offset: this.hits.positionOf(hit) - start };
  }

  /** How many of `hits` each document has, by its number. */
  counts(hits: readonly number[]): Uint32Array {
    const counts = new Uint32Array(this.places.length);
    for (const hit of hits) counts[this.numberOf(hit)]!++;
    return counts;
  }
}
