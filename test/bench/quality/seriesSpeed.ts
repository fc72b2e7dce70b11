import { findSeries } from '../../../src/core/parallel/findSeries.ts';
import { IncrementalSeries } from '../../../src/core/parallel/incrementalSeries.ts';

const UNITS = 30_000;
const ROUNDS = 5;

/** Processor time to read the series of a draft of 30,000 characters, of one four times as long, and again after one character more. */
export function seriesSpeedLines(texts: readonly string[]): string[] {
  const all = texts.join('\n');
  if (all.length < 4 * UNITS) return [];
  const draft = all.slice(0, UNITS);
  const incremental = new IncrementalSeries();
  incremental.find(draft);
  const whole = milliseconds(() => findSeries(draft));
  const fourfold = milliseconds(() => findSeries(all.slice(0, 4 * UNITS)));
  let typed = draft;
  const again = milliseconds(() => {
    typed = `${typed.slice(0, UNITS / 2)}稳${typed.slice(UNITS / 2)}`;
    incremental.find(typed);
  });
  return [
    '',
    `series of ${UNITS} characters: ${whole} ms; of four times as many: ${fourfold} ms; again after one character more: ${again} ms`,
  ];
}

/** The least of several rounds: what others do on the machine only adds. */
function milliseconds(action: () => void): string {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage();
    action();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least.toFixed(1);
}
