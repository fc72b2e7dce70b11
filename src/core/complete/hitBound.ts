import { sumOfLargest } from '../collections/sumOfLargest.ts';
import type { Continuation } from './continuation.ts';

/** Continuations, each before those that begin with it, and those right behind it. */
type Candidates = ReadonlyArray<Pick<Continuation, 'text' | 'probability'>>;

/** More than the chance can be that one of any `limit` rows chosen from `candidates` is right. */
export function mostHitChance(candidates: Candidates, limit: number): number {
  return sumOfLargest(separateChances(candidates), limit);
}

/** The chances of `candidates` that do not begin alike. Of those that do, the shortest is right wherever another is. */
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
