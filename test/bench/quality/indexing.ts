import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What `jianggao index --json` says. */
interface IndexReport {
  readonly documents: number;
  readonly characters: number;
  readonly segments: number;
  readonly skipped: ReadonlyArray<{ readonly path: string; readonly reason: string }>;
  readonly milliseconds: number;
}

/** Brings the index of `corpus` up to date by the command line. */
export function buildIndex(cli: string, directory: string, corpus: string): IndexReport {
  const output = execFileSync(process.execPath, [cli, 'index', '--index', directory, '--json', corpus], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 2 ** 28,
  });
  return JSON.parse(output) as IndexReport;
}

export function directoryBytes(directory: string): number {
  return readdirSync(directory).reduce((total, name) => total + statSync(join(directory, name)).size, 0);
}
