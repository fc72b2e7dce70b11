import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LEASE = 'writer.lock';

/** Another process is writing this index. */
export class IndexBusyError extends Error {
  override readonly name = 'IndexBusyError';
}

/**
 * The right to write the index of `directory`: one process at a time, readers are not concerned. A lease whose
 * process is gone is taken over. Released by calling the result.
 * @throws IndexBusyError if a living process holds it
 */
export function takeWriterLease(directory: string): () => void {
  const path = join(directory, LEASE);
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx', mode: 0o600 });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = readHolder(path);
      if (holder !== undefined && isAlive(holder)) throw new IndexBusyError(`进程 ${holder} 正在建立索引`);
      rmSync(path, { force: true });
    }
  }
  throw new IndexBusyError('另一个窗口正在建立索引');
}

function readHolder(path: string): number | undefined {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
