import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** The file operations that are watched, each with the error code it most likely ends with. */
export const LIKELY_CODES = {
  openSync: 'EMFILE',
  writeSync: 'ENOSPC',
  fsyncSync: 'EIO',
  renameSync: 'EPERM',
  rmSync: 'EBUSY',
  writeFileSync: 'ENOSPC',
  readSync: 'EIO',
  readFileSync: 'EIO',
  readdirSync: 'EIO',
  mkdirSync: 'EROFS',
} as const;

export type Operation = keyof typeof LIKELY_CODES;

interface WatchedOperations {
  /** Operations within the directory so far, in order. */
  readonly calls: readonly string[];
  /** The last operation that `judge` made fail, and the path within the directory. */
  failed(): string | undefined;
}

/** An error as the system gives it. */
export function systemError(code: string, call: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: made up, ${call}`), { code });
}

/**
 * Runs `work` while every file operation on a path that begins with `directory` is first shown to `judge`, which may throw
 * in its place. `nth` counts these operations from 1.
 */
export async function watchingOperations<T>(
  directory: string,
  judge: (operation: Operation, nth: number, path: string) => void,
  work: (watched: WatchedOperations) => T | Promise<T>,
): Promise<T> {
  const target = fs as unknown as Record<string, (...values: unknown[]) => unknown>;
  const originals = new Map(
    (Object.keys(LIKELY_CODES) as Operation[]).map(operation => [operation, target[operation]!]),
  );
  const close = target['closeSync']!;
  const files = new Map<unknown, string>();
  const calls: string[] = [];
  let failed: string | undefined;
  for (const [operation, original] of originals) {
    target[operation] = (...values) => {
      const subject = files.get(values[0]) ?? values[0];
      const isOurs = typeof subject === 'string' && subject.startsWith(directory);
      if (isOurs) {
        calls.push(operation);
        try {
          judge(operation, calls.length, subject);
        } catch (error) {
          failed = `${operation} ${subject.slice(directory.length)}`;
          throw error;
        }
      }
      const result = original(...values);
      if (operation === 'openSync' && isOurs) files.set(result, subject);
      return result;
    };
  }
  target['closeSync'] = file => {
    files.delete(file);
    return close(file);
  };
  syncBuiltinESMExports();
  try {
    return await work({ calls, failed: () => failed });
  } finally {
    for (const [operation, original] of originals) target[operation] = original;
    target['closeSync'] = close;
    syncBuiltinESMExports();
  }
}
