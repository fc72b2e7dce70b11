import type { TextEdit } from '../document/textEdit.ts';

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
