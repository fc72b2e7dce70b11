import type { Occurrence } from '../index/occurrence.ts';
import type { Topic } from './topic.ts';

/** Who was asked: the draft itself, the documents of the corpus that resemble it, the whole corpus. */
export type LevelOrigin = 'draft' | 'kin' | 'corpus';

/** One ending of the text before the caret, and how often it was seen: a level of the ∞-gram model. */
export interface Level {
  /** Units of context. */
  readonly length: number;
  /** Occurrences one sample stands for. */
  readonly scale: number;
  readonly origin: LevelOrigin;
}

/** One place where a level's context was seen, with what follows there. */
export interface Sample {
  readonly level: number;
  /** What follows, at most `rankingWeights.maxContinuation` units and one more. */
  readonly text: string;
  /** Units of `text` that may be offered: to the end of the sentence, within the brackets that are open. */
  readonly end: number;
  /** How much it counts against the other samples of its level, see `Topic`. */
  readonly weight: number;
  /** Where the context starts; `undefined` for the draft. */
  readonly occurrence: Occurrence | undefined;
  /** Of the draft, a few units that stand before the context there: they tell where words start. */
  readonly lead?: string;
}

/** A sample whose level gets its place among the others when all of them are found; until then it is `UNPLACED`. */
export interface FoundSample extends Sample {
  level: number;
}

export const UNPLACED = -1;

export interface FoundLevel {
  readonly level: Level;
  readonly samples: readonly FoundSample[];
}

/** What samples are collected for. */
export interface Situation {
  /** The paragraph up to the caret, after a line break where the paragraph begins in it. */
  readonly before: string;
  /** Everything before the caret that may be learned from, `before` included. */
  readonly draft: string;
  readonly topic: Topic;
  /** The marks that would close what `before` leaves open, outermost first. */
  readonly open: readonly string[];
}
