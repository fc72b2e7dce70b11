import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Lets the system forget what it has read of the files of `directory`, so that the next read comes from the disk. */
export function dropPageCache(directory: string): void {
  for (const path of filesOf(directory)) {
    spawnSync('dd', [`of=${path}`, 'oflag=nocache', 'conv=notrunc,fdatasync', 'count=0'], { stdio: 'ignore' });
  }
}

export function directoryBytes(directory: string): number {
  return filesOf(directory).reduce((sum, path) => sum + statSync(path).size, 0);
}

function filesOf(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(directory, entry.name));
}
