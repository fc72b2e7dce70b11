import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { Match, Matches } from '../index/matches.ts';
import { parseQuery } from '../query/parse.ts';
import { type Anchor, GAP_UNITS, matchFrom, planSearch, type SearchPlan } from '../query/plan.ts';
import { Hits } from './hits.ts';
import { TextWindow } from './textWindow.ts';

/** A place tried without a text to go by, in candidates; most are no match at the first look. */
const SCAN_WORK = 1 / 8;
/** A read of a window of text, in candidates. */
const READ_WORK = 50;

/** A text of every match and where it stands: only there need the whole pattern be tried. */
interface Driver extends Anchor {
  readonly match: Match;
}

/**
 * A search that is done piece by piece, so that whoever waits for something else need not wait for all of it. The rarest text of the
 * query drives it: its places are read from the suffix array and the query is held against the text around each, segment by
 * segment in text order. A query without text is held against every place of the corpus.
 */
export class Search {
  readonly hits = new Hits();
  readonly #index: CorpusIndex;
  readonly #plan: SearchPlan;
  readonly #driver: Driver | undefined;
  /** Candidates in all: occurrences of the driver, or units of text. */
  readonly #candidates: number;
  #tried = 0;
  #segment = 0;
  #places: SegmentCandidates | undefined;

  /**
   * @param query not empty
   * @throws QueryError
   */
  constructor(index: CorpusIndex, query: string) {
    this.#index = index;
    this.#plan = planSearch(parseQuery(query));
    this.#driver = rarest(index.matches, this.#plan.anchors);
    const segments = index.segments.reduce((sum, segment) => sum + segment.characters, 0);
    this.#candidates = this.#driver?.match.size ?? segments;
  }

  get isComplete(): boolean {
    return this.#segment === this.#index.segments.length;
  }

  /** Share of the work that is done, 0 … 1. */
  get progress(): number {
    return this.isComplete ? 1 : this.#tried / Math.max(1, this.#candidates);
  }

  /** Does `work` more of it, in candidates tried; a place of a query without text counts for less, a read for more. */
  advance(work: number): void {
    let left = work;
    while (left > 0 && !this.isComplete) {
      this.#places ??= this.#candidatesOf(this.#segment);
      const { tried, done } = this.#places.try(left);
      left -= done;
      this.#tried += tried;
      if (!this.#places.isDone) continue;
      this.#places = undefined;
      this.#segment++;
    }
  }

  #candidatesOf(segment: number): SegmentCandidates {
    const positions = this.#driver && this.#index.matches.positionsIn(this.#driver.match, segment);
    return new SegmentCandidates(this.#index, segment, this.#plan, this.hits, this.#driver, positions);
  }
}

function rarest(matches: Matches, anchors: readonly Anchor[]): Driver | undefined {
  let best: Driver | undefined;
  for (const anchor of anchors) {
    const match = matches.of(anchor.text);
    if (best === undefined || match.size < best.match.size) best = { ...anchor, match };
  }
  return best;
}

/** The candidates of one segment, in text order. */
class SegmentCandidates {
  readonly #index: CorpusIndex;
  readonly #segment: number;
  readonly #plan: SearchPlan;
  readonly #hits: Hits;
  readonly #driver: Driver | undefined;
  readonly #positions: Int32Array | undefined;
  readonly #window: TextWindow;
  readonly #size: number;
  #next = 0;
  /** Every start below has been tried. */
  #triedTo = 0;

  constructor(
    index: CorpusIndex,
    segment: number,
    plan: SearchPlan,
    hits: Hits,
    driver: Driver | undefined,
    positions: Int32Array | undefined,
  ) {
    this.#index = index;
    this.#segment = segment;
    this.#plan = plan;
    this.#hits = hits;
    this.#driver = driver;
    this.#positions = positions;
    this.#window = new TextWindow(index.segments[segment]!);
    this.#size = positions?.length ?? index.segments[segment]!.characters;
  }

  get isDone(): boolean {
    return this.#next === this.#size;
  }

  /** Does `work` more; returns the candidates tried and the work that took. */
  try(work: number): { readonly tried: number; readonly done: number } {
    const from = this.#next;
    const each = this.#positions === undefined ? SCAN_WORK : 1;
    let done = 0;
    for (; this.#next < this.#size && done < work; this.#next++) {
      const place = this.#positions?.[this.#next] ?? this.#next;
      done += each;
      if (this.#plan.isText) this.#hits.add(this.#segment, place, this.#driver!.text.length);
      else if (this.#tryAround(place)) done += READ_WORK;
    }
    return { tried: this.#next - from, done };
  }

  /** Tries every start that a candidate leaves open; returns whether text had to be read. */
  #tryAround(place: number): boolean {
    const { minBefore, maxBefore } = this.#driver ?? { minBefore: 0, maxBefore: 0 };
    const first = Math.max(this.#triedTo, place - maxBefore);
    const last = place - minBefore;
    const isRead = this.#window.cover(first - GAP_UNITS, place + this.#plan.maxLength + GAP_UNITS);
    for (let start = first; start <= last; start++) this.#tryStart(start);
    this.#triedTo = Math.max(this.#triedTo, last + 1);
    return isRead;
  }

  #tryStart(position: number): void {
    const { units, start: base } = this.#window;
    const found = matchFrom(this.#plan, units, position - base);
    if (found === undefined) return;
    const occurrence = { segment: this.#segment, position: base + found.start };
    if (this.#driver === undefined && !this.#index.documents.isLive(this.#segment, occurrence.position)) return;
    this.#hits.add(this.#segment, occurrence.position, found.end - found.start);
  }
}
