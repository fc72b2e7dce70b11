import type { CompletionMode } from '../service/speechService.ts';
import { isPause, isStop } from '../structure/charClass.ts';

/**
 * All numbers the ranking of continuations depends on. They are first values, set by hand on a handful of contexts and a
 * small corpus; DESIGN.md beside this file says what was tried and what has been measured since.
 */
export const rankingWeights = {
  /** Context lengths asked of the index, from the longest match down: this many at most. */
  levels: 5,
  /** Occurrences read per level. */
  samples: 64,
  /** Longest continuation looked at, in units. */
  maxContinuation: 32,
  /** Continuations less likely than this are not followed. */
  minProbability: 0.01,
  /** Trust in a level grows with what it has seen: `count / (count + backoff)`; the rest goes to the next shorter one. */
  backoff: 1,
  /**
   * Chance that a stretch goes on otherwise than it was ever seen to, as occurrences never observed. The longer the
   * stretch that has agreed so far, the smaller: `novelty × noveltyDecay ^ (agreed − 2)`, never below `minNovelty`.
   */
  novelty: 1.2,
  noveltyDecay: 0.7,
  minNovelty: 0.03,
  /** Writers part from their sources between sentences most, between clauses less, hardly between the items of a list. */
  sentenceNovelty: 4,
  clauseNovelty: 1,
  itemNovelty: 0.1,
};

/** Least number of characters a list must be expected to save before it is shown. */
export const minExpectedSaving: Readonly<Record<CompletionMode, number>> = {
  eager: 0.03,
  balanced: 0.3,
  quiet: 1,
};

/**
 * Least chance (`OpenSeries.likelihood`) at which the next marker of a series is offered. A section marker is formally
 * open after every sentence, but comes there once in twenty times; on a new line every other time.
 */
export const minMarkerLikelihood: Readonly<Record<CompletionMode, number>> = {
  eager: 0.02,
  balanced: 0.15,
  quiet: 0.4,
};

/** A suggestion stays in a list if it is expected to save this share of what the list must save. */
export const MIN_ITEM_SHARE = 0.25;

/** Pseudo-count of the unseen after `agreed` units of agreement between draft and corpus. */
export function novelty(agreed: number, weights = rankingWeights): number {
  return Math.max(weights.minNovelty, weights.novelty * weights.noveltyDecay ** (agreed - 2));
}

/** What a mark adds to it, when the unit before is `last`. */
export function noveltyAfter(last: string, weights = rankingWeights): number {
  if (last === '、') return weights.itemNovelty;
  if (isStop(last) || last === '；') return weights.sentenceNovelty;
  return isPause(last) ? weights.clauseNovelty : 0;
}

/** Place in the list: likely ones first, but of nearly equal ones the longer. */
export function rank(probability: number, length: number): number {
  return probability * Math.sqrt(length);
}
