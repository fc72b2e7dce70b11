import type { Span } from '../text/span.ts';
import type { Run } from './members.ts';
import { SERIES_FAMILIES, type SeriesMember } from './parallelSeries.ts';

interface Reading extends Span {
  readonly members: readonly SeriesMember[];
}

/**
 * Of `runs`, those that do not cut across each other nor across the `certain` readings: more members win, then the family of
 * precedence. A reading may stand inside one member of another. O(runs²) of one sentence.
 */
export function bestOf(certain: readonly Reading[], runs: readonly Run[]): Run[] {
  const kept: Reading[] = [...certain];
  const best: Run[] = [];
  for (const run of [...runs].sort(byTrust)) {
    const reading = { members: run.members, start: run.members[0]!.start, end: run.members.at(-1)!.end };
    if (kept.some(other => cutsAcross(other, reading))) continue;
    kept.push(reading);
    best.push(run);
  }
  return best;
}

function byTrust(a: Run, b: Run): number {
  return b.members.length - a.members.length || SERIES_FAMILIES.indexOf(a.family) - SERIES_FAMILIES.indexOf(b.family);
}

function cutsAcross(a: Reading, b: Reading): boolean {
  if (a.end <= b.start || b.end <= a.start) return false;
  return !a.members.some(member => holds(member, b)) && !b.members.some(member => holds(member, a));
}

function holds(member: Span, { start, end }: Span): boolean {
  return member.start <= start && end <= member.end;
}
