// Drafts as tests write them: `｜` is the caret.

import { applyEdits } from '../../../src/core/document/textEdit.ts';
import type { DraftEdit } from '../../../src/core/numbering/draftEdit.ts';

const caretMark = '｜';

export function read(draft: string): { text: string; caret: number } {
  return { text: draft.replace(caretMark, ''), caret: draft.indexOf(caretMark) };
}

/** What `change` makes of a draft, with the caret; its answer where it makes no edits. */
export function changed<T extends string | undefined>(
  draft: string,
  change: (text: string, caret: number) => DraftEdit | T,
): string | T {
  const { text, caret } = read(draft);
  const made = change(text, caret);
  if (typeof made !== 'object') return made;
  const after = applyEdits(text, made.edits);
  return after.slice(0, made.caret) + caretMark + after.slice(made.caret);
}
