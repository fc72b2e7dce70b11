/** A value that takes long to make. It is made in steps while nobody waits, or at once when it is asked for. */
export class Stepwise<T> {
  readonly #start: () => Iterator<unknown, T>;
  #steps: Iterator<unknown, T> | undefined;
  #made: { readonly value: T } | undefined;

  /** @param start begins to make the value; each step of the iterator is short */
  constructor(start: () => Iterator<unknown, T>) {
    this.#start = start;
  }

  /** One step more. Returns whether there is more to do. */
  advance(): boolean {
    if (this.#made !== undefined) return false;
    this.#steps ??= this.#start();
    const step = this.#steps.next();
    if (step.done !== true) return true;
    this.#made = { value: step.value };
    this.#steps = undefined;
    return false;
  }

  get value(): T {
    while (this.#made === undefined) this.advance();
    return this.#made.value;
  }
}
