import type { Suggestion } from '../service/speechService.ts';
import { outline } from '../structure/outline.ts';
import { isBlankLine, lineEnd } from '../structure/paragraphCues.ts';
import { sectionAtCaret } from './sectionAtCaret.ts';
import type { SectionModels } from './sectionModels.ts';

const MOST = 5;

/** How sections that do the same begin in the corpus, for a caret on the empty line below a heading; elsewhere nothing. */
export function sectionOpenings(models: SectionModels, text: string, caret: number): Suggestion[] {
  const lineStart = text.lastIndexOf('\n', caret - 1) + 1;
  if (!isBlankLine(text, lineStart, lineEnd(text, lineStart))) return [];
  const { function: name, isBegun } = sectionAtCaret(outline(text), text, caret);
  if (name === undefined || !isBegun) return [];
  return models
    .find({ function: name, draft: text, limit: MOST })
    .openings.map(({ text: insertText, documents, occurrences, share, provenance }) => ({
      insertText,
      replaceLength: 0,
      kind: 'continuation',
      documents,
      occurrences,
      confidence: share,
      provenance,
    }));
}
