import { IndexCancelledError } from '../../indexer/protocol.ts';
import { isBusy } from './corpusEngine.ts';

/** Milliseconds between attempts while another window is writing the same index. */
const busyInterval = 2_000;

interface Waiting {
  /** Total number of attempts; if absent, there is no limit. */
  readonly mostTries?: number;
  /** Whether the user has stopped indexing, which ends the waiting. */
  readonly isStopped: () => boolean;
  /** Called after every attempt that found the index busy. */
  readonly onBusy?: () => void;
}

/** Runs an operation on the index, again and again while another window is writing it. Rejects with an `IndexCancelledError` once stopped. */
export async function untilFree<T>(
  run: () => Promise<T>,
  { mostTries = Infinity, isStopped, onBusy }: Waiting,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    if (isStopped()) throw new IndexCancelledError();
    try {
      return await run();
    } catch (error) {
      if (!isBusy(error) || tries >= mostTries) throw error;
      onBusy?.();
      await new Promise(resolve => setTimeout(resolve, busyInterval));
    }
  }
}
