// Small things about processes, ports and time that several parts of the host need.

import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const orphanCheckInterval = 1000;

/** `preferred` if nobody listens there, else any. */
export async function freePort(preferred = 0): Promise<number> {
  const server = createServer().listen(preferred, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    if (preferred === 0) throw error;
    return freePort();
  }
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** The first of `names` that is an executable on the PATH; names with a slash are looked up as they are. */
export function findExecutable(names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  for (const name of names) {
    const candidates = path.isAbsolute(name) ? [name] : folders.map(folder => path.join(folder, name));
    const found = candidates.find(candidate => existsSync(candidate));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Calls `end` when whoever started us is gone: npm, for one, does not pass a SIGTERM on to what its script started. */
export function onceOrphaned(end: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    end();
  }, orphanCheckInterval);
  timer.unref();
}

export function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** Ends a process that was started with `detached: true`, and all that it started: politely, then by force. */
export async function endProcessGroup(child: ChildProcess, patience = 2000): Promise<void> {
  if (child.pid === undefined) return;
  const group = -child.pid;
  if (!hasEnded(child)) {
    signal(group, 'SIGTERM');
    const patienceOver = Date.now() + patience;
    while (!hasEnded(child) && Date.now() < patienceOver) await delay(50);
  }
  signal(group, 'SIGKILL'); // the extension host outlives its server when a test blocks it
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Already gone.
  }
}
