import type { Suggestion } from '../../core/complete/suggestion.ts';

/**
 * Whether the suggestion consists of words of the corpus with a source: no marker, blank or card, and nothing that occurs only in the
 * draft.
 */
export function isOfCorpus({ kind, provenance }: Suggestion): boolean {
  return provenance !== undefined && kind !== 'card';
}

/** The next marker, member or blank of a parallel series. */
export function isOfSeries({ kind }: Suggestion): boolean {
  return kind.startsWith('series-');
}
