import type { ParallelSeries } from '../../../src/core/parallel/parallelSeries.ts';
import { type GoldSeries, seriesKey } from './gold.ts';

/** What became of one series that was labelled, found, or both. */
export interface Outcome {
  readonly family: string;
  /** Family and members, for people. */
  readonly series: string;
  readonly result: 'right' | 'wrong' | 'missed';
  /** A careful second reader might leave the label out. Never so for what is wrong. */
  readonly debatable: boolean;
}

export interface Counts {
  right: number;
  wrong: number;
  missed: number;
}

/** A found series is right if family and members are those of a label. */
export function seriesOutcomes(found: readonly ParallelSeries[], labels: readonly GoldSeries[]): Outcome[] {
  const wanted = labelsByKey(labels);
  const predicted = new Map(found.map(series => [keyOf(series), series.family]));
  return [
    ...[...predicted].map(([series, family]): Outcome => {
      const label = wanted.get(series);
      return { family, series, result: label ? 'right' : 'wrong', debatable: label?.debatable ?? false };
    }),
    ...[...wanted]
      .filter(([series]) => !predicted.has(series))
      .map(([series, { family, debatable }]): Outcome => ({ family, series, result: 'missed', debatable })),
  ];
}

/** By family. Without the debatable ones, neither are they asked for nor held against. */
export function countByFamily(outcomes: readonly Outcome[], withDebatable: boolean): Map<string, Counts> {
  const counts = new Map<string, Counts>();
  for (const { family, result, debatable } of outcomes) {
    if (debatable && !withDebatable) continue;
    const known = counts.get(family) ?? { right: 0, wrong: 0, missed: 0 };
    counts.set(family, known);
    known[result]++;
  }
  return counts;
}

export function total(counts: Iterable<Counts>): Counts {
  const sum = { right: 0, wrong: 0, missed: 0 };
  for (const one of counts) for (const name of ['right', 'wrong', 'missed'] as const) sum[name] += one[name];
  return sum;
}

/** Precision, recall and F1, `NaN` where there is nothing to divide by. */
export function rates({ right, wrong, missed }: Counts): readonly [precision: number, recall: number, f1: number] {
  return [right / (right + wrong), right / (right + missed), (2 * right) / (2 * right + wrong + missed)];
}

/** Labels by what they are compared by. A series mentioned twice is debatable if both mentions are. */
export function labelsByKey(series: readonly GoldSeries[]): Map<string, GoldSeries> {
  const labels = new Map<string, GoldSeries>();
  for (const one of series) {
    const key = seriesKey(one.family, one.members);
    if (labels.get(key)?.debatable !== false) labels.set(key, one);
  }
  return labels;
}

export function keyOf({ family, members }: ParallelSeries): string {
  return seriesKey(
    family,
    members.map(({ text }) => text),
  );
}
