// Series of the corpus as rows of a list. Pure: data in, texts out.

import type { SeriesLikeResult } from '../../core/service/seriesLike.ts';
import type { CorpusSeries } from '../../core/service/seriesLookup.ts';
import { t } from '../../vscode/messages.ts';
import { shorten } from '../../vscode/shorten.ts';
import { countedSource } from '../provenance/provenanceText.ts';

/** Rows of series that share the same with the one searched for. */
export interface SeriesRows {
  readonly heading: string;
  readonly rows: readonly SeriesRow[];
}

export interface SeriesRow {
  readonly label: string;
  /** On a line of its own, since the members fill the first. */
  readonly detail: string;
  readonly series: CorpusSeries;
}

const longestMember = 16;

export function seriesRows({ frame, members, groups }: SeriesLikeResult): SeriesRows[] {
  return groups.map(({ by, series }) => ({
    heading: t(`seriesLike.${by}`, frame ?? members[0] ?? ''),
    rows: series.map(rowOf),
  }));
}

function rowOf(series: CorpusSeries): SeriesRow {
  const { members, documents, provenance } = series;
  return {
    label: members.map(({ text }) => shorten(text, longestMember)).join(' ｜ '),
    detail: countedSource(documents, provenance),
    series,
  };
}
