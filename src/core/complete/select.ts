import { sumOfLargest } from '../collections/sumOfLargest.ts';
import { isClauseEnd } from '../text/charClass.ts';
import type { Continuation } from './continuations.ts';

type Candidate = Pick<Continuation, 'text' | 'probability'>;

/** A chosen continuation with what the whole choice is expected to gain through it, see `worth`. */
export interface Choice<T extends Candidate> {
  readonly continuation: T;
  readonly expectedSaving: number;
}

/** How a list is put together. */
export interface Choosing {
  /**
   * A right row is worth the `length − 1` keys that it saves to this power: less than all of them, since a longer text that is not offered now
   * can be a few characters later, and a shorter one is right more often.
   */
  readonly worthExponent: number;
  /** Rows that may end with the mark after a phrase. */
  readonly markedRows: number;
}

/** What a right row of a text is worth. */
type Worth = (text: string) => number;

/** Whether `text` takes in the mark after a whole phrase. «展，» does not count: it would not be worth a key without. */
export function hasMark(text: string): boolean {
  return text.length > 2 && isClauseEnd(text.at(-1)!);
}

/**
 * At most `limit` of `candidates` that together save most: the drafter takes the longest right one, so a candidate is
 * worth what it adds to those already chosen. Greedy, best first; each next one is the one that adds most. One that ends
 * with the mark after a phrase stands only beside the phrase itself: it saves a key, but «真抓实干» and «真抓实干，» are one thought.
 * @param isAcceptable asked of those only that are about to be chosen, since it may be slow
 */
export function select<T extends Candidate>(
  candidates: readonly T[],
  limit: number,
  { worthExponent, markedRows }: Choosing,
  isAcceptable: (candidate: T) => boolean = () => true,
): Choice<T>[] {
  const chosen: Choice<T>[] = [];
  const rest = new Set(candidates);
  const waiting = new Set(candidates.map(({ text }) => text));
  const worth: Worth = text => (text.length - 1) ** worthExponent;
  let marked = 0;
  while (chosen.length < limit && rest.size > 0) {
    let best: T | undefined;
    let bestGain = 0;
    for (const candidate of rest) {
      if (hasMark(candidate.text) && (marked >= markedRows || waiting.has(candidate.text.slice(0, -1)))) continue;
      const gain = gainOf(candidate, chosen, worth);
      if (gain > bestGain || (gain === bestGain && best !== undefined && candidate.text.length < best.text.length)) {
        best = candidate;
        bestGain = gain;
      }
    }
    if (best === undefined) break;
    rest.delete(best);
    waiting.delete(best.text);
    if (!isAcceptable(best)) continue;
    marked += Number(hasMark(best.text));
    chosen.push({ continuation: best, expectedSaving: bestGain });
  }
  return chosen;
}

/** Chance that at least one of `choices` is right. Those that begin with another of them are right only where that one is. */
export function hitChance(choices: ReadonlyArray<Choice<Candidate>>): number {
  const isExtension = (text: string): boolean =>
    choices.some(({ continuation }) => continuation.text.length < text.length && text.startsWith(continuation.text));
  return choices.reduce(
    (sum, { continuation }) => sum + (isExtension(continuation.text) ? 0 : continuation.probability),
    0,
  );
}

/**
 * More than `hitChance` can be for any `limit` of `candidates`, of which each stands before those that begin with it: of rows that begin alike
 * the shortest is right wherever another is.
 */
export function mostHitChance(candidates: readonly Candidate[], limit: number): number {
  const chances: number[] = [];
  let shortest: string | undefined;
  for (const { text, probability } of candidates) {
    if (shortest !== undefined && text.startsWith(shortest)) {
      chances[chances.length - 1] = Math.max(chances.at(-1)!, probability);
      continue;
    }
    shortest = text;
    chances.push(probability);
  }
  return sumOfLargest(chances, limit);
}

function gainOf<T extends Candidate>(candidate: T, chosen: readonly Choice<T>[], worth: Worth): number {
  // Chosen beginnings of the candidate save their part already; chosen endings of it are right in part of its cases.
  let saved = 0;
  let longerProbability = 0;
  const longer: string[] = [];
  for (const { continuation } of chosen) {
    if (candidate.text.startsWith(continuation.text)) saved = Math.max(saved, worth(continuation.text));
    else if (continuation.text.startsWith(candidate.text) && !longer.some(text => continuation.text.startsWith(text))) {
      longer.push(continuation.text);
      longerProbability += continuation.probability;
    }
  }
  return Math.max(0, candidate.probability - longerProbability) * (worth(candidate.text) - saved);
}
