import type { CorpusIndex } from '../index/corpusIndex.ts';
import { outline, sectionFunctionAt } from '../structure/outline.ts';
import { perIndex } from './perIndex.ts';
import { codeOf, type FunctionCode } from './sectionRuns.ts';

/** Units before the caret whose headings are looked at. */
const REACH = 5000;

/** Units at the end of what was settled that a draft must still have to be the same, grown. */
const TAIL = 64;

/**
 * What the section does that the caret is in. Remembered while no paragraph is finished and no heading within the last one; then worked out
 * between two requests by who works ahead, until when the draft stays in its section. For another draft, or another place in it, at once.
 */
class DraftSection {
  #settled = '';
  #code: FunctionCode = 0;
  #isCurrent = true;
  /** Whether `advance` was called since the last request. */
  #hasAdvanced = false;

  functionAt(draft: string): FunctionCode {
    const settled = settledPart(draft.slice(Math.max(0, draft.length - REACH)));
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
    this.#code = codeOf(sectionFunctionAt(outline(this.#settled), this.#settled.length));
  }
}

/** The finished paragraphs and the first sentence of the last one, which may be its heading. */
function settledPart(draft: string): string {
  const lineStart = draft.lastIndexOf('\n') + 1;
  return draft.slice(0, Math.max(lineStart, draft.indexOf('。', lineStart) + 1));
}

const sectionOf = perIndex(() => new DraftSection());

/** The function of the section that `draft` ends in. A new paragraph costs 80 µs a thousand units looked at, unless `findSection` is called in between. */
export function sectionFunctionOf(index: CorpusIndex, draft: string): FunctionCode {
  return sectionOf(index).functionAt(draft);
}

/** Works out what the draft of the last request does, so that the next one has not to wait for it. */
export function findSection(index: CorpusIndex): void {
  sectionOf(index).advance();
}
