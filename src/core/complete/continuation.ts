import type { Occurrence } from '../index/occurrence.ts';
import type { WordEdges } from './wordEdges.ts';

/** Something the corpus, or the draft itself, says after the text before the caret. */
export interface Continuation {
  readonly text: string;
  /** Estimated chance that the draft goes on with `text`. */
  readonly probability: number;
  /** The chance at the last place before the end of `text` where the sources went different ways, or a clause began. */
  readonly leadChance: number;
  /** Where the corpus says so, after the longest context that does: start of that context. `undefined`: only the draft does. */
  readonly occurrence: Occurrence | undefined;
  /** Whether the phrase ends with `text` there. */
  readonly isWhole: boolean;
  /** Units before the caret that stand before `text` there too. */
  readonly agreed: number;
  /** Where words start around the caret, in that source. */
  readonly words: WordEdges;
}

/** The continuations of a context, and how the source that agrees with it at most length splits that context into words. */
export interface Outlook {
  /** Of two units and more. Each before those that begin with it, and those right behind it. */
  readonly continuations: readonly Continuation[];
  readonly words: WordEdges | undefined;
}

/** Which continuations are asked for. */
export interface Wanted {
  /** Whether they may end on words that lead on to others, see `isSuitableEnd`. */
  readonly mayLeadOn: boolean;
  /** Rows of the list that they are chosen for. */
  readonly rows: number;
  /** None are wanted where so many rows cannot come to this chance that one of them is right. */
  readonly hitChance: number;
}
