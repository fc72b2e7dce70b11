import { isCounted, renderMarker } from '../parallel/markers.ts';
import type { NumberedSeries } from '../parallel/numberedSeries.ts';
import type { Check } from './checkContext.ts';
import type { Finding, Fix } from './finding.ts';
import { strayBetween } from './mixedMarkers.ts';

/**
 * Numbers left out or written twice: «一是…三是…» → 缺“二是”, with a fix that counts on from there. A series that begins later than
 * with one is a fragment and no slip.
 */
export const ordinals: Check = ({ text, scan }) =>
  scan.series.filter(({ style }) => isCounted(style)).flatMap(series => slipsOf(text, series));

function slipsOf(text: string, series: NumberedSeries): Finding[] {
  return series.members.slice(1).flatMap((member, index): Finding[] => {
    const { marker } = member;
    const before = series.members[index]!.marker;
    const expected = before.ordinal + 1;
    if (marker.ordinal === expected || strayBetween(text, series.members[index]!, member)) return [];
    const { start, end } = marker;
    const fixes = [countedFrom(series, index + 1)];
    if (marker.ordinal === before.ordinal)
      return [{ kind: 'ordinal-repeated', start, end, message: `序号“${marker.text}”重复`, fixes }];
    const missing = renderMarker(marker, expected) ?? String(expected);
    return [{ kind: 'ordinal-missing', start, end, message: `序号不连续：“${marker.text}”前缺“${missing}”`, fixes }];
  });
}

/** Renumbers the members from `from` on consecutively. */
function countedFrom({ members }: NumberedSeries, from: number): Fix {
  const first = members[from - 1]!.marker.ordinal + 1;
  const edits = members.slice(from).flatMap(({ marker }, index) => {
    const newText = renderMarker(marker, first + index);
    return newText === undefined || newText === marker.text ? [] : [{ start: marker.start, end: marker.end, newText }];
  });
  return { title: `从“${members[from]!.marker.text}”起重新编号`, edits };
}
