import type { Suggestion } from '../../core/complete/suggestion.ts';

/** Words of the corpus, whose source can be looked up: no marker, blank or card, and nothing that only the draft itself has said. */
export function isOfCorpus({ kind, provenance }: Suggestion): boolean {
  return provenance !== undefined && kind !== 'card';
}

/** The next marker, member or blank of a parallel series. */
export function isOfSeries({ kind }: Suggestion): boolean {
  return kind.startsWith('series-');
}
