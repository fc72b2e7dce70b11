import type { CorpusIndex } from '../index/corpusIndex.ts';
import { functionAtEnd } from '../structure/outline.ts';
import { perIndex } from './perIndex.ts';
import { codeOf, type FunctionCode } from './sectionRuns.ts';

/** How many units of the finished part are searched for headings. */
const REACH = 5000;

/** A draft that still has this many units at the end of the analysed part is taken for the same draft, grown. */
const TAIL = 64;

/**
 * The function of the section around the caret. It stays as it is until a paragraph is finished or the last one begins
 * with what may be a heading. Then it is determined again between two requests, and until that is done the old answer
 * holds. For another draft, or another place in the draft, it is determined at once.
 */
class DraftSection {
  #settled = '';
  #code: FunctionCode = 0;
  #isCurrent = true;
  /** Whether `advance` was called since the last request. */
  #hasAdvanced = false;

  functionAt(draft: string): FunctionCode {
    const end = settledEnd(draft);
    const settled = draft.slice(Math.max(0, end - REACH), end);
    if (settled !== this.#settled) {
      if (!settled.includes(this.#settled.slice(-TAIL))) this.#hasAdvanced = false;
      this.#settled = settled;
      this.#isCurrent = false;
    }
    if (!this.#hasAdvanced) this.advance();
    this.#hasAdvanced = false;
    return this.#code;
  }

  advance(): void {
    this.#hasAdvanced = true;
    if (this.#isCurrent) return;
    this.#isCurrent = true;
    this.#code = codeOf(functionAtEnd(this.#settled));
  }
}

/** The end of the finished paragraphs and of the first sentence of the last one, which may be its heading. */
function settledEnd(draft: string): number {
  const lineStart = draft.lastIndexOf('\n') + 1;
  return Math.max(lineStart, draft.indexOf('。', lineStart) + 1);
}

const sectionOf = perIndex(() => new DraftSection());

/**
 * The function of the section at the end of `draft`. After a new paragraph this costs 50 µs for each thousand units searched, unless
 * `findSection` was called in between.
 */
export function sectionFunctionOf(index: CorpusIndex, draft: string): FunctionCode {
  return sectionOf(index).functionAt(draft);
}

/** Determines the section of the last request's draft in advance, so that the next request need not. */
export function findSection(index: CorpusIndex): void {
  sectionOf(index).advance();
}
