import { markerAt, markerStart } from '../parallel/markerAt.ts';
import { type Marker, type MarkerStyle, renderMarker } from '../parallel/markers.ts';
import type { NumberedMember, NumberedSeries } from '../parallel/numberedSeries.ts';
import { NEWLINE, PAUSE, STOP, skipTo } from '../text/charClass.ts';
import type { Check } from './checkContext.ts';
import type { Finding } from './finding.ts';

/** Points inside a section, which are taken for each other; headings are not. */
const POINTS: ReadonlySet<MarkerStyle> = new Set<MarkerStyle>(['is', 'must', 'ordinal', 'among']);
const WANT = '要';
/** 要素, 要求, 要点: no verb. */
const AFTER_NOUN = '素求点害紧领件闻道塞务义';

/**
 * A series that changes its markers on the way: «一是抓早。二要抓小。三是抓实。», and «一是抓早。二是要抓小。三是抓实。» where 要 stands with one member
 * only. Not where several members have it: then it is meant.
 */
export const mixedMarkers: Check = ({ text, scan }) =>
  scan.series
    .filter(({ style }) => POINTS.has(style))
    .flatMap(series => [...strays(text, series), ...lone(text, series)]);

/** The marker of another style that counts between two members one of which is left out: «二要» between «一是» and «三是». */
export function strayBetween(text: string, before: NumberedMember, after: NumberedMember): Marker | undefined {
  const ordinal = before.marker.ordinal + 1;
  if (after.marker.ordinal !== ordinal + 1 || !POINTS.has(after.marker.style)) return undefined;
  const end = after.marker.start;
  for (let at = before.bodyStart; at < end; at = skipTo(NEWLINE | STOP | PAUSE, text, at, end) + 1) {
    const marker = markerAt(text, markerStart(text, at, 'sentence'), 'sentence');
    if (marker !== undefined && marker.start < end && marker.ordinal === ordinal && POINTS.has(marker.style))
      return marker;
  }
  return undefined;
}

function strays(text: string, { members }: NumberedSeries): Finding[] {
  return members.slice(1).flatMap((after, index): Finding[] => {
    const stray = strayBetween(text, members[index]!, after);
    const newText = stray && renderMarker(after.marker, stray.ordinal);
    if (stray === undefined || newText === undefined) return [];
    const { start, end } = stray;
    const fixes = [{ title: `改为“${newText}”`, edits: [{ start, end, newText }] }];
    return [
      {
        kind: 'mixed-markers',
        start,
        end,
        message: `序号前后不一：此处用“${stray.text}”，前后用“${after.marker.text}”一类`,
        fixes,
      },
    ];
  });
}

function lone(text: string, { style, members }: NumberedSeries): Finding[] {
  if (style !== 'is' || members.length < 3) return [];
  const wanting = members.filter(({ bodyStart }) => wants(text, bodyStart));
  const [only] = wanting;
  if (only === undefined || wanting.length > 1) return [];
  const { start } = only.marker;
  const end = only.bodyStart + WANT.length;
  const edits = [{ start: only.bodyStart, end, newText: '' }];
  return [
    {
      kind: 'mixed-markers',
      start,
      end,
      message: `只有这一项用“${text.slice(start, end)}”，其他各项没有“${WANT}”`,
      fixes: [{ title: `删去“${WANT}”`, edits }],
    },
  ];
}

function wants(text: string, at: number): boolean {
  return text.startsWith(WANT, at) && !AFTER_NOUN.includes(text[at + WANT.length] ?? '\0');
}
