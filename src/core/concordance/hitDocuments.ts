import type { DocumentPlace } from '../index/corpusDocuments.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { Hits } from './hits.ts';

/** The documents that hits are in. */
export class HitDocuments {
  readonly hits: Hits;
  readonly #index: CorpusIndex;
  /** Documents with hits, in the order of their first hit, and for each hit the number of its document among them. */
  readonly places: readonly DocumentPlace[];
  readonly #numbers: Uint32Array;

  constructor(index: CorpusIndex, hits: Hits) {
    this.hits = hits;
    this.#index = index;
    const places: DocumentPlace[] = [];
    const numbers = new Uint32Array(hits.size);
    let last: DocumentPlace | undefined;
    for (let hit = 0; hit < hits.size; hit++) {
      const segment = hits.segmentOf(hit);
      const document = index.segments[segment]!.documentAt(hits.positionOf(hit));
      // Hits come in text order.
      if (last?.segment !== segment || last.document !== document) {
        last = { segment, document };
        places.push(last);
      }
      numbers[hit] = places.length - 1;
    }
    this.places = places;
    this.#numbers = numbers;
  }

  /** Number of the hit's document among `places`. */
  numberOf(hit: number): number {
    return this.#numbers[hit]!;
  }

  /** The hit's document, and its offset there. */
  placeOf(hit: number): { readonly place: DocumentPlace; readonly offset: number } {
    const place = this.places[this.#numbers[hit]!]!;
    const start = this.#index.segments[place.segment]!.documentStarts[place.document]!;
    return { place, offset: this.hits.positionOf(hit) - start };
  }

  /** How many of `hits` each document has, by its number. */
  counts(hits: readonly number[]): Uint32Array {
    const counts = new Uint32Array(this.places.length);
    for (const hit of hits) counts[this.#numbers[hit]!]!++;
    return counts;
  }
}
