import type { Occurrence } from '../index/occurrence.ts';
import type { Effort } from './rankingWeights.ts';
import type { WordEdges } from './wordEdges.ts';

/** A text that the corpus, or the draft itself, has after the text before the caret. */
export interface Continuation {
  readonly text: string;
  /** Estimated chance that the draft goes on with `text`. */
  readonly probability: number;
  /** The chance at the last place before the end of `text` where the sources went different ways, or a clause began. */
  readonly leadChance: number;
  /** A place of the corpus that has `text` after the longest context: where that context starts. `undefined` if only the draft has it. */
  readonly occurrence: Occurrence | undefined;
  /** Whether the phrase ends with `text` there. */
  readonly isWhole: boolean;
  /** How many units before the caret also stand before `text` in that source. */
  readonly agreed: number;
  /** Where that source has the starts of words around the caret. */
  readonly words: WordEdges;
}

/** The continuations of a context, and where words start in that context according to the source that agrees with it furthest. */
export interface Outlook {
  /** All have two units or more. Each is followed at once by those that begin with it. */
  readonly continuations: readonly Continuation[];
  readonly words: WordEdges | undefined;
}

/** Which continuations are asked for. */
export interface Wanted {
  /** Whether they may end on words that lead on to others, see `isSuitableEnd`. */
  readonly mayLeadOn: boolean;
  /** Rows of the list that they are chosen for. */
  readonly rows: number;
  /** If so many rows cannot reach this chance that one of them is right, no continuations are wanted. */
  readonly hitChance: number;
  readonly effort: Effort;
}
