// The answers of the tools for an assistant. Pure: answers of the service in, plain data out. File names are not included: a title is
// enough to cite.

import type { KwicLine, Provenance } from '../../core/document/provenance.ts';
import type { CorpusSeries } from '../../core/service/seriesLookup.ts';
import type { LookupResult } from '../../core/service/speechService.ts';
import { sectionsAt } from '../../core/structure/outline.ts';
import type { Section } from '../../core/structure/section.ts';

/** At most this many UTF-16 units of a section are given to an assistant. */
const longestSection = 4000;

export interface Citation {
  readonly documentId: string;
  readonly title: string;
  readonly speaker?: string;
  readonly occasion?: string;
  readonly date?: string;
  readonly section: string;
  readonly start: number;
  readonly end: number;
  readonly attributedTo?: string;
}

export function citation(provenance: Provenance): Citation {
  const { documentId, title, speaker, occasion, date, sectionPath, start, end, attributedTo } = provenance;
  return {
    documentId,
    title,
    ...(speaker !== undefined && { speaker }),
    ...(occasion !== undefined && { occasion }),
    ...(date !== undefined && { date }),
    section: sectionPath.join(' › '),
    start,
    end,
    ...(attributedTo !== undefined && { attributedTo }),
  };
}

/** @param similar phrases of the corpus that resemble one that it has not */
export function phraseAnswer(
  { phrase, documents, occurrences, hits }: LookupResult,
  similar: readonly string[],
): object {
  const sources = hits.map((hit: KwicLine) => ({
    text: `${hit.before}${hit.match}${hit.after}`,
    source: citation(hit),
  }));
  return { phrase, documents, occurrences, sources, ...(similar.length > 0 && { similar }) };
}

export function seriesAnswer(series: readonly CorpusSeries[]): object {
  return {
    series: series.map(({ family, members, documents, provenance }) => ({
      family,
      members: members.map(({ text }) => text),
      documents,
      source: citation(provenance),
    })),
  };
}

/** The innermost section of `text` around `offset`, shortened to what an assistant may read. */
export function sectionAnswer(title: string, text: string, sections: readonly Section[], offset: number): object {
  const path = sectionsAt(sections, offset);
  const section = path.at(-1);
  const { start, end } = section ?? { start: 0, end: text.length };
  const isCut = end - start > longestSection;
  return {
    title,
    section: path.map(each => each.title).join(' › '),
    text: text.slice(start, Math.min(end, start + longestSection)),
    ...(isCut && { isCut }),
  };
}
