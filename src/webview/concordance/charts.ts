import type { YearRow } from './messages.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';

/** Where in a document the lines stand, as a strip of stripes: the darker, the more. */
export function dispersionStrip(bins: readonly number[], label: string): SVGElement {
  const most = Math.max(1, ...bins);
  const stripes = bins.flatMap((count, i) => {
    if (count === 0) return [];
    const height = 4 + (6 * count) / most;
    return [drawn('rect', { x: i, y: 10 - height, width: 0.9, height })];
  });
  const frame = drawn('rect', { class: 'frame', x: 0, y: 0, width: bins.length, height: 10 });
  const size = { class: 'strip', viewBox: `0 0 ${bins.length} 10`, preserveAspectRatio: 'none' };
  return drawn('svg', { ...size, role: 'img', 'aria-label': label }, frame, ...stripes);
}

const chart = { width: 600, height: 140, base: 120 };

/** Use by year, per million characters, as columns. Years with few documents are hatched out: they say little. */
export function yearChart(rows: readonly YearRow[], label: string): SVGElement {
  const most = Math.max(...rows.map(row => row.perMillion), Number.MIN_VALUE);
  const step = chart.width / Math.max(1, rows.length);
  const every = Math.ceil(rows.length / 15);
  const columns = rows.flatMap((row, i) => {
    const height = ((chart.base - 10) * row.perMillion) / most;
    const place = { x: i * step + step * 0.1, y: chart.base - height, width: step * 0.8, height };
    const title = drawn('title', {}, `${row.year}: ${row.perMillion.toFixed(1)} (${row.occurrences})`);
    const column = drawn('rect', { ...place, class: row.isThin ? 'column thin' : 'column' }, title);
    if (i % every !== 0) return [column];
    return [column, drawn('text', { x: i * step + step / 2, y: chart.base + 15, 'text-anchor': 'middle' }, row.year)];
  });
  const axis = drawn('line', { class: 'axis', x1: 0, y1: chart.base, x2: chart.width, y2: chart.base });
  const size = { class: 'chart', viewBox: `0 0 ${chart.width} ${chart.height}` };
  return drawn('svg', { ...size, role: 'img', 'aria-label': label }, axis, ...columns);
}

function drawn(
  tag: string,
  attributes: Readonly<Record<string, string | number>>,
  ...children: readonly (Node | string)[]
): SVGElement {
  const made = document.createElementNS(svgNamespace, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}
