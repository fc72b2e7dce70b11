import { hasBeginning } from '../collections/compareText.ts';
import { fullWidth } from '../text/fullWidth.ts';

/** Converts a draft to full-width marks (`fullWidth`) while it grows key by key: the part that stood there before is not converted anew. */
export class FullWidthDraft {
  #written = '';
  #converted = '';

  of(draft: string): string {
    // A mark that stood at the end may now stand between digits, so it is converted again.
    const kept = hasBeginning(draft, this.#written) ? Math.max(0, this.#written.length - 1) : 0;
    const before = Math.max(0, kept - 1);
    const added = fullWidth(draft.slice(before)).slice(kept - before);
    // Most drafts have no half-width mark. Then the draft itself is the answer, and no second text of its size is made.
    const isAsWritten = (kept === 0 || this.#converted === this.#written) && added === draft.slice(kept);
    this.#converted = isAsWritten ? draft : this.#converted.slice(0, kept) + added;
    this.#written = draft;
    return this.#converted;
  }
}
