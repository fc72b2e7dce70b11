import type { LineRow } from './messages.ts';

/** Lines asked for at a time, and pages of them kept. */
const pageSize = 100;
const keptPages = 40;
/** Requests under way at a time: what a fast scroll passes over is not asked for. */
const mostWanted = 2;

/** The lines of a concordance that have come so far, in pages. */
export class LinePages {
  readonly #onWant: (offset: number, limit: number) => void;
  /** Pages by number, the one that came first first. */
  readonly #pages = new Map<number, readonly LineRow[]>();
  /** Numbers of the pages that have been asked for and not come yet. */
  readonly #wanted = new Set<number>();

  /** @param onWant asks for `limit` lines from `offset` on, which are then to be given to `receive` */
  constructor(onWant: (offset: number, limit: number) => void) {
    this.#onWant = onWant;
  }

  /** The line of this number, if it has come. */
  at(line: number): LineRow | undefined {
    return this.#pages.get(Math.floor(line / pageSize))?.[line % pageSize];
  }

  /** Asks for those of the lines `[first, last)` that are neither here nor on their way. */
  want(first: number, last: number): void {
    for (let page = Math.floor(first / pageSize); page * pageSize < last; page++) {
      if (this.#pages.has(page) || this.#wanted.has(page) || this.#wanted.size === mostWanted) continue;
      this.#wanted.add(page);
      this.#onWant(page * pageSize, pageSize);
    }
  }

  /** Takes the lines from `offset` on, a page. @returns whether a line is one of them */
  receive(offset: number, lines: readonly LineRow[]): (line: number) => boolean {
    const page = Math.floor(offset / pageSize);
    this.#wanted.delete(page);
    this.#pages.delete(page);
    this.#pages.set(page, lines);
    if (this.#pages.size > keptPages) this.#pages.delete(this.#pages.keys().next().value!);
    return line => Math.floor(line / pageSize) === page;
  }

  clear(): void {
    this.#pages.clear();
    this.#wanted.clear();
  }
}
