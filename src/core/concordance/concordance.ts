import type { KwicLine } from '../document/provenance.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import { type Clusters, clusters } from './clusters.ts';
import { type Collocates, collocates } from './collocates.ts';
import { type DocumentDispersion, dispersion, frequencyByYear, type YearFrequency } from './distribution.ts';
import type { FactTable } from './documentFacts.ts';
import { applyFilter, type ConcordanceFilter, type FacetCounts, isFiltering } from './facets.ts';
import { HitDocuments } from './hitDocuments.ts';
import { type ConcordanceSort, sortHits } from './order.ts';
import { Search } from './search.ts';

/** What can be requested besides the lines. */
export const CONCORDANCE_PARTS = ['facets', 'years', 'dispersion', 'collocates', 'clusters'] as const;
export type ConcordancePart = (typeof CONCORDANCE_PARTS)[number];

/** Asks for lines of a concordance, and for what is to be counted of it. */
export interface ConcordanceRequest {
  /** See `core/query/DESIGN.md`; plain text is a query too. */
  readonly query: string;
  /** The most lines to return, beginning with line `offset` of those that pass the filter. */
  readonly limit?: number;
  readonly offset?: number;
  readonly sort?: ConcordanceSort;
  readonly filter?: ConcordanceFilter;
  readonly include?: readonly ConcordancePart[];
  /** Whether to do only a slice of the work, some tens of milliseconds. Repeated requests do more, until `isComplete`. */
  readonly isPartial?: boolean;
}

/** A line of a concordance. */
export interface ConcordanceLine extends KwicLine {
  /** Number of lines in the same document, if lines are sorted by document. */
  readonly inDocument?: number;
}

/** The lines of a concordance that were asked for, and what was counted. */
export interface ConcordanceResult {
  readonly query: string;
  /** Occurrences in the whole corpus, regardless of the filter, as far as they have been found. */
  readonly occurrences: number;
  /** Number of documents with lines that can be paged through. */
  readonly documents: number;
  /** Number of lines from the user's cards, which come before all others; none if a filter is set. */
  readonly inCards: number;
  /**
   * Number of lines that can be paged through: those from cards and those that pass the filter. If there are more than
   * `MAX_HITS` occurrences, every second, fourth … one is listed.
   */
  readonly listed: number;
  /** False while a partial search goes on; until then lines are in the order in which they were found, and parts are missing. */
  readonly isComplete: boolean;
  /** Completed share of the search, 0 … 1. */
  readonly progress: number;
  readonly lines: readonly ConcordanceLine[];
  readonly facets?: FacetCounts;
  readonly years?: readonly YearFrequency[];
  readonly dispersion?: readonly DocumentDispersion[];
  readonly collocates?: Collocates;
  readonly clusters?: Clusters;
}

/** The answer of the corpus, without cards. */
export type CorpusConcordance = Omit<ConcordanceResult, 'inCards'>;

/** Work of a partial request, some tens of milliseconds: candidates tried, and documents read for facets. */
const SLICE_CANDIDATES = 20_000;
const SLICE_DOCUMENTS = 150;

/** The lines that pass a filter, with the counts of the facets if they were requested or needed. */
interface Choice {
  readonly hits: readonly number[];
  readonly counts?: FacetCounts;
}

/** The occurrences of one query: found step by step, filtered, sorted and counted. Results are kept for the next page. */
export class Concordance {
  readonly #index: CorpusIndex;
  readonly #facts: FactTable;
  readonly #query: string;
  readonly #search: Search;
  #documents: HitDocuments | undefined;
  readonly #choices = new Latest<Choice>();
  readonly #orders = new Latest<readonly number[]>();

  /**
   * @param query not empty
   * @throws QueryError
   */
  constructor(index: CorpusIndex, facts: FactTable, query: string) {
    this.#index = index;
    this.#facts = facts;
    this.#query = query;
    this.#search = new Search(index, query);
  }

