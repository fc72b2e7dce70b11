import type { CompletionMode } from './suggestion.ts';

/** Limits on the work of the continuation model, set by hand. TRIED.md says what more or less of each was worth. */
export const rankingWeights = {
  /** The most context lengths that are asked of the index, from the longest match down. A fifth one found nothing that the others had not. */
  levels: 4,
  /** For frequent contexts, so many neighbouring places are taken together. This takes half the reads of eight and is as good. */
  run: 16,
  /**
   * Longest continuation looked at, in units: a clause, or two short ones. Of the rows accepted, one in two hundred was
   * longer; what follows is offered next.
   */
  maxContinuation: 20,
};

/** How much is read and followed for one list. */
export interface Effort {
  /** Occurrences read per level. */
  readonly samples: number;
  /** Places read in kin for a context of one unit. */
  readonly unitSamples: number;
  /** Places per level of which those samples are chosen: only their dates are looked at. */
  readonly places: number;
  /** Continuations less likely than this are not followed. Few lists would show them, and the tree needs an end. */
  readonly minProbability: number;
}

/**
 * For lists that are to be right. 32 samples would cost .3 points of character savings and spare 5 % of a keystroke;
 * 160 places would cost .2 points and spare 2 %; a least chance of .012 would cost .1 to .3 points.
 */
export const USUAL_EFFORT: Effort = { samples: 40, unitSamples: 24, places: 320, minProbability: 0.007 };

/**
 * For writers who count keystrokes. They are shown rows that are seldom right, and these are the rows that more samples
 * tell apart: .4 points more for a fifth more time.
 */
const GREAT_EFFORT: Effort = { samples: 96, unitSamples: 48, places: 640, minProbability: 0.004 };

export const efforts: Readonly<Record<CompletionMode, Effort>> = {
  eager: GREAT_EFFORT,
  balanced: USUAL_EFFORT,
  quiet: USUAL_EFFORT,
};
