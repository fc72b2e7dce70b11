import type { Occurrence } from './occurrence.ts';
import type { Segment } from './segment.ts';
import type { SuffixInterval, SuffixSearch } from './suffixSearch.ts';
import { unitsOf } from './units.ts';

/** Most contexts of a large corpus agree over about so many units: where the search for the longest one begins. */
const TYPICAL_AGREEMENT = 6;
/** Intervals up to this size are read in one piece; of larger ones each sampled suffix is read by itself. */
const MAX_READ_WHOLE = 1024;

/** Units by which a text may have grown since its predecessor was asked about. */
const MAX_ADDED = 16;

/** Even samples of what stands after one stretch of text. */
export interface ContextSample {
  /** Occurrences in all, deleted documents included; of many, to within a few per cent. */
  readonly size: number;
  /** Places where the stretch starts, spread evenly over the continuations in sorted order. */
  readonly occurrences: readonly Occurrence[];
}

/** A place and whether its document has not been deleted. */
type IsLive = (segment: number, position: number) => boolean;

/**
 * The endings of one text in the corpus: how long an ending occurs, and samples of its occurrences. Work per ending is
 * bounded, however often it occurs: long intervals are neither read nor delimited exactly.
 */
export class ContextMatches {
  readonly text: string;
  readonly #segments: readonly Segment[];
  readonly #parts: readonly SegmentEndings[];
  readonly #isLive: IsLive;

  /** @param earlier the matches of a text of which this one is a continuation, or of any other: what they found is built on */
  constructor(segments: readonly Segment[], text: string, isLive: IsLive, earlier?: ContextMatches) {
    const units = unitsOf(text);
    const added = earlier === undefined ? undefined : addedUnits(earlier.text, text);
    this.text = text;
    this.#segments = segments;
    this.#parts = segments.map(({ search }, i) => {
      const known = earlier === undefined || added === undefined ? undefined : earlier.#parts[i];
      return new SegmentEndings(search, units, known && { endings: known, added: added! });
    });
    this.#isLive = isLive;
  }

  /** Length of the longest ending of the text that occurs in the corpus, deleted documents included; 0 if none does. */
  longest(): number {
    let present = 0;
    let absent = this.text.length + 1;
    let length = Math.min(TYPICAL_AGREEMENT, this.text.length);
    while (absent - present > 1) {
      if (this.#parts.some(part => part.interval(length) !== undefined)) present = length;
      else absent = length;
      const further = Math.min(present + (present >>> 1) + 1, this.text.length);
      length = absent > this.text.length ? further : (present + absent) >>> 1;
    }
    return present;
  }

  /** At most `limit` occurrences of the ending of `length` units. */
  sample(length: number, limit: number): ContextSample {
    const intervals = this.#parts.map(part => part.interval(length));
    const size = intervals.reduce((sum, interval) => sum + (interval ? interval.to - interval.from : 0), 0);
    const step = Math.max(1, size / limit);
    const occurrences: Occurrence[] = [];
    let next = 0;
    let before = 0;
    intervals.forEach((interval, segment) => {
      if (interval === undefined) return;
      const count = interval.to - interval.from;
      const { search } = this.#segments[segment]!;
      const whole = count <= MAX_READ_WHOLE && next < before + count ? search.suffixes(interval) : undefined;
      for (; next < before + count; next += step) {
        const rank = Math.floor(next) - before;
        const position = whole ? whole[rank]! : search.suffix(interval.from + rank);
        if (this.#isLive(segment, position)) occurrences.push({ segment, position });
      }
      before += count;
    });
    return { size, occurrences };
  }
}

/** Units that `text` has more than `earlier` at its end, both being windows of one growing text; `undefined` if they are not. */
function addedUnits(earlier: string, text: string): number | undefined {
  for (let added = 0; added <= MAX_ADDED; added++) {
    const common = text.slice(0, text.length - added);
    if (common.length > 0 && earlier.endsWith(common)) return added;
  }
  return undefined;
}

/** The endings of a text in one segment. What is not there in a length is not searched for in a greater one. */
class SegmentEndings {
  readonly #search: SuffixSearch;
  readonly #units: Uint16Array;
  readonly #found = new Map<number, SuffixInterval>();
  readonly #earlier: ReadonlyMap<number, SuffixInterval> | undefined;
  readonly #added: number;
  #absentFrom: number;

  constructor(search: SuffixSearch, units: Uint16Array, earlier?: { endings: SegmentEndings; added: number }) {
    this.#search = search;
    this.#units = units;
    this.#earlier = earlier === undefined ? undefined : earlier.endings.#found;
    this.#added = earlier?.added ?? 0;
    const absent =
      earlier === undefined || earlier.endings.#absentFrom > earlier.endings.#units.length
        ? undefined
        : earlier.endings.#absentFrom;
    this.#absentFrom = absent === undefined ? units.length + 1 : absent + this.#added;
  }

  interval(length: number): SuffixInterval | undefined {
    if (length >= this.#absentFrom) return undefined;
    const known = this.#found.get(length);
    if (known !== undefined) return known;
    const interval = this.#search.roughInterval(
      this.#units.subarray(this.#units.length - length),
      this.#earlier?.get(length - this.#added),
    );
    if (interval === undefined) this.#absentFrom = length;
    else this.#found.set(length, interval);
    return interval;
  }
}
