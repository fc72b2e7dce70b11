import { outline, sectionFunctionAt } from '../structure/outline.ts';
import { perIndex } from './perIndex.ts';
import { codeOf, type FunctionCode } from './sectionRuns.ts';

/** Units before the caret whose headings are looked at. */
const REACH = 5000;

/** What the section does that the caret is in. Remembered while no paragraph is finished and no heading within the last one. */
class DraftSection {
  #settled = '';
  #code: FunctionCode = 0;

  functionAt(draft: string): FunctionCode {
    const settled = settledPart(draft.slice(Math.max(0, draft.length - REACH)));
    if (settled !== this.#settled) {
      this.#settled = settled;
      this.#code = codeOf(sectionFunctionAt(outline(settled), settled.length));
    }
    return this.#code;
  }
}

/** The finished paragraphs and the first sentence of the last one, which may be its heading. */
function settledPart(draft: string): string {
  const lineStart = draft.lastIndexOf('\n') + 1;
  return draft.slice(0, Math.max(lineStart, draft.indexOf('。', lineStart) + 1));
}

const sectionOf = perIndex(() => new DraftSection());

/** The function of the section that `draft` ends in. A new paragraph costs 80 µs a thousand units looked at, any other keystroke nothing. */
export function sectionFunctionOf(index: Parameters<typeof sectionOf>[0], draft: string): FunctionCode {
  return sectionOf(index).functionAt(draft);
}
