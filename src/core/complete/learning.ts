import { Acceptance, type AcceptanceEvents } from './acceptance.ts';

/** The fate of suggestions since the last request. `forget` deletes all earlier counts. */
export interface LearnRequest extends AcceptanceEvents {
  readonly forget?: boolean;
}

/** What learning has come to. */
export interface LearnResult {
  /** Number of suggestions that are remembered. */
  readonly suggestions: number;
  /** Set once if the counts on disk were damaged, and an earlier state of them, or none, is in use. */
  readonly damage?: LearningDamage;
}

export type LearningDamage = 'backup-used' | 'lost';

/** The counts by which a service ranks suggestions, with their storage. */
export interface Learning {
  readonly acceptance: Acceptance;
  learn(request: LearnRequest): LearnResult;
}

/** Counts that last as long as the process, for the command line and tests. */
export class PassingLearning implements Learning {
  readonly acceptance = new Acceptance(() => 0);

  learn(request: LearnRequest): LearnResult {
    if (request.forget) this.acceptance.forget();
    this.acceptance.note(request);
    return { suggestions: this.acceptance.records.length };
  }
}
