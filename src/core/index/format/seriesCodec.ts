import { type ParallelSeries, SERIES_FAMILIES, type SeriesScope } from '../../parallel/parallelSeries.ts';
import { CLOSE_ARRAY, COMMA, numberAt, OPEN_ARRAY, skipValue } from './jsonBytes.ts';

const decoder = new TextDecoder();

/** The index in this list is what is stored, so new scopes are added at the end only. */
const SCOPES: readonly SeriesScope[] = ['sentence', 'paragraph', 'paragraphs', 'sections'];

/**
 * A series as it is stored: without the words, which are read from the document's text. `places` holds the start of the
 * series and its length, then the start and length of each member. Every start is written as its difference from the
 * one before.
 */
export type PackedSeries = readonly [
  family: number,
  scope: number,
  places: readonly number[],
  markers: readonly string[],
  frame?: string,
];

/** The series of a document as bytes, to be read by `decodeSeries` or `seriesFrom`. */
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

/**
 * Reads all series of a document.
 * @param text clean text of that document
 */
export function decodeSeries(bytes: Uint8Array, text: string): ParallelSeries[] {
  return parseSeries(bytes).map(packed => unpackSeries(packed, (start, end) => text.slice(start, end)));
}

function parseSeries(bytes: Uint8Array): readonly PackedSeries[] {
  return JSON.parse(decoder.decode(bytes)) as readonly PackedSeries[];
}

/**
 * The series of a document that begin at `offset` or have a member that begins there. Only these are parsed, since a
 * document may have hundreds.
 */
export function seriesFrom(bytes: Uint8Array, offset: number): PackedSeries[] {
  const found: PackedSeries[] = [];
  for (let at = bytes.indexOf(OPEN_ARRAY, 1); at > 0; at = bytes.indexOf(OPEN_ARRAY, at)) {
    const scope = bytes.indexOf(COMMA, at) + 1;
    const start = bytes.indexOf(COMMA, scope) + 2;
    const distance = offset - numberAt(bytes, start);
    if (distance < 0) break; // they are in the order of their starts
    const length = bytes.indexOf(COMMA, start) + 1;
    const end = seriesEnd(bytes, length);
    if (distance <= numberAt(bytes, length)) {
      const packed = JSON.parse(decoder.decode(bytes.subarray(at, end))) as PackedSeries;
      if (beginsAt(packed, offset)) found.push(packed);
    }
    at = end;
  }
  return found;
}

/** Where a series ends, from within its places on. */
function seriesEnd(bytes: Uint8Array, within: number): number {
  let at = skipValue(bytes, bytes.indexOf(CLOSE_ARRAY, within) + 2);
  if (bytes[at] === COMMA) at = skipValue(bytes, at + 1);
  return at + 1;
}

/** Does the series, or one of its members, begin at `offset` of the document? */
function beginsAt([, , places]: PackedSeries, offset: number): boolean {
  let at = places[0]!;
  if (at === offset) return true;
  for (let i = 2; i < places.length && at <= offset; i += 2) {
    at += places[i]!;
    if (at === offset) return true;
  }
  return false;
}

/**
 * Puts the words back into a stored series.
 * @param textOf gives the words of the document between two offsets
 */
export function unpackSeries(
  [family, scope, places, markers, frame]: PackedSeries,
  textOf: (start: number, end: number) => string,
): ParallelSeries {
  const [start, length] = places as [number, number];
  const members = [];
  let at = start;
  for (let i = 2; i < places.length; i += 2) {
    at += places[i]!;
    const end = at + places[i + 1]!;
    members.push({ start: at, end, text: textOf(at, end) });
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
}
