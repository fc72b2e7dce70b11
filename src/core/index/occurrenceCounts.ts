import type { CorpusDocuments } from './corpusDocuments.ts';
import type { SuffixInterval } from './format/suffixInterval.ts';
import type { Match, Matches } from './matches.ts';
import { occurrenceKey } from './occurrence.ts';
import type { Segment } from './reading/segment.ts';

/** The number of occurrences of a text, and of documents or speeches that contain it. */
export interface Frequency {
  readonly occurrences: number;
  readonly documents: number;
}

/** The result of walking over a match. */
export interface MatchSurvey {
  readonly occurrences: number;
  /** The `occurrenceKey` of one occurrence in each document that has any, the first in the order of what follows. */
  readonly inDocuments: readonly number[];
}

/** Up to this many places are counted without an array of all documents. */
const FEW = 256;

/**
 * Counts matches exactly. The number of occurrences is the size of the intervals. An interval is walked through only if
 * the segment has deleted documents.
 */
export class OccurrenceCounts {
  readonly #segments: readonly Segment[];
  readonly #documents: CorpusDocuments;
  readonly #matches: Matches;

  constructor(segments: readonly Segment[], documents: CorpusDocuments, matches: Matches) {
    this.#segments = segments;
    this.#documents = documents;
    this.#matches = matches;
  }

  /** How often the match occurs. */
  occurrences({ intervals }: Match): number {
    return intervals.reduce((sum, interval, segment) => sum + this.#occurrencesIn(segment, interval), 0);
  }

  /** Number of occurrences and of the documents that contain them. Walks the match. */
  of(match: Match): Frequency {
    const { occurrences, inDocuments } = this.survey(match);
    return { occurrences, documents: inDocuments.length };
  }

  /** As `of`, with one place in each document. */
  survey({ intervals }: Match): MatchSurvey {
    return joined(intervals.map((interval, segment) => this.surveyIn(segment, interval)));
  }

  /**
   * As `survey`, for one segment. Walks the interval until every document of the segment has been seen, or, if some are deleted, all of it.
   */
  surveyIn(segment: number, interval: SuffixInterval): MatchSurvey {
    const inDocuments: number[] = [];
    const source = this.#segments[segment]!;
    if (interval.to - interval.from <= FEW) return this.surveyOf(segment, source.search.suffixes(interval));
    const isWhole = !this.#documents.hasDeleted(segment);
    const seen = new Uint8Array(source.documents);
    let unseen = source.documents;
    let walked = 0;
    for (const positions of this.#matches.slices(segment, interval)) {
      walked += positions.length;
      // By index, because the iterator of a typed array creates an object for each of a hundred thousand places.
      for (let i = 0; i < positions.length; i++) {
        const position = positions[i]!;
        const document = source.documentAt(position);
        if (seen[document] === 1) continue;
        seen[document] = 1;
        unseen--;
        inDocuments.push(occurrenceKey({ segment, position }));
      }
      if (isWhole && unseen === 0) break;
    }
    return { occurrences: isWhole ? interval.to - interval.from : walked, inDocuments };
  }

  /** As `survey`, for one segment whose places are known. */
  surveyOf(segment: number, places: Iterable<number>): MatchSurvey {
    const source = this.#segments[segment]!;
    const inDocuments = new Map<number, number>();
    let occurrences = 0;
    for (const position of places) {
      if (!this.#documents.isLive(segment, position)) continue;
      occurrences++;
      const document = source.documentAt(position);
      if (!inDocuments.has(document)) inDocuments.set(document, occurrenceKey({ segment, position }));
    }
    return { occurrences, inDocuments: [...inDocuments.values()] };
  }

  #occurrencesIn(segment: number, interval: SuffixInterval): number {
    if (!this.#documents.hasDeleted(segment)) return interval.to - interval.from;
    let count = 0;
    for (const positions of this.#matches.slices(segment, interval)) count += positions.length;
    return count;
  }
}

/** The combined survey of several segments. */
function joined(surveys: readonly MatchSurvey[]): MatchSurvey {
  const places: number[] = [];
  let total = 0;
  for (const { occurrences, inDocuments } of surveys) {
    for (const place of inDocuments) places.push(place);
    total += occurrences;
  }
  return { occurrences: total, inDocuments: places };
}
