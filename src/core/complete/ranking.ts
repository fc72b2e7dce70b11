import type { Choosing } from './select.ts';
import type { CompletionMode } from './suggestion.ts';

/** Requirements on a list before it is shown. */
export interface Threshold {
  /** Least gain that the drafter can expect from it, see `Choosing` in `select.ts`. */
  readonly expectedSaving: number;
  /** Least chance that one of its rows is right. */
  readonly hitChance: number;
}

/**
 * What a list must reach to be shown, by mode. 积极 shows whatever is expected to save anything. In the other modes the
 * chance of a right row decides, since rows that are seldom right may also save much.
 */
export const thresholds: Readonly<Record<CompletionMode, Threshold>> = {
  eager: { expectedSaving: 0.01, hitChance: 0 },
  balanced: { expectedSaving: 0.2, hitChance: 0.3 },
  quiet: { expectedSaving: 0.2, hitChance: 0.5 },
};

/**
 * Least chance (`OpenSeries.likelihood`) at which the next marker of a series is worth a list that opens by itself.
 * Formally a section marker may come after every sentence. In fact it comes there once in twenty times, and on a new
 * line every other time.
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

/**
 * A further row stays in a list if it is expected to add at least this share of what the list itself must. More rows do
 * not mean more lists. With .25 both CSR and right lists were fewer.
 */
export const MIN_ITEM_SHARE = 0.05;

/**
 * What orders the list: likely rows first, and of nearly equally likely ones the longer. It takes `leadChance`, not the
 * chance of the whole text, because a draft seldom follows a text to its end. So where no source goes another way, a
 * whole phrase stands before its beginnings.
 */
export function rank(leadChance: number, length: number): number {
  return leadChance * Math.sqrt(length);
}
