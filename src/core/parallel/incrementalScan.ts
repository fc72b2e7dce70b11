import { hasBeginning } from '../collections/compareText.ts';
import { lineStart } from '../text/lines.ts';
import { type NumberedScan, scanNumbered } from './numberedScan.ts';

/**
 * `scanNumbered` for a draft that is scanned again at each keystroke: lines that have not changed since are not read again. The result is
 * the same.
 */
export class IncrementalScan {
  /** The lines that have been read, with their line breaks. */
  #before = '';
  #scan = scanNumbered('');

  to(text: string, end: number): NumberedScan {
    const start = lineStart(text, end);
    if (this.#before.length > start || !hasBeginning(text, this.#before)) {
      this.#before = '';
      this.#scan = scanNumbered('');
    }
    if (this.#before.length < start) {
      this.#scan = scanNumbered(text, start, { scan: this.#scan, lineStart: this.#before.length });
      this.#before = text.slice(0, start);
    }
    return scanNumbered(text, end, { scan: this.#scan, lineStart: start });
  }
}
