import type { SpeechService } from '../../core/service/speechService.ts';
import type { Log } from '../../vscode/log.ts';
import type { DraftVariables } from '../structure/draftVariables.ts';
import { DraftAnswers } from './draftAnswers.ts';
import type { EnterGuard } from './enterGuard.ts';
import { GhostAnswers } from './ghostAnswers.ts';
import type { Learning } from './learning.ts';
import { Refusals } from './refusals.ts';
import { SuggestSession } from './suggestSession.ts';

/** What the list, its trigger and ghost text share. */
export interface Suggesting {
  readonly service: SpeechService;
  readonly answers: DraftAnswers;
  readonly session: SuggestSession;
  readonly ghosts: GhostAnswers;
  readonly refusals: Refusals;
  readonly enter: EnterGuard;
  readonly learning: Learning;
  readonly variables: DraftVariables;
  readonly log: Log;
}

export function createSuggesting(
  given: Pick<Suggesting, 'service' | 'enter' | 'learning' | 'variables' | 'log'>,
): Suggesting {
  const { service, log } = given;
  const answers = new DraftAnswers(service);
  const session = new SuggestSession();
  const ghosts = new GhostAnswers(service, answers, session, log);
  return { ...given, answers, session, ghosts, refusals: new Refusals() };
}
