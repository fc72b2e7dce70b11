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
 * How the text before the caret came there: a suggestion was accepted, one that was on offer was typed to its end, something else was
 * typed. Everything else (deletion, paste, undo, letters of a composition, another program) is no edit at all.
 */
export type Edit = 'accepted' | 'completed' | 'typed';

/**
 * The editor asks within its quick-suggestion delay after a keystroke; this much more may pass, in milliseconds. The first question
 * after a change may come late, on a busy machine; a second one in the same place is the user's.
 */
const firstSlack = 1000;
const laterSlack = 150;

/**
 * What the editor does not tell its providers: whether a list was asked for or would open by itself, how the text before the caret
 * came there, and where Esc has been pressed.
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

  /** The last change was an edit that ends at `place`. */
  noteEdit(place: CaretPlace, edit: Edit): void {
    this.#lastEdit = { key: placeKey(place), edit };
  }

  /** The edit that ends at `place`, if nothing has changed since. */
  editAt(place: CaretPlace): Edit | undefined {
    return this.#lastEdit?.key === placeKey(place) ? this.#lastEdit.edit : undefined;
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

  /** The editor asks for a list. @returns whether the user wants it; else it would open by itself */
  noteQuestion(place: CaretPlace, now: number, quickSuggestionsDelay: number): boolean {
    const key = versionKey(place);
    const slack = this.#answered === key ? laterSlack : firstSlack;
    this.#answered = key;
    if (this.#asked === key) return true;
    if (this.#triggered === key) return false;
    return this.#lastChange.uri !== place.uri || now - this.#lastChange.at >= quickSuggestionsDelay + slack;
  }

  /** Esc: nothing is shown by itself until the next clause. */
  mute(place: CaretPlace): void {
    this.#muted = clauseKey(place);
  }

  isMuted(place: CaretPlace): boolean {
    return this.#muted === clauseKey(place);
  }

  /** The list shows rows that would insert these. */
  noteOffered(insertTexts: Iterable<string>): void {
    this.#offered = new Set(insertTexts);
  }

  /** Ghost text shows, or a command is about to insert, `text`. */
  noteInsertable(text: string): void {
    this.#inserted = text;
  }

  /** Is `text` what the last list or ghost text would insert? */
  wasOffered(text: string): boolean {
    return this.#offered.has(text) || (text !== '' && text === this.#inserted);
  }

  /** Does `before` end with a row of the last list, so that its last character completes that row? A mark completes nothing. */
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
