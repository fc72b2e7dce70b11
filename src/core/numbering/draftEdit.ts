import type { TextEdit } from '../text/textEdit.ts';

/** One change of a draft: ascending edits that are undone together, and the place of the caret in the changed text. */
export interface DraftEdit {
  readonly edits: readonly TextEdit[];
  readonly caret: number;
}

/**
 * Why a command changes nothing: the caret is in no numbered item; no item of the same level comes before or after; there is no level above
 * or below; or the item is inside a sentence, where items have no level.
 */
export type Refusal = 'no-item' | 'no-sibling' | 'no-level' | 'run-in';

/**
 * The edit `made`, adapted to a draft in which something has been typed at the caret meanwhile: the typed text stands behind whatever the
 * edit inserts there. `undefined` if the draft has changed in another way.
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
