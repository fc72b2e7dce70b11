import { constants } from 'node:os';

/**
 * The editor goes before the indexing child, and so does whatever else the user is at. POSIX has finer steps than its «below
 * normal», 10, which leaves a tenth of a busy core: files have a deadline.
 */
export const CHILD_PRIORITY = process.platform === 'win32' ? constants.priority.PRIORITY_BELOW_NORMAL : 5;
