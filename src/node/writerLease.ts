import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LEASE = 'writer.lock';

/** Another process is writing this index. */
export class IndexBusyError extends Error {
  override readonly name = 'IndexBusyError';
}

/** Others may come first this often; then they are busy. */
const ATTEMPTS = 5;

/**
 * The right to write the index of `directory`: one process at a time, readers are not concerned. A lease whose
 * process is gone is taken over. Released by calling the result.
 * @throws IndexBusyError if a living process holds it; the system's error if the directory cannot be written
 */
export function takeWriterLease(directory: string): () => void {
  const path = join(directory, LEASE);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (create(path)) return () => rmSync(path, { force: true });
    const holder = readHolder(path);
    if (holder !== undefined && isAlive(holder)) throw new IndexBusyError(`进程 ${holder} 正在建立索引`);
    removeDead(path, holder);
  }
  throw new IndexBusyError('另一个窗口正在建立索引');
}

/** Puts a lease with our process in it where there is none, whole from the first moment. */
function create(path: string): boolean {
  const own = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(own, String(process.pid), { mode: 0o600 });
    linkSync(own, path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Another writer's commit may have swept our temporary file away.
    if (code === 'EEXIST' || code === 'ENOENT') return false;
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EOPNOTSUPP') throw error;
    return createWithoutLink(path);
  } finally {
    rmSync(own, { force: true });
  }
}

/** For file systems without hard links; between creating and writing, the lease is empty for a moment. */
function createWithoutLink(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Removes the lease of the dead `holder`. Only who has the guard may, and looks again first: the lease may belong to a
 * faster process by now.
 */
function removeDead(path: string, holder: number | undefined): void {
  const guard = `${path}.takeover`;
  if (!create(guard)) {
    const other = readHolder(guard);
    if (other === undefined || !isAlive(other)) rmSync(guard, { force: true });
    return;
  }
  try {
    if (readHolder(path) === holder) rmSync(path, { force: true });
  } finally {
    rmSync(guard, { force: true });
  }
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
