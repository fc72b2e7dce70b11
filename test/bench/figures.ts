/** Numbers as they are read in tables. */

const MEBI = 1024 * 1024;

export function gibibytes(bytes: number): string {
  return `${(bytes / MEBI / 1024).toFixed(0)} GiB`;
}

export function megabytes(bytes: number): string {
  return `${(bytes / MEBI).toFixed(0)} MB`;
}

/** Three significant digits, in milliseconds. */
export function milliseconds(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value >= 1 ? value.toFixed(2) : value.toFixed(3);
}

export function pair({ p50, p99 }: { readonly p50: number; readonly p99: number }): string {
  return Number.isFinite(p50) ? `${milliseconds(p50)} / ${milliseconds(p99)}` : '–';
}

/** How many times `base` it is. */
export function ratio(value: number, base: number): string {
  const times = value / base;
  if (!Number.isFinite(times)) return '–';
  return `×${times >= 10 ? times.toFixed(0) : times.toFixed(1)}`;
}

export function millionsPerSecond(count: number, elapsedMs: number): string {
  return (count / elapsedMs / 1000).toFixed(2);
}

export function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
