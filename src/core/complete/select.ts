import type { Continuation } from './continuations.ts';

/** A chosen continuation with the characters the whole choice is expected to save through it. */
export interface Choice<T extends { readonly text: string; readonly probability: number }> {
  readonly continuation: T;
  readonly expectedSaving: number;
}

/** Characters saved by accepting `text` with one key. */
function saving(text: string): number {
  return text.length - 1;
}

/**
 * At most `limit` of `candidates` that together save most: the drafter takes the longest right one, so a candidate is
 * worth what it adds to those already chosen. Greedy, best first; each next one is the one that adds most.
 */
export function select<T extends Pick<Continuation, 'text' | 'probability'>>(
  candidates: readonly T[],
  limit: number,
): Choice<T>[] {
  const chosen: Choice<T>[] = [];
  const rest = new Set(candidates);
  while (chosen.length < limit && rest.size > 0) {
    let best: T | undefined;
    let bestGain = 0;
    for (const candidate of rest) {
      const gain = gainOf(candidate, chosen);
      if (gain > bestGain || (gain === bestGain && best !== undefined && candidate.text.length < best.text.length)) {
        best = candidate;
        bestGain = gain;
      }
    }
    if (best === undefined) break;
    rest.delete(best);
    chosen.push({ continuation: best, expectedSaving: bestGain });
  }
  return chosen;
}

/** Chance that at least one of `choices` is right. Those that begin with another of them are right only where that one is. */
export function hitChance(choices: ReadonlyArray<Choice<Pick<Continuation, 'text' | 'probability'>>>): number {
  const isExtension = (text: string): boolean =>
    choices.some(({ continuation }) => continuation.text.length < text.length && text.startsWith(continuation.text));
  return choices.reduce(
    (sum, { continuation }) => sum + (isExtension(continuation.text) ? 0 : continuation.probability),
    0,
  );
}

function gainOf<T extends Pick<Continuation, 'text' | 'probability'>>(
  candidate: T,
  chosen: readonly Choice<T>[],
): number {
  // Chosen beginnings of the candidate save their part already; chosen endings of it are right in part of its cases.
  let saved = 0;
  let longerProbability = 0;
  const longer: string[] = [];
  for (const { continuation } of chosen) {
    if (candidate.text.startsWith(continuation.text)) saved = Math.max(saved, saving(continuation.text));
    else if (continuation.text.startsWith(candidate.text) && !longer.some(text => continuation.text.startsWith(text))) {
      longer.push(continuation.text);
      longerProbability += continuation.probability;
    }
  }
  return Math.max(0, candidate.probability - longerProbability) * (saving(candidate.text) - saved);
}
