import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Pause } from './pause.ts';

/** V8's own function, which it exposes where `--expose-gc` is set; `last-resort` returns the free pages to the system. */
type Collect = (options: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void;

/** A heap that has grown by less than this is not collected: a collection stops the thread for tens of milliseconds. */
const WORTH_BYTES = 6_000_000;
/** A writer who has paused this long is reading or thinking, and will not notice a collection. */
const REST_MS = 2000;

let collect: Collect | undefined;
let bytesLeft = 0;

/**
 * Collects this thread's garbage and returns the memory to the system. Browsers tell V8 when a page is idle; in a Node thread nobody does,
 * and V8 keeps what the busiest moment took. Does nothing in Electron, where it is untested whether V8 allows its flags to change at run
 * time; if it does not, the process would end.
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

/** The rest in which garbage is collected: its `begin` is to be called after each answer. */
export function collectingRest(): Pause {
  return new Pause(() => {
    collectGarbage();
    return false;
  }, REST_MS);
}
