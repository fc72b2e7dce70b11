/**
 * Says whether Enter should break the line although a list is open. It should while a list that has opened by itself lies over
 * a place where people end their line: right after an accepted phrase («真抓实干｜»), or on a line without text. Typing on,
 * moving in the list or asking for it means that the list is wanted.
 */
export class EnterGuard {
  readonly #tell: (isActive: boolean) => void;
  #isActive = false;
  #focused: string | undefined;

  constructor(tell: (isActive: boolean) => void) {
    this.#tell = tell;
  }

  get isActive(): boolean {
    return this.#isActive;
  }

  /** A list is about to open by itself. */
  listOpens(atLineEnd: boolean): void {
    this.#focused = undefined;
    this.#set(atLineEnd);
  }

  /** The row has the focus: the first one of itself, another because the user has moved there. */
  rowFocused(row: string): void {
    this.#focused ??= row;
    if (row !== this.#focused) this.release();
  }

  release(): void {
    this.#set(false);
  }

  #set(isActive: boolean): void {
    if (isActive === this.#isActive) return;
    this.#isActive = isActive;
    this.#tell(isActive);
  }
}
