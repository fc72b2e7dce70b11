import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { gibibytes } from './figures.ts';

/** The machine, for the head of the results. */
export function machine(): string {
  const [first] = cpus();
  return `${cpus().length} × ${first?.model.trim()}, ${gibibytes(totalmem())}, ${system()}, Node ${process.version}`;
}

/** How busy the machine was with other things: mean number of processes that wanted to run, last minute. */
export function load(): string {
  return loadavg()[0]!.toFixed(2);
}

function system(): string {
  try {
    return /^PRETTY_NAME="(.*)"$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? release();
  } catch {
    return `${process.platform} ${release()}`;
  }
}
