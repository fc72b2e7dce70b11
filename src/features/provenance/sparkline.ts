const blocks = '▁▂▃▄▅▆▇█';
const none = '·';
/** Only the latest years are drawn, at most this many. */
const mostYears = 24;

/** «2019 ▂·▅█ 2022»: a column for every year up to the last one, the highest for the year with most documents. */
export function sparkline(years: ReadonlyArray<{ readonly year: string; readonly documents: number }>): string {
  const counts = new Map(years.map(({ year, documents }) => [Number(year), documents]));
  const last = Math.max(...counts.keys());
  const first = Math.max(Math.min(...counts.keys()), last - mostYears + 1);
  const most = Math.max(...counts.values());
  let line = '';
  for (let year = first; year <= last; year++) {
    const count = counts.get(year) ?? 0;
    line += count === 0 ? none : blocks[Math.ceil((count * blocks.length) / most) - 1]!;
  }
  return `${first} ${line} ${last}`;
}
