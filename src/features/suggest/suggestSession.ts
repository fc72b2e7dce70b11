import { isClauseBreak, isClauseEnd } from '../../core/text/charClass.ts';
import { clauseStart } from '../../core/text/clauses.ts';

/** A place of the caret in an open draft. */
export interface CaretPlace {
  readonly uri: string;
  readonly version: number;
  readonly line: number;
  /** Text before the caret on its line. */
  readonly before: string;
}

/**
 * How the text before the caret came about: a suggestion was accepted, an offered one was typed to its end, or something else was typed.
 * Any other change (deletion, paste, undo, letters of a composition, another program) is no edit.
 */
export type Edit = 'accepted' | 'completed' | 'typed';

/**
 * The editor requests completions within its quick-suggestion delay after a keystroke; it may be late by this many milliseconds. Only the
 * first request after a change may be automatic; a second one in the same place comes from the user.
 */
const firstSlack = 1000;
const laterSlack = 150;

/**
 * State that the editor does not pass to its providers: whether a list was requested or would open by itself, how the text before the caret
 * came about, and where Esc was pressed.
 */
export class SuggestSession {
  #lastChange = { uri: '', at: Number.NEGATIVE_INFINITY };
  #lastEdit: { readonly key: string; readonly edit: Edit } | undefined;
  #asked = '';
  #answered = '';
  #triggered = '';
  #muted = '';
  #offered: ReadonlySet<string> = new Set();
  #inserted = '';

  noteChange(uri: string, now: number): void {
    this.#lastChange = { uri, at: now };
    this.#lastEdit = undefined;
  }

  /** Notes that the last change was an edit that ends at `place`. */
  noteEdit(place: CaretPlace, edit: Edit): void {
    this.#lastEdit = { key: placeKey(place), edit };
  }

  /** The edit that ends at `place`, if nothing has changed since. */
  editAt(place: CaretPlace): Edit | undefined {
    return this.#lastEdit?.key === placeKey(place) ? this.#lastEdit.edit : undefined;
  }

  /** Notes that the user requested a list here. */
  noteAsked(place: CaretPlace): void {
    this.#asked = versionKey(place);
    this.#muted = '';
  }

  /** Notes that the extension is about to open the list here. */
  noteTriggered(place: CaretPlace): void {
    this.#triggered = versionKey(place);
  }

  /**
   * Notes that the editor requests a list.
   * @returns whether the user requested it; if not, it would open by itself
   */
  noteQuestion(place: CaretPlace, now: number, quickSuggestionsDelay: number): boolean {
    const key = versionKey(place);
    const slack = this.#answered === key ? laterSlack : firstSlack;
    this.#answered = key;
    if (this.#asked === key) return true;
    if (this.#triggered === key) return false;
    return this.#lastChange.uri !== place.uri || now - this.#lastChange.at >= quickSuggestionsDelay + slack;
  }

  /** Mutes suggestions until the next clause, after Esc. */
  mute(place: CaretPlace): void {
    this.#muted = clauseKey(place);
  }

  isMuted(place: CaretPlace): boolean {
    return this.#muted === clauseKey(place);
  }

  /** Notes that the list shows rows with these `insertTexts`. */
  noteOffered(insertTexts: Iterable<string>): void {
    this.#offered = new Set(insertTexts);
  }

  /** Notes that `text` is shown as ghost text or about to be inserted by a command. */
  noteInsertable(text: string): void {
    this.#inserted = text;
  }

  /** Whether the last list or ghost text offered `text`. */
  wasOffered(text: string): boolean {
    return this.#offered.has(text) || (text !== '' && text === this.#inserted);
  }

  /**
   * Whether `before` ends with a row of the last list, so that its last character completes that row. A punctuation mark completes nothing.
   */
  isCompletedBy(before: string): boolean {
    if (isClauseEnd(before.at(-1) ?? '')) return false;
    return [...this.#offered].some(text => text.length > 1 && before.endsWith(text));
  }
}

function versionKey(place: CaretPlace): string {
  return `${place.version} ${place.uri}`;
}

function placeKey(place: CaretPlace): string {
  return `${place.line}:${place.before.length} ${versionKey(place)}`;
}

/** The members of «从点滴中…、从一线中…» are one clause: Esc mutes them together. */
function clauseKey({ line, before, uri }: CaretPlace): string {
  return `${line}:${clauseStart(before, before.length, 0, isClauseBreak)} ${uri}`;
}
