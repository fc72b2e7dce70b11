import { linkSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { identityOf, type ProcessIdentity, stateOf } from './processIdentity.ts';

const LEASE = 'writer.lock';
const BEAT_INTERVAL_MS = 1_000;
/** Milliseconds without a beat after which the holder of a lease counts as dead; a busy one may be silent for seconds. */
const PATIENCE_MS = 30_000;
const WATCH_INTERVAL_MS = 200;
/** After losing the race this often, the index counts as busy. */
const ATTEMPTS = 5;

/** Thrown if another process is writing the index. */
export class IndexBusyError extends Error {
  override readonly name = 'IndexBusyError';
}

/** The right to write an index. */
export interface WriterLease {
  /** @throws IndexBusyError if another process has taken over; the system's error if the lease is gone */
  assertHeld(): void;
  release(): void;
}

/**
 * Acquires the right to write the index in `directory`, which one process has at a time; readers need none. The lease of a dead process is
 * taken over.
 * @throws IndexBusyError if another process holds it; the system's error if the directory cannot be written
 */
export function takeWriterLease(directory: string): WriterLease {
  const path = join(directory, LEASE);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (create(path)) return new HeldLease(path);
    const holder = readHolder(path);
    if (holder === undefined) continue;
    if (!holder.isDead) throw new IndexBusyError(`进程 ${holder.pid} 正在建立索引`);
    removeAbandoned(path, holder.content);
  }
  throw new IndexBusyError('另一个窗口正在建立索引');
}

/**
 * If it is unknown whether the holder of a lease is alive, waits for its next beat, and removes the lease if there is none. Beats are
 * counted, not timed, since clocks may be wrong. Rejects with `IndexBusyError` if the holder is alive.
 */
export async function removeSilentLease(
  directory: string,
  { patienceMs = PATIENCE_MS, onTurn }: { readonly patienceMs?: number; readonly onTurn?: () => void } = {},
): Promise<void> {
  const path = join(directory, LEASE);
  const first = readHolder(path);
  const started = performance.now();
  for (let now = first; now !== undefined && !now.isDead && !now.isAlive; now = readHolder(path)) {
    if (now.beat !== first?.beat || now.content !== first.content) {
      throw new IndexBusyError(`进程 ${now.pid} 正在建立索引`);
    }
    if (performance.now() - started >= patienceMs) return removeAbandoned(path, now.content);
    onTurn?.();
    await wait(WATCH_INTERVAL_MS);
  }
}

class HeldLease implements WriterLease {
  readonly #path: string;
  readonly #timer: NodeJS.Timeout;
  #beats = 0;

  constructor(path: string) {
    this.#path = path;
    this.#timer = setInterval(() => this.#beat(), BEAT_INTERVAL_MS).unref();
  }

  assertHeld(): void {
    if (readFileSync(this.#path, 'utf8') !== ownContent()) throw new IndexBusyError('另一个窗口已接手建立索引');
    this.#beat();
  }

  release(): void {
    clearInterval(this.#timer);
    try {
      if (readFileSync(this.#path, 'utf8') !== ownContent()) return; // another's by now
    } catch {
      return; // gone; or it cannot be read, and falls to others with the end of this process
    }
    rmSync(this.#path, { force: true });
  }

  /** The file time of the lease counts beats; it is not a time of any clock. */
  #beat(): void {
    try {
      this.#beats++;
      utimesSync(this.#path, this.#beats, this.#beats);
    } catch {
      // The lease is gone, which the next commit will notice.
    }
  }
}

/** Creates a lease for this process if there is none; the file has its whole content from the first moment. */
function create(path: string): boolean {
  const own = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(own, ownContent(), { mode: 0o600 });
    linkSync(own, path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // The commit of another writer may have removed our temporary file.
    if (code === 'EEXIST' || code === 'ENOENT') return false;
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EOPNOTSUPP') throw error;
    return createWithoutLink(path);
  } finally {
    rmSync(own, { force: true });
  }
}

/** For file systems without hard links. Between creation and writing the lease is empty for a moment. */
function createWithoutLink(path: string): boolean {
  try {
    writeFileSync(path, ownContent(), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Removes the lease with `content`, whose holder is dead. This requires the guard, and the lease is checked again first, since it may
 * belong to a faster process by now.
 */
function removeAbandoned(path: string, content: string): void {
  const guard = `${path}.takeover`;
  if (!create(guard)) {
    const other = readHolder(guard);
    if (other?.isDead) rmSync(guard, { force: true });
    return;
  }
  try {
    if (readHolder(path)?.content === content) rmSync(path, { force: true });
  } finally {
    rmSync(guard, { force: true });
  }
}

interface Holder {
  readonly pid: number;
  readonly content: string;
  readonly beat: number;
  readonly isAlive: boolean;
  readonly isDead: boolean;
}

/**
 * @returns `undefined` if there is no lease
 * @throws the system's error if it cannot be read
 */
function readHolder(path: string): Holder | undefined {
  try {
    const content = readFileSync(path, 'utf8');
    const { mtimeMs: beat } = statSync(path);
    const identity = parseIdentity(content);
    // An empty lease may be one that is being written.
    const state = identity === undefined ? (content === '' ? 'unknown' : 'dead') : stateOf(identity);
    return { pid: identity?.pid ?? 0, content, beat, isAlive: state === 'alive', isDead: state === 'dead' };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

let own: string | undefined;

function ownContent(): string {
  own ??= leaseContent(identityOf(process.pid));
  return own;
}

/** The content of a lease of `holder`, one field a line. */
export function leaseContent({ pid, place, boot, start }: ProcessIdentity): string {
  return [pid, place, boot, start].join('\n');
}

function parseIdentity(content: string): ProcessIdentity | undefined {
  const [number, place, boot, start] = content.split('\n');
  const pid = Number(number);
  if (!Number.isInteger(pid) || pid <= 0 || place === undefined || boot === undefined || start === undefined) {
    return undefined;
  }
  return { pid, place, boot, start };
}
