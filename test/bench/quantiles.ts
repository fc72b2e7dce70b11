export interface Quantiles {
  readonly p50: number;
  readonly p99: number;
}

/** Milliseconds per call, after one warm round over the same inputs; a number instead of inputs repeats that often. */
export function quantiles<T>(inputs: readonly T[] | number, run: (input: T) => unknown): Quantiles {
  const all = typeof inputs === 'number' ? Array.from({ length: inputs }, () => undefined as T) : inputs;
  for (const input of all) run(input);
  return summary(
    all.map(input => {
      const started = performance.now();
      run(input);
      return performance.now() - started;
    }),
  );
}

export async function quantilesAsync<T>(inputs: readonly T[], run: (input: T) => Promise<unknown>): Promise<Quantiles> {
  for (const input of inputs) await run(input);
  const times: number[] = [];
  for (const input of inputs) {
    const started = performance.now();
    await run(input);
    times.push(performance.now() - started);
  }
  return summary(times);
}

function summary(times: readonly number[]): Quantiles {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}
