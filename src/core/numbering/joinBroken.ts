import type { NumberedSeries } from '../parallel/numberedSeries.ts';

/**
 * The series of a scan, in which those are joined that were one series before somebody moved, pasted or deleted items: «一、», «四、», «三、», or
 * a lone «一、» before «一、», «二、». A series that begins again with its first number is a new one, except «（一）» under the same «一、».
 */
export function joinBroken(scanned: readonly NumberedSeries[]): NumberedSeries[] {
  const joined = new Map<NumberedSeries, NumberedSeries>();
  const result: NumberedSeries[] = [];
  for (const series of scanned) {
    const parent = series.parent && joined.get(series.parent);
    const before = result.findLast(other => other.style === series.style && isBeside(other, parent, series));
    if (before && goesOn(before, series, parent)) {
      before.members.push(...series.members);
      before.end = series.end;
      joined.set(series, before);
      continue;
    }
    const copy: NumberedSeries = { ...series, members: [...series.members], parent };
    joined.set(series, copy);
    result.push(copy);
  }
  return result;
}

/** Whether the last item of `before` and the first item of `series` are inside the same item of `parent`. */
function isBeside(before: NumberedSeries, parent: NumberedSeries | undefined, series: NumberedSeries): boolean {
  if (before.parent !== parent) return false;
  const last = before.members.at(-1)!.marker.start;
  const first = series.members[0]!.marker.start;
  return !parent?.members.some(({ marker }) => marker.start > last && marker.start <= first);
}

function goesOn(before: NumberedSeries, series: NumberedSeries, parent: NumberedSeries | undefined): boolean {
  const first = series.members[0]!.marker;
  const last = before.members.at(-1)!.marker;
  if (first.place !== 'line' || last.place !== 'line' || first.suffix !== last.suffix) return false;
  if (first.ordinal > 1) return true;
  const isNumber = series.style !== 'dash' && series.style !== 'quoted';
  if (last.ordinal === 1 && isNumber) return true;
  return series.style === 'heading2' && parent?.style === 'heading1';
}
