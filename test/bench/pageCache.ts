import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readdirSync, readSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { generator } from '../unit/support/random.ts';

/** Enough for the short whiles to be among them in which the disk is slow. */
const COLD_READS = 10_000;
/** A page. */
const READ_BYTES = 4096;

/**
 * Lets the system forget what it has read of the files of `directory`, so that the next read comes from the disk; and ourselves what we have
 * verified of them, which we trust as long as a file is not touched, so that the next opening verifies like that of a new process.
 */
export function dropPageCache(directory: string): void {
  for (const path of filesOf(directory)) {
    spawnSync('dd', [`of=${path}`, 'oflag=nocache', 'conv=notrunc,fdatasync', 'count=0'], { stdio: 'ignore' });
    const now = new Date();
    utimesSync(path, now, now);
  }
}

/** Milliseconds of single reads of a page, each at a random place of the largest file of `directory`, after `dropPageCache`. */
export function coldReadTimes(directory: string): number[] {
  dropPageCache(directory);
  const [path] = filesOf(directory).sort((a, b) => statSync(b).size - statSync(a).size);
  if (path === undefined) return [];
  const pages = Math.floor(statSync(path).size / READ_BYTES);
  const random = generator(pages);
  const page = Buffer.alloc(READ_BYTES);
  const file = openSync(path, 'r');
  const times = Array.from({ length: COLD_READS }, () => {
    const position = Math.floor(random() * pages) * READ_BYTES;
    const started = performance.now();
    readSync(file, page, 0, READ_BYTES, position);
    return performance.now() - started;
  });
  closeSync(file);
  return times;
}

export function directoryBytes(directory: string): number {
  return filesOf(directory).reduce((sum, path) => sum + statSync(path).size, 0);
}

function filesOf(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(directory, entry.name));
}
