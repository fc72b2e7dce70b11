/** Nobody types as slowly as that between two keys, and then goes on at once. */
const BETWEEN_KEYS_MS = 300;

/** Does work in short pieces while nothing is asked, until a first piece finds nothing to do. */
export class Pause {
  readonly #work: () => boolean;
  readonly #afterMs: number;
  #timer: NodeJS.Timeout | undefined;
  #next: NodeJS.Immediate | undefined;

  /**
   * @param work does one piece and returns whether there is more
   * @param afterMs since the last answer, before work begins
   */
  constructor(work: () => boolean, afterMs = BETWEEN_KEYS_MS) {
    this.#work = work;
    this.#afterMs = afterMs;
  }

  /** After each answer: if no other comes soon, work begins. What arrives meanwhile comes before the next piece. */
  begin(): void {
    this.end();
    this.#timer = setTimeout(() => this.#goOn(), this.#afterMs);
    this.#timer.unref();
  }

  /** Where no other is expected soon: work begins at once, until `begin` or `end`. */
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
