import type { Suggestion } from '../../core/complete/suggestion.ts';
import { isOfCorpus } from './suggestionKinds.ts';
import type { CaretPlace } from './suggestSession.ts';

interface Shown {
  readonly place: CaretPlace;
  readonly insertText: string;
  /** The text it would insert after the caret. */
  readonly added: string;
}

/** Recognises suggestions that were shown and typed past: «，口碑» was offered after «河里» and the draft continues «河里才». */
export class Refusals {
  #shown: Shown | undefined;

  /**
   * Notes that `suggestion`, the first row of the list or ghost text, is shown at `place`. Only words of the corpus are counted, as for
   * accepted suggestions.
   */
  noteShown(place: CaretPlace, suggestion: Suggestion, added: string): void {
    this.#shown = isOfCorpus(suggestion) ? { place, insertText: suggestion.insertText, added } : undefined;
  }

  noteAccepted(): void {
    this.#shown = undefined;
  }

  /**
   * Notes that the draft was typed on to `place`.
   * @returns the `insertText` of a suggestion that was thereby refused
   */
  typedTo(place: CaretPlace): string | undefined {
    const shown = this.#shown;
    if (shown === undefined) return undefined;
    this.#shown = undefined;
    if (shown.place.uri !== place.uri) return undefined;
    if (shown.place.line !== place.line) return shown.insertText;
    if (!place.before.startsWith(shown.place.before)) return undefined; // deleted, or elsewhere on the line
    const typed = place.before.slice(shown.place.before.length);
    if (!shown.added.startsWith(typed)) return shown.insertText;
    if (typed !== shown.added) this.#shown = shown;
    return undefined;
  }
}
