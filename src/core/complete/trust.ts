import { isPause, isStop } from '../structure/charClass.ts';
import type { Level } from './evidence.ts';
import { rankingWeights } from './rankingWeights.ts';

/** What a level has seen at one node of the tree of continuations. */
export interface LevelCount {
  /** Samples of context and path together. */
  readonly count: number;
  /** Different next units among them. */
  readonly distinct: number;
  /** Shorter contexts that have been here too: 0 if there is none to leave the rest to. */
  readonly shorter: number;
}

/** Number of entries of `trustFeatures` and of `rankingWeights.trust`. */
export const TRUST_FEATURES = 22;

/** Bits of a character of speech, given those before it: `log2(size) / CHANCE_BITS` units agree with a corpus of that size by chance. */
const CHANCE_BITS = 3;

/**
 * How a level presents itself at a node: the numbers from which `trust` tells how far to believe it.
 * @param depth units from the caret to the node
 * @param last the unit before the node
 * @param corpusSize characters of the corpus
 */
export function trustFeatures(
  { length, isDraft, scale }: Level,
  { count, distinct, shorter }: LevelCount,
  depth: number,
  last: string,
  corpusSize: number,
): number[] {
  const agreed = Math.log2(length + depth);
  const beyond = isDraft
    ? 0
    : Math.min(8, Math.max(0, length + depth - Math.log2(Math.max(2, corpusSize)) / CHANCE_BITS));
  const single = count <= 1 ? 1 : 0;
  const isLast = shorter === 0 ? 1 : 0;
  const variety = distinct / count;
  return [
    1,
    agreed,
    length + depth <= 2 ? 1 : 0,
    length + depth === 3 ? 1 : 0,
    Math.log2(count),
    single,
    single * agreed,
    Math.log2(distinct),
    variety,
    isLast,
    isLast * Math.log2(count),
    isLast * variety,
    isLast * agreed,
    Math.log2(scale),
    single * Math.log2(scale),
    shorter === 1 ? 1 : 0,
    isStop(last) || last === '；' || last === '\n' ? 1 : 0,
    last !== '、' && last !== '；' && isPause(last) ? 1 : 0,
    isDraft ? 1 : 0,
    isDraft ? agreed : 0,
    beyond,
    single * beyond,
  ];
}

/** Chance, by the weights, that the next unit is one the level knows at this node. */
export function trust(features: readonly number[], weights: readonly number[] = rankingWeights.trust): number {
  let sum = 0;
  for (let i = 0; i < features.length; i++) sum += features[i]! * weights[i]!;
  return 1 / (1 + Math.exp(-sum));
}
