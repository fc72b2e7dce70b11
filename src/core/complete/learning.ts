import { Acceptance, type AcceptanceEvents } from './acceptance.ts';

/** What has happened to suggestions since the last time. `forget` wipes everything counted before. */
export interface LearnRequest extends AcceptanceEvents {
  readonly forget?: boolean;
}

export interface LearnResult {
  /** Suggestions of which anything is remembered. */
  readonly suggestions: number;
  /** Told once: the counts kept on the disk were damaged, and an earlier state of them, or none, is in use. */
  readonly damage?: LearningDamage;
}

export type LearningDamage = 'backup-used' | 'lost';

/** The counts a service ranks by, and where they are kept. */
export interface Learning {
  readonly acceptance: Acceptance;
  learn(request: LearnRequest): LearnResult;
}

/** Counts that end with the process: for the command line and tests. */
export class PassingLearning implements Learning {
  readonly acceptance = new Acceptance(() => 0);

  learn(request: LearnRequest): LearnResult {
    if (request.forget) this.acceptance.forget();
    this.acceptance.note(request);
    return { suggestions: this.acceptance.records.length };
  }
}
