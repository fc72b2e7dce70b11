import { sumOfLargest } from '../collections/sumOfLargest.ts';
import type { Continuation } from './continuation.ts';

/** Continuations in the order of `Outlook`: each is followed at once by those that begin with it. */
type Candidates = ReadonlyArray<Pick<Continuation, 'text' | 'probability'>>;

/** An upper bound of the chance that one of any `limit` rows chosen from `candidates` is right. */
export function mostHitChance(candidates: Candidates, limit: number): number {
  return sumOfLargest(separateChances(candidates), limit);
}

/**
 * The chances of those `candidates` that begin with no other one. The shortest of those that begin alike is right
 * whenever another of them is.
 */
export function separateChances(candidates: Candidates): number[] {
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
  return chances;
}
