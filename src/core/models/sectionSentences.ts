import type { Suggestion } from '../complete/suggestion.ts';
import { outline } from '../structure/outline.ts';
import { classAt, STOP } from '../text/charClass.ts';
import { isBlankLine, lineEnd, lineStart } from '../text/lines.ts';
import { sectionAtCaret } from './sectionAtCaret.ts';
import type { SectionModels } from './sectionModels.ts';
import type { SectionPhrase } from './sectionPhrases.ts';

const MOST = 5;
/** More sentences are requested than shown, since the draft may contain some already. */
const ASKED = 3 * MOST;

/** How sections with the same function begin in the corpus, for a caret on the empty line below a heading; nothing elsewhere. */
export function sectionOpenings(models: SectionModels, text: string, caret: number): Suggestion[] {
  if (!isOnBlankLine(text, caret)) return [];
  const { function: name, isBelowHeading } = sectionAtCaret(outline(text), text, caret);
  if (name === undefined || !isBelowHeading) return [];
  return models.find({ function: name, draft: text, limit: MOST }).openings.map(asSuggestion);
}

/**
 * Typical sentences of sections with the same function, for a caret where a further paragraph or sentence begins; nothing elsewhere.
 * Sentences that the draft already contains are left out.
 */
export function sectionCues(models: SectionModels, text: string, caret: number): Suggestion[] {
  if (!isOnBlankLine(text, caret) && !(classAt(text, caret - 1) & STOP)) return [];
  const { function: name, isBelowHeading } = sectionAtCaret(outline(text), text, caret);
  if (name === undefined || isBelowHeading) return [];
  const { cues } = models.find({ function: name, draft: text, limit: ASKED });
  return cues
    .filter(cue => !text.includes(cue.text))
    .slice(0, MOST)
    .map(asSuggestion);
}

function isOnBlankLine(text: string, caret: number): boolean {
  return isBlankLine(text, lineStart(text, caret), lineEnd(text, caret));
}

function asSuggestion({ text: insertText, documents, occurrences, share, provenance }: SectionPhrase): Suggestion {
  return {
    insertText,
    replaceLength: 0,
    kind: 'continuation',
    documents,
    occurrences,
    confidence: share,
    provenance,
  };
}
