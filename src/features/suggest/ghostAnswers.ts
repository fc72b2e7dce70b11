import type * as vscode from 'vscode';
import type { SpeechService } from '../../core/service/speechService.ts';
import { readSetting } from '../../vscode/config.ts';
import { type Log, orNothing } from '../../vscode/log.ts';
import type { DraftAnswers } from './draftAnswers.ts';
import { caretOf, hasManyCarets, placeOf, textAfter } from './draftCaret.ts';
import { type Ghost, ghostOf, ghostPlace } from './ghostText.ts';
import { isLikely } from './suggestionGate.ts';
import type { CaretPlace, SuggestSession } from './suggestSession.ts';

/** Ghost text with its place. */
export interface PlacedGhost {
  readonly place: CaretPlace;
  readonly ghost: Ghost;
}

/**
 * The ghost text at the caret, queried once per version. The trigger and the list consult it too: where there is ghost text no list opens
 * by itself, since Tab would accept the list's row and Enter would not break the line.
 */
export class GhostAnswers {
  readonly #service: SpeechService;
  readonly #answers: DraftAnswers;
  readonly #session: SuggestSession;
  readonly #log: Log;
  #key = '';
  #ghost: Promise<Ghost | undefined> = Promise.resolve(undefined);
  #rest: PlacedGhost | undefined;

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

  /** To be called when the corpus has changed. */
  forget(): void {
    this.#key = '';
  }

  /** To be called when a part of ghost text is about to be inserted; `rest` is the ghost text behind it. */
  keepRest(rest: PlacedGhost | undefined): void {
    this.#rest = rest;
  }

  async #ask(document: vscode.TextDocument, position: vscode.Position, place: CaretPlace): Promise<Ghost | undefined> {
    const rest = this.#rest;
    this.#rest = undefined;
    const edit = this.#session.editAt(place);
    if (edit === 'accepted' && rest?.place.before === place.before) return rest.ghost;
    if (edit !== 'accepted' && readSetting('jianggao.completion.trigger') === 'manual') return undefined;
    const around = { before: place.before, after: textAfter(document, position) };
    const where = ghostPlace(around, edit);
    if (where === undefined) return undefined;
    const mode = readSetting('jianggao.completion.mode');
    const caret = caretOf(document, position);
    const suggestions = (await orNothing(this.#log, this.#answers.at(caret, mode))) ?? [];
    if (where !== 'empty-line') return ghostOf(where, around, suggestions, mode);
    const markers = suggestions.filter(one => one.kind === 'series-marker' && isLikely(one, mode));
    const request = { text: caret.text(), offset: caret.offset };
    const openings = markers.length > 0 ? undefined : await orNothing(this.#log, this.#service.openings(request));
    return ghostOf(where, around, openings?.suggestions ?? markers, mode);
  }
}
