import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** A process, so that a later one that was given its number is not taken for it. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Where the number counts: the machine and, in Linux, the container. */
  readonly place: string;
  /** The run of the system since it was started; empty where the system does not tell. */
  readonly boot: string;
  /** When in that run the process was started; empty where the system does not tell. */
  readonly start: string;
}

/** `unknown`: a process with its number runs, but it may be another one, or the process belongs to another machine. */
export type ProcessState = 'alive' | 'dead' | 'unknown';

export function identityOf(pid: number): ProcessIdentity {
  return { pid, place: ownPlace(), boot: ownBoot(), start: statusOf(pid)?.start ?? '' };
}

/** Of a process that may have ended since; told without asking a clock. */
export function stateOf({ pid, place, boot, start }: ProcessIdentity): ProcessState {
  if (place !== ownPlace()) return 'unknown';
  if (boot !== ownBoot() || !isInUse(pid)) return 'dead';
  const status = statusOf(pid);
  if (status === undefined || start === '') return 'unknown';
  return status.start === start && !status.hasEnded ? 'alive' : 'dead';
}

function ownPlace(): string {
  return `${hostname()} ${fromSystem(() => readlinkSync('/proc/self/ns/pid'))}`;
}

function ownBoot(): string {
  return fromSystem(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());
}

/** From Linux' /proc/PID/stat; the name of the program, in parentheses, may hold blanks and parentheses itself. */
function statusOf(pid: number): { start: string; hasEnded: boolean } | undefined {
  const text = fromSystem(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const [state, start] = [fields[0], fields[19]];
  return start === undefined ? undefined : { start, hasEnded: state === 'Z' || state === 'X' };
}

function isInUse(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Empty where the system has no such file. */
function fromSystem(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}