  answer(request: ConcordanceRequest): CorpusConcordance {
    const { limit = 0, offset = 0, sort = 'document', filter = {}, include = [], isPartial = false } = request;
    const needsFacts = isFiltering(filter) || include.includes('facets');
    if (!this.#search.isComplete) this.#search.advance(isPartial ? SLICE_CANDIDATES : Number.POSITIVE_INFINITY);
    if (!this.#search.isComplete) return this.#unfinished(isFiltering(filter) ? 0 : limit, offset);
    const documents = this.#hitDocuments();
    if (needsFacts && !this.#readFacts(documents, isPartial ? SLICE_DOCUMENTS : Number.POSITIVE_INFINITY)) {
      return this.#unfinished(isFiltering(filter) ? 0 : limit, offset);
    }
    if (!needsFacts && include.length === 0 && sort === 'document') return this.#all(documents, limit, offset);
    const { hits, counts } = this.#choose(documents, filter, needsFacts);
    const key = JSON.stringify([sort, filter]);
    const sorted = this.#orders.get(key, () => sortHits(this.#index, this.#search.hits, hits, sort));
    const perDocument = documents.counts(hits);
    const lines = sorted.slice(offset, offset + limit).map(hit => ({
      ...this.#line(hit),
      ...(sort === 'document' && { inDocument: perDocument[documents.numberOf(hit)]! }),
    }));
    return {
      ...this.#state(),
      documents: perDocument.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0),
      listed: hits.length,
      lines,
      ...(include.includes('facets') && counts && { facets: counts }),
      ...this.#parts(documents, hits, include),
    };
  }

  #state(): Pick<ConcordanceResult, 'query' | 'occurrences' | 'isComplete' | 'progress'> {
    const { isComplete, progress, hits } = this.#search;
    return { query: this.#query, occurrences: hits.total, isComplete, progress };
  }

  /** The answer while the search goes on. */
  #unfinished(limit: number, offset: number): CorpusConcordance {
    const { hits } = this.#search;
    const last = Math.min(hits.size, offset + limit);
    const lines = Array.from({ length: Math.max(0, last - offset) }, (_, i) => this.#line(offset + i));
    const documents = new HitDocuments(this.#index, hits).size;
    return { ...this.#state(), isComplete: false, documents, listed: hits.size, lines };
  }

  /** All hits in their order, without building a list of them: the first request for a query. */
  #all(documents: HitDocuments, limit: number, offset: number): CorpusConcordance {
    const { size } = documents.hits;
    const shown = Math.max(0, Math.min(limit, size - offset));
    const lines = Array.from({ length: shown }, (_, i) => ({
      ...this.#line(offset + i),
      inDocument: documents.count(documents.numberOf(offset + i)),
    }));
    return { ...this.#state(), documents: documents.size, listed: size, lines };
  }

  #hitDocuments(): HitDocuments {
    this.#documents ??= new HitDocuments(this.#index, this.#search.hits);
    return this.#documents;
  }

  /** Reads the facts of at most `limit` more documents; returns whether all are known. */
  #readFacts(documents: HitDocuments, limit: number): boolean {
    let read = 0;
    for (let number = 0; number < documents.size; number++) {
      const place = documents.place(number);
      if (this.#facts.has(place)) continue;
      if (read++ === limit) return false;
      this.#facts.of(place);
    }
    return true;
  }

  #choose(documents: HitDocuments, filter: ConcordanceFilter, needsFacts: boolean): Choice {
    if (!needsFacts) {
      const every = (): Choice => ({ hits: Array.from({ length: this.#search.hits.size }, (_, hit) => hit) });
      return { hits: this.#choices.get('', every).hits };
    }
    return this.#choices.get(JSON.stringify(filter), () => {
      const { passing, counts } = applyFilter(this.#facts, documents, filter);
      return { hits: passing, counts };
    });
  }

  #line(hit: number): KwicLine {
    const place = this.#search.hits.at(hit);
    return this.#index.provenances.kwicLine(place, place.length);
  }

  #parts(
    documents: HitDocuments,
    hits: readonly number[],
    include: readonly ConcordancePart[],
  ): Pick<ConcordanceResult, 'years' | 'dispersion' | 'collocates' | 'clusters'> {
    const wants = (part: ConcordancePart): boolean => include.includes(part);
    const total = (this.#search.hits.total * hits.length) / Math.max(1, this.#search.hits.size);
    return {
      ...(wants('years') && { years: frequencyByYear(this.#index, documents, hits) }),
      ...(wants('dispersion') && { dispersion: dispersion(this.#facts, documents, hits) }),
      ...(wants('collocates') && { collocates: collocates(this.#index, this.#search.hits, hits, total) }),
      ...(wants('clusters') && { clusters: clusters(this.#index.text, documents, hits, this.#query) }),
    };
  }
}

/** Caches the latest value with its key. */
class Latest<T> {
  #key: string | undefined;
  #value: T | undefined;

  get(key: string, work: () => T): T {
    if (this.#key !== key) {
      this.#value = work();
      this.#key = key;
    }
    return this.#value as T;
  }
}
