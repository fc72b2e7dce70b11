import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Identifies a process, so that a later one with the same number is not mistaken for it. */
export interface ProcessIdentity {
  readonly pid: number;
  /** The scope of the number: the machine and, on Linux, the container. */
  readonly place: string;
  /** The boot of the system in which it was started; empty if the system does not tell. */
  readonly boot: string;
  /** The time of its start since that boot; empty if the system does not tell. */
  readonly start: string;
}

/** `unknown`: a process with this number is running, but it may be another one; or the process belongs to another machine. */
export type ProcessState = 'alive' | 'dead' | 'unknown';

export function identityOf(pid: number): ProcessIdentity {
  return { pid, place: ownPlace(), boot: ownBoot(), start: statusOf(pid)?.start ?? '' };
}

/** The state of a process that may have ended; determined without comparing clock times. */
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

/** From /proc/PID/stat of Linux; the program name in parentheses may itself contain blanks and parentheses. */
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

/** Empty if the system has no such file. */
function fromSystem(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}
