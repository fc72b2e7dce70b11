import type { Marker } from '../parallel/markers.ts';
import { isPause } from '../text/charClass.ts';
import type { Check } from './checkContext.ts';
import type { Finding } from './finding.ts';

/**
 * Marks of markers as GB/T 9704 has them: «1、» → «1.», «（一）、» → «（一）», «(1)» → «（1）»; only of items the scan has
 * read as such, so «1.5亿元» and «第1、2条» are none.
 */
export const markerForm: Check = ({ text, scan }) =>
  scan.series.flatMap(({ members }) => members.flatMap(({ marker }) => [...formOf(text, marker)]));

function* formOf(text: string, marker: Marker): Generator<Finding> {
  const { style, start, end, prefix, suffix, place } = marker;
  if (place !== 'line') return;
  if (style === 'heading3' && suffix === '、') yield finding(start, end, `${marker.text.slice(0, -1)}.`, marker.text);
  if (style !== 'heading2' && style !== 'heading4') return;
  const hasPause = isPause(text[end] ?? '');
  if (!hasPause && prefix === '（' && suffix === '）') return;
  const last = hasPause ? end + 1 : end;
  yield finding(start, last, `（${marker.text.slice(1, -1)}）`, text.slice(start, last));
}

function finding(start: number, end: number, newText: string, written: string): Finding {
  return {
    kind: 'marker-form',
    start,
    end,
    message: `序号“${written}”宜写作“${newText}”`,
    fixes: [{ title: `改为“${newText}”`, edits: [{ start, end, newText }] }],
  };
}
