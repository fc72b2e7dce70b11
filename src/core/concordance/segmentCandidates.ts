import type { CorpusDocuments } from '../index/corpusDocuments.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { Match } from '../index/matches.ts';
import { type Anchor, GAP_UNITS, matchFrom, type SearchPlan } from '../query/plan.ts';
import type { Hits } from './hits.ts';
import { TextWindow } from './textWindow.ts';

/** Cost of a place tried without a driver, in candidates. It is low because most places differ at the first unit. */
const SCAN_WORK = 1 / 8;
/** Cost of reading a window of text, in candidates. */
const READ_WORK = 50;

/** A text that every match contains, with its offset in the match: the whole pattern need be tried only around it. */
export interface Driver extends Anchor {
  readonly match: Match;
}

/** A query to try at candidates, and the collector of its matches. */
interface Trial {
  readonly plan: SearchPlan;
  /** Absent if the query contains no text: every place is a candidate. */
  readonly driver: Driver | undefined;
  readonly hits: Hits;
}

/** The candidates of one segment, in text order. */
export class SegmentCandidates {
  readonly #documents: CorpusDocuments;
  readonly #segment: number;
  readonly #plan: SearchPlan;
  readonly #hits: Hits;
  readonly #driver: Driver | undefined;
  readonly #positions: Int32Array | undefined;
  readonly #window: TextWindow;
  readonly #size: number;
  #next = 0;
  /** All starts below this have been tried. */
  #triedTo = 0;

  constructor(index: CorpusIndex, segment: number, { plan, driver, hits }: Trial) {
    const source = index.segments[segment]!;
    this.#documents = index.documents;
    this.#segment = segment;
    this.#plan = plan;
    this.#hits = hits;
    this.#driver = driver;
    this.#positions = driver && index.matches.positionsIn(driver.match, segment);
    this.#window = new TextWindow(source);
    this.#size = this.#positions?.length ?? source.characters;
  }

  get isDone(): boolean {
    return this.#next === this.#size;
  }

  /** Tries candidates up to the cost `work`. Returns how many were tried and what that cost. */
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

  /** Tries every start of a match that a candidate at `place` allows. Returns whether text had to be read. */
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
    if (this.#driver === undefined && !this.#documents.isLive(this.#segment, occurrence.position)) return;
    this.#hits.add(this.#segment, occurrence.position, found.end - found.start);
  }
}
