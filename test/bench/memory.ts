import { readFileSync } from 'node:fs';

/**
 * Most memory this process has had resident, bytes. What the system calls the process's maximum may be its parent's:
 * Linux hands it on when a program is started. Its own is read where the system tells it.
 */
export function peakRssBytes(): number {
  try {
    const line = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'));
    if (line !== null) return Number(line[1]) * 1024;
  } catch {
    // no /proc here
  }
  return process.resourceUsage().maxRSS * 1024;
}
