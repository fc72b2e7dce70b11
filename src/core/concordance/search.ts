import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { Matches } from '../index/matches.ts';
import { parseQuery } from '../query/parse.ts';
import { type Anchor, planSearch, type SearchPlan } from '../query/plan.ts';
import { Hits } from './hits.ts';
import { type Driver, SegmentCandidates } from './segmentCandidates.ts';

/**
 * A search that is done piece by piece, so that other requests need not wait for all of it. The rarest text of the
 * query drives it: its places are read from the suffix array, and the query is tried in the text around each of them,
 * segment by segment in text order. A query without text is tried at every place of the corpus.
 */
export class Search {
  readonly hits = new Hits();
  readonly #index: CorpusIndex;
  readonly #plan: SearchPlan;
  readonly #driver: Driver | undefined;
  /** Number of all candidates: occurrences of the driver, or units of text. */
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

  /** Completed share of the work, 0 … 1. */
  get progress(): number {
    return this.isComplete ? 1 : this.#tried / Math.max(1, this.#candidates);
  }

  /**
   * Does more of the search. `work` is measured in candidates tried. A place tried for a query without text counts less
   * than one, a read of text counts more.
   */
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
    const trial = { plan: this.#plan, driver: this.#driver, hits: this.hits };
    return new SegmentCandidates(this.#index, segment, trial);
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
