import { Smallest } from '../collections/smallest.ts';
import { unitsOf } from '../text/units.ts';
import type { CorpusDocuments } from './corpusDocuments.ts';
import type { SuffixInterval } from './format/suffixInterval.ts';
import type { Occurrence } from './occurrence.ts';
import type { Segment } from './reading/segment.ts';

/** All occurrences of a text: an interval of suffixes in each segment. */
export interface Match {
  readonly intervals: readonly SuffixInterval[];
  /** Number of occurrences, including those in deleted documents: an upper bound, exact while nothing is deleted. */
  readonly size: number;
}

/** Places in one segment, in units from the start of its text. */
export interface SegmentPlaces {
  readonly segment: number;
  readonly positions: Int32Array;
}

/** Number of suffixes that a walk over a whole interval reads in one piece. */
const SLICE = 16_384;
/** Buffers of finished walks, for reuse. */
const doneWith: Array<Int32Array<ArrayBuffer>> = [];

/**
 * Finds texts in the corpus, without occurrences in deleted documents. A query with a limit costs at most that many
 * reads, or one walk over all places of the match.
 */
export class Matches {
  readonly #segments: readonly Segment[];
  readonly #documents: CorpusDocuments;

  constructor(segments: readonly Segment[], documents: CorpusDocuments) {
    this.#segments = segments;
    this.#documents = documents;
  }

  /** The occurrences of `text`, which is not empty. */
  of(text: string): Match {
    const pattern = unitsOf(text);
    const intervals = this.#segments.map(segment => segment.search.interval(pattern));
    return { intervals, size: intervals.reduce((sum, interval) => sum + interval.to - interval.from, 0) };
  }

  /** Length of the longest prefix of `text` that occurs in the corpus. */
  longestPrefix(text: string): number {
    const pattern = unitsOf(text);
    return this.#segments.reduce((longest, { search }, segment) => {
      const length = search.longestPrefix(pattern);
      return length > longest ? this.#longestLive(segment, pattern.subarray(0, length), longest) : longest;
    }, 0);
  }

  /** Every occurrence, segment by segment, in text order. */
  occurrences(match: Match): Occurrence[] {
    return this.earliest(match, match.size);
  }

  /** Every position of the match in one segment, in text order. */
  positionsIn({ intervals }: Match, segment: number): Int32Array {
    const interval = intervals[segment]!;
    const found = new Int32Array(interval.to - interval.from);
    let size = 0;
    for (const positions of this.slices(segment, interval)) {
      found.set(positions, size);
      size += positions.length;
    }
    return found.subarray(0, size).sort();
  }

  /** The first `limit` occurrences, segment by segment, in text order. Walks the segments it needs. */
  earliest({ intervals }: Match, limit: number): Occurrence[] {
    const found: Occurrence[] = [];
    for (let segment = 0; segment < intervals.length && found.length < limit; segment++) {
      const smallest = new Smallest(limit - found.length);
      for (const positions of this.slices(segment, intervals[segment]!)) smallest.add(positions);
      for (const place of occurrencesIn({ segment, positions: smallest.values() })) found.push(place);
    }
    return found;
  }

  /** The first `limit` occurrences, segment by segment, in the order of what follows them. Reads no more than those. */
  first({ intervals }: Match, limit: number): SegmentPlaces[] {
    const found: SegmentPlaces[] = [];
    let missing = limit;
    for (let segment = 0; segment < intervals.length && missing > 0; segment++) {
      const positions = this.#firstIn(segment, intervals[segment]!, missing);
      if (positions.length > 0) found.push({ segment, positions });
      missing -= positions.length;
    }
    return found;
  }

  /** The first `limit` positions of one segment's interval, in the order of what follows them. */
  #firstIn(segment: number, { from, to }: SuffixInterval, limit: number): Int32Array {
    if (!this.#documents.hasDeleted(segment)) {
      return this.#segments[segment]!.search.suffixes({ from, to: Math.min(to, from + limit) });
    }
    const found: number[] = [];
    for (const positions of this.slices(segment, { from, to }, limit)) {
      for (const position of positions.subarray(0, limit - found.length)) found.push(position);
      if (found.length === limit) break;
    }
    return Int32Array.from(found);
  }

  /**
   * Length of the longest prefix of `pattern` that occurs in the segment in a document that is not deleted; `shortest` if no longer one
   * does. The pattern itself must occur.
   */
  #longestLive(segment: number, pattern: Uint16Array, shortest: number): number {
    if (!this.#documents.hasDeleted(segment)) return pattern.length;
    const { search } = this.#segments[segment]!;
    const isLive = (length: number): boolean =>
      this.#firstIn(segment, search.interval(pattern.subarray(0, length)), 1).length > 0;
    if (isLive(pattern.length)) return pattern.length;
    let present = shortest;
    let absent = pattern.length;
    while (absent - present > 1) {
      const length = (present + absent) >>> 1;
      if (isLive(length)) present = length;
      else absent = length;
    }
    return present;
  }

  /**
   * At most `limit` occurrences, evenly spread over the match, in rank order. Since suffixes are sorted by what
   * follows, every continuation that at least `1/limit` of the occurrences have is among them.
   */
  sample(match: Match, limit: number): Occurrence[] {
    const step = Math.max(1, match.size / limit);
    const found: Occurrence[] = [];
    let next = 0;
    let before = 0;
    match.intervals.forEach((interval, index) => {
      const size = interval.to - interval.from;
      const { search } = this.#segments[index]!;
      const all = size <= limit && next < before + size ? search.suffixes(interval) : undefined;
      for (; next < before + size; next += step) {
        const rank = Math.floor(next) - before;
        const position = all ? all[rank]! : search.suffix(interval.from + rank);
        if (this.#documents.isLive(index, position)) found.push({ segment: index, position });
      }
      before += size;
    });
    return found;
  }

  /**
   * The positions of an interval in rank order, slice by slice, so that a walk over a million of them holds few at a
   * time. A slice is valid until the next one is asked for.
   */
  *slices(segment: number, { from, to }: SuffixInterval, size = SLICE): Generator<Int32Array> {
    const { search } = this.#segments[segment]!;
    const step = Math.max(1, Math.min(size, SLICE, to - from));
    const positions = doneWith.pop() ?? new Int32Array(SLICE);
    try {
      for (let rank = from; rank < to; rank += step) {
        const end = Math.min(to, rank + step);
        const slice = search.suffixes({ from: rank, to: end }, positions.subarray(0, end - rank));
        yield this.#documents.keepLive(segment, slice);
      }
    } finally {
      doneWith.push(positions);
    }
  }
}

/** The places of one segment as occurrences. */
export function occurrencesIn({ segment, positions }: SegmentPlaces): Occurrence[] {
  return Array.from(positions, position => ({ segment, position }));
}
