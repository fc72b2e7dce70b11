import type { FoundParagraph } from '../borrow/borrowFinder.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { NumberedScan } from '../parallel/numberedScan.ts';
import type { Finding } from './finding.ts';
import type { Origins } from './origins.ts';

/** The facts about a draft that checks share, determined once for all of them. */
export interface CheckContext {
  readonly text: string;
  readonly scan: NumberedScan;
  /** The corpus without the draft's own file. */
  readonly index: CorpusIndex;
  /** The parts of the draft that occur word for word in the corpus, without explanations of terms. */
  readonly borrowed: readonly FoundParagraph[];
  /** The user's own names of places, offices and people. */
  readonly localNames: readonly string[];
  /** The places that the draft and its sources speak for. */
  readonly origins: Origins;
}

/** A check: pure, linear in the length of the draft, and silent in cases of doubt. */
export type Check = (context: CheckContext) => readonly Finding[];
