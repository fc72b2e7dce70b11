import { type NumberedScan, scanNumbered } from './numberedScan.ts';

/** `scanNumbered` for a draft that is read again at each keystroke: lines that have not changed since are not read anew. Gives the same. */
export class IncrementalScan {
  /** The lines that are read, line breaks included. */
  #before = '';
  #scan = scanNumbered('');

  to(text: string, end: number): NumberedScan {
    const lineStart = end === 0 ? 0 : text.lastIndexOf('\n', end - 1) + 1;
    if (this.#before.length > lineStart || !text.startsWith(this.#before)) {
      this.#before = '';
      this.#scan = scanNumbered('');
    }
    if (this.#before.length < lineStart) {
      this.#scan = scanNumbered(text, lineStart, { scan: this.#scan, lineStart: this.#before.length });
      this.#before = text.slice(0, lineStart);
    }
    return scanNumbered(text, end, { scan: this.#scan, lineStart });
  }
}
