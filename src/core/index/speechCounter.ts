import type { CorpusDocuments } from './corpusDocuments.ts';
import type { SuffixInterval } from './format/suffixInterval.ts';
import type { Frequency } from './occurrenceCounts.ts';
import type { Segment } from './reading/segment.ts';
import { SuffixSearch } from './reading/suffixSearch.ts';

/** All places of a text in one segment, as ranks of suffixes or as positions. */
export type PlacesIn = SuffixInterval | readonly number[];

/**
 * Counts places and the speeches that contain them. Makes no objects, because a single row of a list may have a hundred
 * thousand places.
 */
export class SpeechCounter {
  readonly #segments: readonly Segment[];
  readonly #documents: CorpusDocuments;
  /** For each document of each segment, the number of the last count that saw it. */
  readonly #lastSeen: readonly Uint32Array[];
  #counts = 0;
  #occurrences = 0;
  #speeches = 0;
  readonly #copied = new Set<number>();

  constructor(segments: readonly Segment[], documents: CorpusDocuments) {
    this.#segments = segments;
    this.#documents = documents;
    this.#lastSeen = segments.map(segment => new Uint32Array(segment.documents));
  }

  /**
   * Counts occurrences and speeches; copies of one speech count once.
   * @param places segment by segment
   */
  count(places: readonly PlacesIn[]): Frequency {
    this.#counts++;
    this.#occurrences = 0;
    this.#speeches = 0;
    this.#copied.clear();
    places.forEach((within, segment) => {
      if ('from' in within) this.#countInterval(segment, within);
      else this.#countPositions(segment, within.length, index => within[index]!);
    });
    return { occurrences: this.#occurrences, documents: this.#speeches + this.#copied.size };
  }

  #countInterval(segment: number, { from, to }: SuffixInterval): void {
    const { search } = this.#segments[segment]!;
    for (let rank = from; rank < to; rank += SuffixSearch.mostAtOnce) {
      const end = Math.min(to, rank + SuffixSearch.mostAtOnce);
      this.#countPositions(segment, end - rank, search.suffixesOf({ from: rank, to: end }));
    }
  }

  #countPositions(segment: number, count: number, positionAt: (index: number) => number): void {
    const source = this.#segments[segment]!;
    const lastSeen = this.#lastSeen[segment]!;
    const hasDeleted = this.#documents.hasDeleted(segment);
    for (let i = 0; i < count; i++) {
      const document = source.documentAt(positionAt(i));
      if (hasDeleted && this.#documents.isDeleted({ segment, document })) continue;
      this.#occurrences++;
      if (lastSeen[document] === this.#counts) continue;
      lastSeen[document] = this.#counts;
      const copied = this.#documents.copiedSpeech({ segment, document });
      if (copied === undefined) this.#speeches++;
      else this.#copied.add(copied);
    }
  }
}
