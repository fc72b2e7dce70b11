// What the host and the page of the concordance say to each other.

/** Sorts, parts and facets as the service names them. */
export const sorts = ['document', 'after', 'before', 'date'] as const;
export const parts = ['dispersion', 'years', 'collocates', 'clusters'] as const;
export const facets = ['year', 'speaker', 'occasion', 'level', 'kind', 'function'] as const;
export type Sort = (typeof sorts)[number];
export type Part = (typeof parts)[number];
export type FacetName = (typeof facets)[number];

/** Chosen values by facet. */
export type Filter = { readonly [F in FacetName]?: readonly string[] };

export interface ConcordanceTexts {
  readonly title: string;
  readonly placeholder: string;
  readonly empty: string;
  readonly help: readonly { readonly term: string; readonly meaning: string }[];
  readonly sorts: Readonly<Record<Sort, string>>;
  readonly tabs: Readonly<Record<'lines' | Part, string>>;
  readonly facets: Readonly<Record<FacetName, string>>;
  readonly labels: Readonly<Record<Label, string>>;
}

export const labels = [
  'sort',
  'helpTitle',
  'close',
  'unknown',
  'lines',
  'source',
  'before',
  'match',
  'loading',
  'remove',
  'document',
  'occurrences',
  'documents',
  'year',
  'perMillion',
  'corpusDocuments',
  'yearsNote',
  'word',
  'logDice',
  'wordsBefore',
  'wordsAfter',
  'cluster',
  'filters',
  'keys',
] as const;
export type Label = (typeof labels)[number];

/** A line of the concordance, as it is shown. */
export interface LineRow {
  readonly title: string;
  /** «李文山 · 2024-03» */
  readonly detail: string;
  /** Lines of the same document; only where lines are together by document. */
  readonly inDocument?: number;
  readonly documentId: string;
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

export interface FacetRow {
  readonly facet: FacetName;
  readonly values: readonly { readonly value: string; readonly occurrences: number }[];
}

export interface DocumentRow {
  readonly title: string;
  readonly detail: string;
  readonly occurrences: number;
  readonly bins: readonly number[];
}

export interface YearRow {
  readonly year: string;
  readonly occurrences: number;
  readonly documents: number;
  readonly corpusDocuments: number;
  /** Per million characters of the year's documents. */
  readonly perMillion: number;
  /** So few documents that the figure says little. */
  readonly isThin: boolean;
}

export interface WordRow {
  readonly word: string;
  readonly occurrences: number;
  readonly logDice: string;
}

export interface ClusterRow {
  readonly text: string;
  readonly occurrences: number;
  readonly documents: number;
}

/** All but `texts` and `open` answer the search of that number. */
export type ToConcordance =
  | { readonly type: 'texts'; readonly texts: ConcordanceTexts }
  /** Show this query and search for it. */
  | { readonly type: 'open'; readonly query: string }
  | {
      readonly type: 'state';
      readonly search: number;
      readonly status: string;
      readonly isError: boolean;
      readonly isComplete: boolean;
      /** Lines that can be asked for. */
      readonly listed: number;
    }
  | { readonly type: 'lines'; readonly search: number; readonly offset: number; readonly lines: readonly LineRow[] }
  | { readonly type: 'facets'; readonly search: number; readonly facets: readonly FacetRow[] }
  | {
      readonly type: 'dispersion';
      readonly search: number;
      readonly rows: readonly DocumentRow[];
      readonly note: string;
    }
  | { readonly type: 'years'; readonly search: number; readonly rows: readonly YearRow[] }
  | {
      readonly type: 'collocates';
      readonly search: number;
      readonly before: readonly WordRow[];
      readonly after: readonly WordRow[];
      readonly note: string;
    }
  | { readonly type: 'clusters'; readonly search: number; readonly rows: readonly ClusterRow[]; readonly note: string };

export type FromConcordance =
  | {
      readonly type: 'search';
      readonly search: number;
      readonly query: string;
      readonly sort: Sort;
      readonly filter: Filter;
    }
  | { readonly type: 'lines'; readonly search: number; readonly offset: number; readonly limit: number }
  | { readonly type: 'part'; readonly search: number; readonly part: Part }
  /** What to do with a line. */
  | { readonly type: 'openLine' | 'copyLine' | 'insertLine'; readonly row: number }
  /** The document of a row of the dispersion, by its place in the list. */
  | { readonly type: 'openDocument'; readonly row: number }
  /** Search for the text of a cluster, by its place in the list. */
  | { readonly type: 'openCluster'; readonly row: number }
  | { readonly type: 'export' };

const longestQuery = 400;
const mostLines = 200;
const mostValues = 100;

export function readFromConcordance(message: unknown): FromConcordance | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { type, search, query, sort, filter, offset, limit, part, row } = message as Record<string, unknown>;
  switch (type) {
    case 'search': {
      const known = readFilter(filter);
      if (!isCount(search) || !isText(query, longestQuery) || !isOneOf(sorts, sort) || known === undefined) break;
      return { type, search, query, sort, filter: known };
    }
    case 'lines':
      if (!isCount(search) || !isCount(offset) || !isCount(limit) || limit > mostLines) break;
      return { type, search, offset, limit };
    case 'part':
      return isCount(search) && isOneOf(parts, part) ? { type, search, part } : undefined;
    case 'openLine':
    case 'copyLine':
    case 'insertLine':
    case 'openDocument':
    case 'openCluster':
      return isCount(row) ? { type, row } : undefined;
    case 'export':
      return { type };
  }
  return undefined;
}

function readFilter(value: unknown): Filter | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const filter: { [F in FacetName]?: string[] } = {};
  for (const [facet, values] of Object.entries(value)) {
    if (!isOneOf(facets, facet) || !Array.isArray(values) || values.length > mostValues) return undefined;
    if (!values.every(each => isText(each, longestQuery))) return undefined;
    filter[facet] = values;
  }
  return filter;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.length <= longest;
}

function isOneOf<T extends string>(values: readonly T[], value: unknown): value is T {
  return values.includes(value as T);
}
