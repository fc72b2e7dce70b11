import { clauseStart } from './suggestionGate.ts';

/** A place of the caret in an open draft. */
export interface CaretPlace {
  readonly uri: string;
  readonly version: number;
  readonly line: number;
  /** Text before the caret on its line. */
  readonly before: string;
}

/** The editor asks within its quick-suggestion delay after a keystroke; this much more may pass on a busy machine. */
const askingSlack = 150;

/**
 * What the editor does not tell its providers: whether a list was asked for or would open by itself, and where Esc has been pressed.
 */
export class SuggestSession {
  #lastChange = { uri: '', at: Number.NEGATIVE_INFINITY };
  #asked = '';
  #triggered = '';
  #muted = '';
  #offered: ReadonlySet<string> = new Set();

  noteChange(uri: string, now: number): void {
    this.#lastChange = { uri, at: now };
  }

  /** The user asked for a list here. */
  noteAsked(place: CaretPlace): void {
    this.#asked = versionKey(place);
    this.#muted = '';
  }

  /** The extension is about to open the list here. */
  noteTriggered(place: CaretPlace): void {
    this.#triggered = versionKey(place);
  }

  /** Would a list shown now have opened by itself? */
  isAutomatic(place: CaretPlace, now: number, quickSuggestionsDelay: number): boolean {
    if (this.#asked === versionKey(place)) return false;
    if (this.#triggered === versionKey(place)) return true;
    return this.#lastChange.uri === place.uri && now - this.#lastChange.at < quickSuggestionsDelay + askingSlack;
  }

  /** Esc: no list opens by itself until the next clause. */
  mute(place: CaretPlace): void {
    this.#muted = clauseKey(place);
  }

  isMuted(place: CaretPlace): boolean {
    return this.#muted === clauseKey(place);
  }

  noteOffered(insertTexts: Iterable<string>): void {
    this.#offered = new Set(insertTexts);
  }

  /** Is `text` what the last list would insert? */
  wasOffered(text: string): boolean {
    return this.#offered.has(text);
  }
}

function versionKey(place: CaretPlace): string {
  return `${place.version} ${place.uri}`;
}

function clauseKey(place: CaretPlace): string {
  return `${place.line}:${clauseStart(place.before)} ${place.uri}`;
}
