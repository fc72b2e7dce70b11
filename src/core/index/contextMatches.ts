import { unitsOf } from '../text/units.ts';
import type { SuffixInterval } from './format/suffixInterval.ts';
import { PlaceList } from './placeList.ts';
import type { Segment } from './reading/segment.ts';
import { SuffixSearch } from './reading/suffixSearch.ts';

/** The search for the longest ending begins with this length, in units: callers ask for endings of it in any case. */
const ASKED_ANYWAY = 3;
/** Intervals up to this size are read in one piece, which takes as long as ten single suffixes. */
const MAX_READ_WHOLE = SuffixSearch.mostAtOnce;

/** Up to this many places, reading what stands before each takes less than searching for longer endings. */
const FEW = 16;

/** A text that has grown by at most this many units is taken for a continuation of the one before. */
const MAX_ADDED = 16;

/** Some of the places of one ending, spread evenly over what follows it. */
export interface ContextSample {
  /** Number of all occurrences, deleted documents included. A large number is right to within a few per cent only. */
  readonly size: number;
  /** Places where the ending starts, in the sorted order of what follows. Valid until the next sample is taken. */
  readonly places: PlaceList;
}

/** The places of the latest sample. One list serves all samples, since each key takes four. */
const chosen = new PlaceList();

/** A place and whether its document has not been deleted. */
type IsLive = (segment: number, position: number) => boolean;

/**
 * The endings of one text in the corpus: the longest that occurs, and samples of where an ending occurs. The work for
 * an ending is bounded, however often it occurs: long intervals are neither read as a whole nor delimited exactly.
 */
export class ContextMatches {
  readonly text: string;
  readonly #segments: readonly Segment[];
  readonly #parts: readonly SegmentEndings[];
  readonly #isLive: IsLive;
  /** An upper bound of the length of an ending that occurs. */
  readonly #mostPossible: number;
  #longest: number | undefined;

  /** @param earlier the matches of any text; if this text continues that one, what was found for it is used again */
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
    const bound = added === undefined ? undefined : earlier!.#longest;
    const isBound = bound !== undefined && bound < earlier!.text.length;
    this.#mostPossible = isBound ? Math.min(bound + added!, text.length) : text.length;
  }

  /** Length of the longest ending of the text that occurs in the corpus, deleted documents included; 0 if none does. */
  longest(): number {
    this.#longest ??= this.#findLongest();
    return this.#longest;
  }

  #findLongest(): number {
    let present = 0;
    let absent = this.#mostPossible + 1;
    // Where the earlier text agreed, the text with what was added agrees more often than not.
    const isBound = this.#mostPossible < this.text.length;
    let length = isBound ? this.#mostPossible : Math.min(ASKED_ANYWAY, this.text.length);
    while (absent - present > 1) {
      if (this.#parts.some(part => part.places(length) !== undefined)) present = length;
      else absent = length;
      if (present === 0) length = Math.min(ASKED_ANYWAY, absent >>> 1);
      else if (absent > this.text.length) length = Math.min(present + (present >>> 1) + 1, this.text.length);
      else length = (present + absent) >>> 1;
    }
    return present;
  }

  /**
   * At most `limit` occurrences of the ending of `length` units. If it has more places than are read in one piece, they
   * are taken in runs of `run` neighbours, each run for the price of one read.
   */
  sample(length: number, limit: number, run = 1): ContextSample {
    const places = this.#parts.map(part => part.places(length));
    const size = places.reduce((sum, part) => sum + (part?.size ?? 0), 0);
    const step = Math.max(1, size / limit);
    chosen.clear();
    let next = 0;
    let before = 0;
    // No closure: the fractions it would share with this function would be made anew at each step.
    for (let segment = 0; segment < places.length; segment++) {
      const part = places[segment];
      if (part === undefined) continue;
      const end = before + part.size;
      const positionAt = next < end ? this.#positionsOf(part, segment, run) : undefined;
      for (; next < end; next += step) {
        const position = positionAt!(Math.floor(next) - before);
        if (this.#isLive(segment, position)) chosen.push(segment, position);
      }
      before = end;
    }
    return { size, places: chosen };
  }

  /**
   * The positions in one segment where `pattern` stands, deleted documents included, if they are among places that are
   * known already.
   * @param typed units at the start of `pattern` with which this text ends
   * @returns `undefined` if only a search can tell
   */
  placesOf(segment: number, pattern: Uint16Array, typed: number): readonly number[] | undefined {
    const ending = unitsOf(this.text.slice(this.text.length - typed));
    if (typed === 0 || ending.length < typed || !ending.every((unit, i) => unit === pattern[i])) return undefined;
    return this.#parts[segment]!.fewPlaces(typed)?.filter(position => {
      const units = this.#segments[segment]!.search.units(position, pattern.length);
      return units.length === pattern.length && units.every((unit, i) => unit === pattern[i]);
    });
  }

  #positionsOf({ size, within }: EndingPlaces, segment: number, run: number): (rank: number) => number {
    const { search } = this.#segments[segment]!;
    if (!('from' in within)) return rank => within[rank]!;
    return size > MAX_READ_WHOLE ? inRuns(search, within, run) : search.suffixesOf(within);
  }
}

