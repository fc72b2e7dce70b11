import type { Card } from '../cards/card.ts';
import { cardLines } from '../cards/cardLines.ts';
import { RecentMap } from '../collections/recentMap.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import { Concordance, type ConcordanceLine, type ConcordanceRequest, type ConcordanceResult } from './concordance.ts';
import { FactTable } from './documentFacts.ts';
import { isFiltering } from './facets.ts';

/** Number of queries cached, since the lines of one are requested page by page. */
const REMEMBERED = 4;

/**
 * Answers requests for concordances of an index, with the lines of the user's cards before those of the corpus. The latest ones are cached.
 */
export class Concordances {
  readonly #index: CorpusIndex;
  readonly #facts: FactTable;
  readonly #cards: () => readonly Card[];
  readonly #latest = new RecentMap<string, Concordance>(REMEMBERED);

  constructor(index: CorpusIndex, cards: () => readonly Card[] = () => []) {
    this.#index = index;
    this.#cards = cards;
    this.#facts = new FactTable(index);
  }

  /** @throws QueryError */
  answer(request: ConcordanceRequest): ConcordanceResult {
    const { query } = request;
    if (query === '')
      return { query, occurrences: 0, documents: 0, inCards: 0, listed: 0, isComplete: true, progress: 1, lines: [] };
    const concordance = this.#latest.refreshOrMake(query, () => new Concordance(this.#index, this.#facts, query));
    const { offset = 0, limit = 0 } = request;
    const fromCards = this.#linesOfCards(request);
    const shown = fromCards.slice(offset, offset + limit);
    const result = concordance.answer({
      ...request,
      offset: Math.max(0, offset - fromCards.length),
      limit: limit - shown.length,
    });
    const listed = result.listed + fromCards.length;
    return { ...result, inCards: fromCards.length, listed, lines: [...shown, ...result.lines] };
  }

  /** Filters select speeches, so no card passes one. */
  #linesOfCards({ query, filter = {}, sort = 'document' }: ConcordanceRequest): ConcordanceLine[] {
    if (isFiltering(filter)) return [];
    const lines = cardLines(this.#cards(), query);
    if (sort !== 'document') return lines;
    const counts = new Map<string, number>();
    for (const { documentId } of lines) counts.set(documentId, (counts.get(documentId) ?? 0) + 1);
    return lines.map(line => ({ ...line, inDocument: counts.get(line.documentId)! }));
  }
}
