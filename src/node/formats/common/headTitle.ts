/** The title of a document whose paragraphs say by their style that they are one: only those at its head are. */
export class HeadTitle {
  readonly #lines: string[] = [];
  #isOver = false;

  /** The next paragraph that is not empty. */
  add(text: string, isTitle: boolean): void {
    if (isTitle && !this.#isOver) this.#lines.push(text.trim());
    else this.#isOver = true;
  }

  /** On one line; `undefined` if there is none. */
  get text(): string | undefined {
    return this.#lines.join('').replaceAll(/\s+/g, ' ') || undefined;
  }
}
