import { compareText } from '../collections/compareText.ts';
import { FACETS, type Facet, type FactTable } from './documentFacts.ts';
import type { HitDocuments } from './hitDocuments.ts';

/** Selected values of each facet: a line passes if, for every given facet, it has one of the selected values. */
export type ConcordanceFilter = { readonly [F in Facet]?: readonly string[] };

/** A value of a facet, and how many lines have it. */
export interface FacetValue {
  /** Empty if unknown. */
  readonly value: string;
  readonly occurrences: number;
}

/** For every facet, its values among the lines that pass the other facets, most frequent first; years latest first. */
export type FacetCounts = { readonly [F in Facet]: readonly FacetValue[] };

/** At most this many values of a facet are listed; there may be thousands of speakers. */
const MAX_VALUES = 40;

/** Whether a value of any facet is selected. */
export function isFiltering(filter: ConcordanceFilter): boolean {
  return FACETS.some(facet => (filter[facet]?.length ?? 0) > 0);
}

/** The hits that pass the filter, in their order, and the counts of the facets. */
export function applyFilter(
  facts: FactTable,
  documents: HitDocuments,
  filter: ConcordanceFilter,
): { readonly passing: readonly number[]; readonly counts: FacetCounts } {
  const wanted = FACETS.map(facet => (filter[facet]?.length ? new Set(filter[facet]) : undefined));
  const counts = FACETS.map(() => new Map<string, number>());
  const passing: number[] = [];
  for (let hit = 0; hit < documents.hits.size; hit++) {
    const values = valuesOf(facts, documents, hit);
    const missed = values.filter((value, i) => wanted[i] !== undefined && !wanted[i].has(value)).length;
    if (missed === 0) passing.push(hit);
    if (missed > 1) continue;
    values.forEach((value, i) => {
      const isMissed = wanted[i] !== undefined && !wanted[i].has(value);
      // A facet is counted among what the other facets let through.
      if (missed === 0 || isMissed) counts[i]!.set(value, (counts[i]!.get(value) ?? 0) + 1);
    });
  }
  const sorted = FACETS.map((facet, i) => [facet, listed(facet, counts[i]!)] as const);
  return { passing, counts: Object.fromEntries(sorted) as unknown as FacetCounts };
}

function valuesOf(facts: FactTable, documents: HitDocuments, hit: number): string[] {
  const { place, offset } = documents.placeOf(hit);
  const { facets } = facts.of(place);
  return FACETS.map(facet => (facet === 'function' ? (facts.functionAt(place, offset) ?? '') : facets[facet]));
}

function listed(facet: Facet, counts: ReadonlyMap<string, number>): FacetValue[] {
  const values = Array.from(counts, ([value, occurrences]) => ({ value, occurrences }));
  values.sort((a, b) =>
    facet === 'year' ? compareText(b.value, a.value) : b.occurrences - a.occurrences || compareText(a.value, b.value),
  );
  return values.slice(0, MAX_VALUES);
}
