import { constants } from 'node:os';

/**
 * The child runs below the editor and everything else the user is doing. On POSIX a finer step than «below normal» (10) is chosen, which
 * would leave a tenth of a busy core: files have a deadline.
 */
export const CHILD_PRIORITY = process.platform === 'win32' ? constants.priority.PRIORITY_BELOW_NORMAL : 5;
