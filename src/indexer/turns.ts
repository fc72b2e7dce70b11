import { setImmediate as nextTurn } from 'node:timers/promises';

/** Messages from the parent are handled at least this often. */
const INTERVAL_MS = 50;

/** Interrupts work that takes minutes every now and then, so that messages are handled. */
export class Turns {
  #lastAt = performance.now();

  /** Lets pending messages be handled, if the last time is long enough ago. */
  async pass(): Promise<void> {
    if (performance.now() - this.#lastAt <= INTERVAL_MS) return;
    await nextTurn();
    this.#lastAt = performance.now();
  }
}
