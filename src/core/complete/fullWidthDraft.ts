import { hasBeginning } from '../collections/compareText.ts';
import { fullWidth } from '../text/fullWidth.ts';

/** The `fullWidth` of a draft that grows key by key: what stood there before is not converted anew. */
export class FullWidthDraft {
  #written = '';
  #converted = '';

  of(draft: string): string {
    // A mark at the end may come to stand between digits, so it is looked at again, with what stands before it.
    const kept = hasBeginning(draft, this.#written) ? Math.max(0, this.#written.length - 1) : 0;
    const before = Math.max(0, kept - 1);
    const added = fullWidth(draft.slice(before)).slice(kept - before);
    // Most drafts have no half-width mark. Then there is nothing to be put together, which takes as much room as the draft.
    const isAsWritten = (kept === 0 || this.#converted === this.#written) && added === draft.slice(kept);
    this.#converted = isAsWritten ? draft : this.#converted.slice(0, kept) + added;
    this.#written = draft;
    return this.#converted;
  }
}
