import type { Suggestion } from '../../core/complete/suggestion.ts';
import { isOfCorpus } from './suggestionKinds.ts';
import type { CaretPlace } from './suggestSession.ts';

interface Shown {
  readonly place: CaretPlace;
  readonly insertText: string;
  /** What it would add after the caret. */
  readonly added: string;
}

/** Tells when a suggestion that was shown has been typed past: «，口碑» was on offer after «河里» and the draft goes on «河里才». */
export class Refusals {
  #shown: Shown | undefined;

  /** `suggestion` is the first row of the list, or ghost text, at `place`. As of what is accepted, only words of the corpus are counted. */
  noteShown(place: CaretPlace, suggestion: Suggestion, added: string): void {
    this.#shown = isOfCorpus(suggestion) ? { place, insertText: suggestion.insertText, added } : undefined;
  }

  noteAccepted(): void {
    this.#shown = undefined;
  }

  /** The draft was typed on to `place`. @returns the `insertText` of the suggestion refused by that */
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
