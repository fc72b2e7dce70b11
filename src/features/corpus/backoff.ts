const firstWait = 60_000;
const longestWait = 16 * 60_000;

/** How long to wait before retrying an operation that keeps failing. Pure. */
export class Backoff {
  #wait = firstWait;

  /** Milliseconds to wait; doubles each time, up to a limit. */
  next(): number {
    const wait = this.#wait;
    this.#wait = Math.min(wait * 2, longestWait);
    return wait;
  }

  /** To be called after a success. */
  reset(): void {
    this.#wait = firstWait;
  }
}
