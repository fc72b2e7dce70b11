import type { FoundParagraph } from '../borrow/borrowFinder.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { NumberedScan } from '../parallel/numberedScan.ts';
import type { Finding } from './finding.ts';
import type { Origins } from './origins.ts';

/** What checks need to know of a draft, worked out once for all of them. */
export interface CheckContext {
  readonly text: string;
  readonly scan: NumberedScan;
  /** The corpus, less the draft's own file. */
  readonly index: CorpusIndex;
  /** What of the draft stands word for word in the corpus, explanations of words aside. */
  readonly borrowed: readonly FoundParagraph[];
  /** Names of places, offices and people that are the user's own. */
  readonly localNames: readonly string[];
  /** Where the draft and its sources come from. */
  readonly origins: Origins;
}

/** One check: pure, linear in the length of the draft, and silent where it is not sure. */
export type Check = (context: CheckContext) => readonly Finding[];
