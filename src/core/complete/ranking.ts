import type { Choosing } from './select.ts';
import type { CompletionMode } from './suggestion.ts';

/** Requirements on a list before it is shown. */
export interface Threshold {
  /** Least gain that the drafter can expect from it, see `Choosing` in `select.ts`. */
  readonly expectedSaving: number;
  /** Least chance that one of its rows is right. */
  readonly hitChance: number;
}

/** 积极 shows what saves anything at all. For the others the chance of a right row decides, since much may be saved by what is seldom right. */
export const thresholds: Readonly<Record<CompletionMode, Threshold>> = {
  eager: { expectedSaving: 0.01, hitChance: 0 },
  balanced: { expectedSaving: 0.2, hitChance: 0.3 },
  quiet: { expectedSaving: 0.2, hitChance: 0.5 },
};

/**
 * Least chance (`OpenSeries.likelihood`) at which the next marker of a series is worth a list that opens by itself. A section marker is
 * formally open after every sentence, but comes there once in twenty times; on a new line every other time.
 */
export const minMarkerLikelihood: Readonly<Record<CompletionMode, number>> = {
  eager: 0.02,
  balanced: 0.15,
  quiet: 0.4,
};

/** Whether less likely markers are still offered, below the most likely words, on request. */
export const answersUnlikelyMarkers: Readonly<Record<CompletionMode, boolean>> = {
  eager: true,
  balanced: true,
  quiet: false,
};

/** Whether a row may end with any whole word: «日益增长的», «为指导，全面», «坚持以». Many such rows are right; none is a phrase by itself. */
export const mayLeadOn: Readonly<Record<CompletionMode, boolean>> = {
  eager: true,
  balanced: false,
  quiet: false,
};

/** 积极 is for writers who count keystrokes; the others prefer rows that are right. A third row with its mark saves nothing more. */
export const choosing: Readonly<Record<CompletionMode, Choosing>> = {
  eager: { worthExponent: 0.5, markedRows: 2 },
  balanced: { worthExponent: 0.4, markedRows: 2 },
  quiet: { worthExponent: 0.4, markedRows: 2 },
};

/** A suggestion stays in a list if it is expected to add this share of what the list must. More rows cost no more lists: at .25, CSR and right lists were less. */
export const MIN_ITEM_SHARE = 0.05;

/**
 * Place in the list: likely ones first, but of nearly equal ones the longer. Where no source goes another way, the whole stands before its
 * beginnings, unlikely as it is that a draft follows to the end: hence `leadChance`, not the chance of the whole.
 */
export function rank(leadChance: number, length: number): number {
  return leadChance * Math.sqrt(length);
}