/**
 * Turns ascending ranks within an interval into positions. Of each `run` ranks asked for, only the first is looked up;
 * for the others its neighbours are given, which the same read has brought.
 */
function inRuns(search: SuffixSearch, { from, to }: SuffixInterval, run: number): (rank: number) => number {
  const together = new Int32Array(run);
  let count = 0;
  let next = 0;
  return rank => {
    if (next >= count) {
      const first = from + rank;
      count = Math.min(run, to - first);
      search.suffixes({ from: first, to: first + count }, together.subarray(0, count));
      next = 0;
    }
    return together[next++]!;
  };
}

/** How many units `text` has more than `earlier` at its end, both being windows of one growing text; `undefined` if they are not. */
function addedUnits(earlier: string, text: string): number | undefined {
  for (let added = 0; added <= MAX_ADDED; added++) {
    const common = text.slice(0, text.length - added);
    if (common.length > 0 && earlier.endsWith(common)) return added;
  }
  return undefined;
}

/** The places of one ending in one segment, in the order of what follows it. */
interface EndingPlaces {
  readonly size: number;
  /** As ranks in the suffix array or, if they have been read, as positions. */
  readonly within: SuffixInterval | readonly number[];
}

/** The few places of an ending, and for each how many units agree with the text, counted backwards from the end of the ending. */
interface FewPlaces {
  readonly length: number;
  readonly positions: Int32Array;
  readonly agreements: readonly number[];
}

/**
 * The endings of a text in one segment. If an ending does not occur, longer ones are not searched for. Once an ending
 * has at most `FEW` places, the places of longer endings are found without a search: they are among those, in the same
 * order, and what stands before each place tells which.
 */
class SegmentEndings {
  readonly #search: SuffixSearch;
  readonly #units: Uint16Array;
  readonly #found = new Map<number, SuffixInterval>();
  readonly #earlier: ReadonlyMap<number, SuffixInterval> | undefined;
  readonly #added: number;
  #absentFrom: number;
  /** The shortest ending known to have few places. */
  #fewFrom: number;
  #few: FewPlaces | undefined;

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
    this.#fewFrom = units.length;
  }

  places(length: number): EndingPlaces | undefined {
    if (length >= this.#absentFrom) return undefined;
    const places = length > this.#fewFrom ? this.#amongFew(length) : this.#searched(length);
    if (places === undefined) this.#absentFrom = length;
    return places;
  }

  /** The positions of an ending, if there are few and they are known without a search; else `undefined`. */
  fewPlaces(length: number): readonly number[] | undefined {
    if (length >= this.#absentFrom) return [];
    const shortest = this.#found.get(this.#fewFrom);
    if (shortest === undefined || shortest.to - shortest.from > FEW || length < this.#fewFrom) return undefined;
    return this.#amongFew(length)?.within ?? [];
  }

  #searched(length: number): EndingPlaces | undefined {
    const interval =
      this.#found.get(length) ??
      this.#search.roughInterval(
        this.#units.subarray(this.#units.length - length),
        this.#earlier?.get(length - this.#added),
      );
    if (interval === undefined) return undefined;
    this.#found.set(length, interval);
    const size = interval.to - interval.from;
    if (size <= FEW && length < this.#fewFrom) {
      this.#fewFrom = length;
      this.#few = undefined;
    }
    return { size, within: interval };
  }

  #amongFew(length: number): { readonly size: number; readonly within: readonly number[] } | undefined {
    this.#few ??= this.#readFew(this.#fewFrom);
    const { positions, agreements } = this.#few;
    const added = length - this.#few.length;
    const within = agreements.flatMap((agreed, i) => (agreed >= length ? [positions[i]! - added] : []));
    return within.length === 0 ? undefined : { size: within.length, within };
  }

  #readFew(length: number): FewPlaces {
    const positions = this.#search.suffixes(this.#found.get(length)!);
    const more = this.#units.length - length;
    const agreements = Array.from(positions, position => {
      const before = this.#search.units(Math.max(0, position - more), Math.min(more, position));
      let agreed = 0;
      while (agreed < before.length && before[before.length - 1 - agreed] === this.#units[more - 1 - agreed]) agreed++;
      return length + agreed;
    });
    return { length, positions, agreements };
  }
}
