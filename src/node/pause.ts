/** Whoever types on is faster than this between two keys. */
const BETWEEN_KEYS_MS = 300;

/** Runs work in short pieces during pauses between requests, until a pause's first piece finds nothing to do. */
export class Pause {
  readonly #work: () => boolean;
  readonly #afterMs: number;
  #timer: NodeJS.Timeout | undefined;
  #next: NodeJS.Immediate | undefined;

  /**
   * @param work does one piece and returns whether there is more
   * @param afterMs milliseconds from the last answer to the first piece
   */
  constructor(work: () => boolean, afterMs = BETWEEN_KEYS_MS) {
    this.#work = work;
    this.#afterMs = afterMs;
  }

  /**
   * To be called after each answer: work starts if no request comes soon. Requests that arrive meanwhile are handled before the next piece.
   */
  begin(): void {
    this.end();
    this.#timer = setTimeout(() => this.#goOn(), this.#afterMs);
    this.#timer.unref();
  }

  /** To be called where no request is expected soon: work starts at once, until `begin` or `end`. */
  beginNow(): void {
    this.end();
    this.#next = setImmediate(() => this.#goOn());
  }

  end(): void {
    clearTimeout(this.#timer);
    clearImmediate(this.#next);
  }

  #goOn(): void {
    if (this.#work()) this.#next = setImmediate(() => this.#goOn());
  }
}
