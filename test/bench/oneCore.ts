import { execFileSync } from 'node:child_process';

/**
 * What `work` comes to with this process, and all it starts meanwhile, on one core; `undefined` where `taskset` (util-linux) cannot see to
 * that. Nothing else of this process should be busy.
 */
export async function onOneCore<T>(work: () => Promise<T>): Promise<T | undefined> {
  const all = allowedCores();
  if (all === undefined) return undefined;
  allow(all.split(/[,-]/)[0]!);
  try {
    return await work();
  } finally {
    allow(all);
  }
}

/** As `taskset` writes them: `0-3,8`. */
function allowedCores(): string | undefined {
  try {
    return execFileSync('taskset', ['-cp', String(process.pid)], { encoding: 'utf8', stdio: 'pipe' })
      .split(': ')[1]!
      .trim();
  } catch {
    return undefined;
  }
}

/** Threads that run already stay as they are; the main thread, and processes that it starts, are bound. */
function allow(cores: string): void {
  execFileSync('taskset', ['-cp', cores, String(process.pid)], { stdio: 'ignore' });
}
