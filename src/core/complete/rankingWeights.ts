import type { CompletionMode } from './suggestion.ts';

/** Limits on the work of the continuation model. Set by hand; TRIED.md says what more or less of each was worth. */
export const rankingWeights = {
  /** Context lengths asked of the index, from the longest match down: this many at most. A fifth one found nothing the others had not. */
  levels: 4,
  /** Of frequent contexts so many neighbouring places are taken together: half the reads of eight, and as good. */
  run: 16,
  /** Longest continuation looked at, in units: a clause, or two short ones. Of the rows accepted, one in two hundred was longer; what follows is offered next. */
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
  /** Continuations less likely than this are not followed: few lists would show them, and the tree ends. */
  readonly minProbability: number;
}

/**
 * For lists that are to be right. 32 samples cost .3 points of character savings and spare 5 % of a keystroke; 160 places cost .2 and spare 2 %;
 * at a chance of .012 it is .1 to .3 points.
 */
export const USUAL_EFFORT: Effort = { samples: 40, unitSamples: 24, places: 320, minProbability: 0.007 };

/** Who counts keystrokes has rows shown that are seldom right, and these are the ones that more samples tell apart: .4 points for a fifth more time. */
const GREAT_EFFORT: Effort = { samples: 96, unitSamples: 48, places: 640, minProbability: 0.004 };

export const efforts: Readonly<Record<CompletionMode, Effort>> = {
  eager: GREAT_EFFORT,
  balanced: USUAL_EFFORT,
  quiet: USUAL_EFFORT,
};
