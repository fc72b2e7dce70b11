import type { CorpusIndex } from '../index/corpusIndex.ts';
import { Concordance, type ConcordanceRequest, type ConcordanceResult } from './concordance.ts';
import { FactTable } from './documentFacts.ts';

/** Queries remembered: the lines of one are asked for page by page. */
const REMEMBERED = 4;

/** The concordances of an index that were asked for last. */
export class Concordances {
  readonly #index: CorpusIndex;
  readonly #facts: FactTable;
  readonly #latest = new Map<string, Concordance>();

  constructor(index: CorpusIndex) {
    this.#index = index;
    this.#facts = new FactTable(index);
  }

  /** @throws QueryError */
  answer(request: ConcordanceRequest): ConcordanceResult {
    const { query } = request;
    if (query === '')
      return { query, occurrences: 0, documents: 0, listed: 0, isComplete: true, progress: 1, lines: [] };
    const concordance = this.#latest.get(query) ?? new Concordance(this.#index, this.#facts, query);
    this.#latest.delete(query); // put back below as the latest
    this.#latest.set(query, concordance);
    if (this.#latest.size > REMEMBERED) this.#latest.delete(this.#latest.keys().next().value!);
    return concordance.answer(request);
  }
}
