import type { CorpusIndex } from '../index/corpusIndex.ts';
import { BorrowFinder } from './borrowFinder.ts';
import { Homes } from './home.ts';

/** A corpus to compare a draft with, and the results so far. */
export interface Comparison {
  readonly index: CorpusIndex;
  readonly finder: BorrowFinder;
  readonly homes: Homes;
  /** Date of the draft, if it lies among the speeches and its date is known; else empty. */
  readonly date: string;
}

/** Provides comparisons; a draft that lies among the speeches is not compared with its own file. */
export class Comparisons {
  readonly #whole: Comparison;
  #last: { readonly path: string; readonly comparison: Comparison } | undefined;

  constructor(index: CorpusIndex) {
    this.#whole = comparisonWith(index, '');
  }

  /** @param path the draft's file, if it has one */
  forDraft(path?: string): Comparison {
    if (path === undefined) return this.#whole;
    if (this.#last?.path !== path) {
      const index = this.#whole.index.without(path);
      const date = this.#whole.index.documents.dateOfFile(path);
      this.#last = { path, comparison: index === this.#whole.index ? this.#whole : comparisonWith(index, date) };
    }
    return this.#last.comparison;
  }
}

function comparisonWith(index: CorpusIndex, date: string): Comparison {
  return { index, finder: new BorrowFinder(index), homes: new Homes(index), date };
}
