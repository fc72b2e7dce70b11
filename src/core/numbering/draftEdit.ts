import type { TextEdit } from '../text/textEdit.ts';

/** One change of a draft, ascending edits that are undone together, and where the caret is to stand in the changed text. */
export interface DraftEdit {
  readonly edits: readonly TextEdit[];
  readonly caret: number;
}

/**
 * Why a command changes nothing: the caret is in no numbered item; nothing of the same level stands before or after; there is no
 * level above or below; items inside a sentence have no level.
 */
export type Refusal = 'no-item' | 'no-sibling' | 'no-level' | 'run-in';

/**
 * `made` for a draft in which something was typed at the caret before the edits could be made: it stands behind what they insert
 * there. `undefined` if more has changed than that.
 */
export function typedMeanwhile(
  { edits, caret: after }: DraftEdit,
  caret: number,
  before: string,
  now: string,
): DraftEdit | undefined {
  const typed = now.length - before.length;
  const isTyping = typed > 0 && now === before.slice(0, caret) + now.slice(caret, caret + typed) + before.slice(caret);
  if (!isTyping) return undefined;
  const moved = edits.map(edit =>
    edit.start > caret
      ? { ...edit, start: edit.start + typed, end: edit.end + typed }
      : { ...edit, end: Math.min(edit.end, caret) },
  );
  return { edits: moved, caret: after + typed };
}
