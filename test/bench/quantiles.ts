export interface Quantiles {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

export function quantilesOf(times: readonly number[]): Quantiles {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}

/** Of times taken in rounds of `count`, each place's least: what the work takes when nothing else comes between. */
export function bestOfRounds(times: readonly number[], count: number): number[] {
  const best = times.slice(0, count);
  times.forEach((time, i) => {
    best[i % count] = Math.min(best[i % count]!, time);
  });
  return best;
}

/** Milliseconds per call, after one warm round over the same inputs. */
export function timed<T>(inputs: readonly T[], run: (input: T) => unknown): Quantiles {
  for (const input of inputs) run(input);
  return quantilesOf(
    inputs.map(input => {
      const started = performance.now();
      run(input);
      return performance.now() - started;
    }),
  );
}

/**
 * The same for calls that answer later, one after the other.
 * @param pause waited for after each call, and not timed
 */
export async function timedAsync<T>(
  inputs: readonly T[],
  run: (input: T) => Promise<unknown>,
  pause: () => unknown = () => undefined,
): Promise<Quantiles> {
  for (const input of inputs) {
    await run(input);
    await pause();
  }
  const times: number[] = [];
  for (const input of inputs) {
    const started = performance.now();
    await run(input);
    times.push(performance.now() - started);
    await pause();
  }
  return quantilesOf(times);
}
