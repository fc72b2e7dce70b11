const firstWait = 60_000;
const longestWait = 16 * 60_000;

/** How long to wait before trying again what goes wrong again and again. Pure. */
export class Backoff {
  #wait = firstWait;

  /** Milliseconds; each time twice as many, up to a limit. */
  next(): number {
    const wait = this.#wait;
    this.#wait = Math.min(wait * 2, longestWait);
    return wait;
  }

  /** It has gone well. */
  reset(): void {
    this.#wait = firstWait;
  }
}
