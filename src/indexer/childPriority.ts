import { constants } from 'node:os';

/**
 * The child runs below the editor and everything else that the user is doing. «Below normal» would mean 10 on POSIX and
 * leave it a tenth of a busy core, which is too little since files have a deadline. So a finer step is chosen there.
 */
export const CHILD_PRIORITY = process.platform === 'win32' ? constants.priority.PRIORITY_BELOW_NORMAL : 5;
