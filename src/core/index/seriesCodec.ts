import { type ParallelSeries, SERIES_FAMILIES, type SeriesScope } from '../parallel/parallelSeries.ts';

/** Position in this list is what is stored: add at the end only. */
const SCOPES: readonly SeriesScope[] = ['sentence', 'paragraph', 'paragraphs', 'sections'];

/**
 * A series without the words that the document's text has anyway. `places` are differences: start of the series, its
 * length, then start and length of each member, every start counted from the one before.
 */
type PackedSeries = readonly [
  family: number,
  scope: number,
  places: readonly number[],
  markers: readonly string[],
  frame?: string,
];

export function encodeSeries(series: readonly ParallelSeries[]): Uint8Array {
  const packed = series.map(({ family, scope, start, end, members, markers, frame }) => {
    const places = [start, end - start];
    let last = start;
    for (const member of members) {
      places.push(member.start - last, member.end - member.start);
      last = member.start;
    }
    const one = [SERIES_FAMILIES.indexOf(family), SCOPES.indexOf(scope), places, markers] as const;
    return frame === undefined ? one : [...one, frame];
  });
  return new TextEncoder().encode(JSON.stringify(packed));
}

/** @param text clean text of the document the series stand in */
export function decodeSeries(bytes: Uint8Array, text: string): ParallelSeries[] {
  const packed = JSON.parse(new TextDecoder().decode(bytes)) as readonly PackedSeries[];
  return packed.map(([family, scope, places, markers, frame]) => {
    const [start, length] = places as [number, number];
    let at = start;
    const members = [];
    for (let i = 2; i < places.length; i += 2) {
      at += places[i]!;
      members.push({ start: at, end: at + places[i + 1]!, text: text.slice(at, at + places[i + 1]!) });
    }
    return {
      family: SERIES_FAMILIES[family]!,
      scope: SCOPES[scope]!,
      start,
      end: start + length,
      markers,
      members,
      ...(frame !== undefined && { frame }),
    };
  });
}
