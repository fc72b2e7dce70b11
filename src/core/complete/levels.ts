import type { Effort } from './rankingWeights.ts';
import type { Topic } from './topic.ts';

/** Where a level was seen: in the draft itself, in the documents of the corpus that resemble it, or in the whole corpus. */
export type LevelOrigin = 'draft' | 'kin' | 'corpus';

/** One ending of the text before the caret, and where it was seen: a level of the ∞-gram model. */
export interface Level {
  /** Length of the ending, in units. */
  readonly length: number;
  /** How many occurrences one sample stands for. */
  readonly scale: number;
  readonly origin: LevelOrigin;
  /** Its samples are those from this number on … */
  readonly from: number;
  /** … to the one before this. */
  readonly to: number;
}

/** What samples are collected for. */
export interface Situation {
  /** The paragraph up to the caret, after a line break where the paragraph begins in it. */
  readonly before: string;
  /** Everything before the caret that may be learned from, `before` included. */
  readonly draft: string;
  readonly topic: Topic;
  /** Units of `before` that must agree at least, see `leastAgreement`. */
  readonly least: number;
  /** The marks that would close what `before` leaves open, outermost first. */
  readonly open: readonly string[];
  readonly effort: Effort;
}
