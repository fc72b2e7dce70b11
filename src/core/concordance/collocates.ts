import { evenly } from '../collections/evenly.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import { contextWords } from './contextWords.ts';
import type { Hits } from './hits.ts';

/** A word that co-occurs with the match. */
export interface Collocate {
  readonly word: string;
  /** Number of examined matches with the word within `WINDOW` words on this side, in the same sentence. */
  readonly occurrences: number;
  /** Association by logDice (Rychlý 2008): 14 + log₂(2·f(x,y) ÷ (f(x) + f(y))). At most 14; each point twice as strong. */
  readonly logDice: number;
}

/** The collocates of a concordance. */
export interface Collocates {
  readonly before: readonly Collocate[];
  readonly after: readonly Collocate[];
  /** Number of matches examined, evenly spread over all. */
  readonly examined: number;
}

/** Window on either side, in words. */
export const WINDOW = 5;
/** Most matches examined. */
export const MAX_EXAMINED = 5000;
/** Rarer words have no meaningful score. */
const MIN_OCCURRENCES = 2;
/** Number of words to be scored, the most frequent ones; each must be counted in the corpus. */
const MAX_CANDIDATES = 150;
const MAX_LISTED = 60;

/**
 * The words that stand near the match more often than chance would have it, strongest first.
 * @param chosen hits, at least one
 * @param total number of occurrences that the chosen ones are a sample of
 */
export function collocates(index: CorpusIndex, hits: Hits, chosen: readonly number[], total: number): Collocates {
  const before = new Map<string, number>();
  const after = new Map<string, number>();
  const examined = evenly(chosen, MAX_EXAMINED);
  for (const hit of examined) {
    const words = contextWords(index.text, hits.at(hit));
    for (const [side, counts] of [
      [words.before, before],
      [words.after, after],
    ] as const) {
      const near = side.slice(0, WINDOW).filter(word => word.wall < 2);
      for (const word of new Set(near.map(({ text }) => text))) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const scale = total / Math.max(1, examined.length);
  const rank = (counts: ReadonlyMap<string, number>) => strongest(index, counts, total, scale);
  return { before: rank(before), after: rank(after), examined: examined.length };
}

function strongest(
  index: CorpusIndex,
  counts: ReadonlyMap<string, number>,
  total: number,
  scale: number,
): readonly Collocate[] {
  return Array.from(counts)
    .filter(([, count]) => count >= MIN_OCCURRENCES)
    .sort((a, b) => b[1] - a[1])
    .slice(0, MAX_CANDIDATES)
    .map(([word, occurrences]) => {
      const frequency = index.counts.occurrences(index.matches.of(word));
      return { word, occurrences, logDice: 14 + Math.log2((2 * occurrences * scale) / (total + frequency)) };
    })
    .sort((a, b) => b.logDice - a.logDice)
    .slice(0, MAX_LISTED);
}
