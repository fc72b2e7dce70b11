import type { CompletionMode } from '../service/speechService.ts';

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

/** Place in the list: likely ones first, but of nearly equal ones the longer. */
export function rank(probability: number, length: number): number {
  return probability * Math.sqrt(length);
}
