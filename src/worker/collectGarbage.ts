import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** V8's own function, which it shows where `--expose-gc` is set; `last-resort` gives the pages back to the system. */
type Collect = (options: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void;

/** A heap that has grown by less than this is left alone: a collection stops the thread for tens of milliseconds. */
const WORTH_BYTES = 6_000_000;

let collect: Collect | undefined;
let bytesLeft = 0;

/**
 * Gives back what this thread's heap holds and does not need. Browsers tell V8 when nothing is going on; in a thread of Node nobody does, and it keeps
 * what the busiest moment took. Does nothing in Electron, where nobody has tried whether V8 lets its flags be changed while it runs: if not, the process would end.
 */
export function collectGarbage(): void {
  if ('electron' in process.versions) return;
  if (getHeapStatistics().total_physical_size < bytesLeft + WORTH_BYTES) return;
  collect ??= exposedCollect();
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  bytesLeft = getHeapStatistics().total_physical_size;
}

function exposedCollect(): Collect {
  setFlagsFromString('--expose-gc');
  try {
    return runInNewContext('gc') as Collect;
  } finally {
    setFlagsFromString('--no-expose-gc'); // contexts made by others are to be as they were
  }
}
