import type { CorpusDocuments } from './corpusDocuments.ts';
import type { Match, MatchPlaces } from './matchPlaces.ts';
import type { Occurrence } from './occurrence.ts';
import type { Segment } from './segment.ts';
import type { SuffixInterval } from './suffixInterval.ts';

/** Occurrences of a text and the documents, or the speeches, that have it. */
export interface Frequency {
  readonly occurrences: number;
  readonly documents: number;
}

/** All that a walk of a match tells. */
export interface MatchSurvey {
  readonly occurrences: number;
  /** One occurrence in each document that has any: the first in the order of what follows. */
  readonly inDocuments: readonly Occurrence[];
}

/** Counts matches exactly. Occurrences are sizes of intervals; only where documents are deleted is an interval walked. */
export class OccurrenceCounter {
  readonly #segments: readonly Segment[];
  readonly #documents: CorpusDocuments;
  readonly #places: MatchPlaces;

  constructor(segments: readonly Segment[], documents: CorpusDocuments, places: MatchPlaces) {
    this.#segments = segments;
    this.#documents = documents;
    this.#places = places;
  }

  occurrences({ intervals }: Match): number {
    return intervals.reduce((sum, interval, segment) => sum + this.#occurrencesIn(segment, interval), 0);
  }

  /** Walks the match: until every document of a segment is seen, or, where some are deleted, all of it. */
  survey({ intervals }: Match): MatchSurvey {
    let occurrences = 0;
    const inDocuments: Occurrence[] = [];
    intervals.forEach((interval, segment) => {
      if (interval.from === interval.to) return;
      const source = this.#segments[segment]!;
      const isWhole = !this.#documents.hasDeleted(segment);
      const seen = new Uint8Array(source.documents);
      let unseen = source.documents;
      let walked = 0;
      for (const positions of this.#places.slices(segment, interval)) {
        walked += positions.length;
        for (const position of positions) {
          const document = source.documentAt(position);
          if (seen[document] === 1) continue;
          seen[document] = 1;
          unseen--;
          inDocuments.push({ segment, position });
        }
        if (isWhole && unseen === 0) break;
      }
      occurrences += isWhole ? interval.to - interval.from : walked;
    });
    return { occurrences, inDocuments };
  }

  #occurrencesIn(segment: number, interval: SuffixInterval): number {
    if (!this.#documents.hasDeleted(segment)) return interval.to - interval.from;
    let count = 0;
    for (const positions of this.#places.slices(segment, interval)) count += positions.length;
    return count;
  }
}
