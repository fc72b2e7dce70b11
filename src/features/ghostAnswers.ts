import type * as vscode from 'vscode';
import type { SpeechService } from '../core/service/speechService.ts';
import { readSetting } from '../vscode/config.ts';
import { type Log, orNothing } from '../vscode/log.ts';
import type { DraftAnswers } from './draftAnswers.ts';
import { caretOf, hasManyCarets, placeOf, textAfter } from './draftCaret.ts';
import { type Ghost, ghostOf, ghostPlace } from './ghostText.ts';
import type { CaretPlace, SuggestSession } from './suggestSession.ts';

/**
 * The ghost text at the caret, asked once per version. The trigger and the list ask too: where there is ghost text no list opens by
 * itself, as Tab would take the list's row and Enter would not break the line.
 */
export class GhostAnswers {
  readonly #service: SpeechService;
  readonly #answers: DraftAnswers;
  readonly #session: SuggestSession;
  readonly #log: Log;
  #key = '';
  #ghost: Promise<Ghost | undefined> = Promise.resolve(undefined);
  #rest: { readonly before: string; readonly ghost: Ghost } | undefined;

  constructor(service: SpeechService, answers: DraftAnswers, session: SuggestSession, log: Log) {
    this.#service = service;
    this.#answers = answers;
    this.#session = session;
    this.#log = log;
  }

  async at(document: vscode.TextDocument, position: vscode.Position): Promise<Ghost | undefined> {
    const place = placeOf(document, position);
    if (!readSetting('jianggao.ghostText.enabled') || this.#session.isMuted(place) || hasManyCarets(document)) {
      return undefined;
    }
    const key = `${place.version} ${place.line}:${place.before.length} ${place.uri}`;
    if (key !== this.#key) {
      this.#key = key;
      this.#ghost = this.#ask(document, position, place);
    }
    return this.#ghost;
  }

  /** A part of `ghost` is about to be inserted at `place`; the rest is the ghost text after it. */
  keepRest(place: CaretPlace, ghost: Ghost, part: string): void {
    const rest = ghost.text.slice(part.length);
    this.#rest =
      rest === '' ? undefined : { before: place.before + part, ghost: { text: rest, suggestion: ghost.suggestion } };
  }

  async #ask(document: vscode.TextDocument, position: vscode.Position, place: CaretPlace): Promise<Ghost | undefined> {
    const rest = this.#rest;
    this.#rest = undefined;
    const edit = this.#session.editAt(place);
    if (edit === 'accepted' && rest?.before === place.before) return rest.ghost;
    if (edit !== 'accepted' && readSetting('jianggao.completion.trigger') === 'manual') return undefined;
    const after = textAfter(document, position);
    const where = ghostPlace(place.before, after, edit);
    if (where === undefined) return undefined;
    const mode = readSetting('jianggao.completion.mode');
    const caret = caretOf(document, position);
    const suggestions = (await orNothing(this.#log, this.#answers.at(caret, mode))) ?? [];
    const ghost = ghostOf(where, place.before, after, suggestions, mode);
    if (ghost !== undefined || where !== 'empty-line') return ghost;
    const request = { text: caret.text(), offset: caret.offset };
    const openings = await orNothing(this.#log, this.#service.openings(request));
    return ghostOf(where, '', after, openings?.suggestions ?? [], mode);
  }
}
