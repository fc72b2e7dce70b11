/**
 * Decides whether Enter breaks the line although a list is open. It does while a list that opened by itself lies over a place where people
 * end their line: right after an accepted phrase («真抓实干｜»), in a heading or at the end of the title, or on a line without text
 * (`mayEndHere`). Typing on elsewhere, moving in the list or requesting it shows that the list is wanted.
 */
export class EnterGuard {
  readonly #tell: (isActive: boolean) => void;
  #isActive = false;

  constructor(tell: (isActive: boolean) => void) {
    this.#tell = tell;
  }

  get isActive(): boolean {
    return this.#isActive;
  }

  /** To be called when a list is about to open by itself. */
  listOpens(atLineEnd: boolean): void {
    this.#set(atLineEnd);
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
