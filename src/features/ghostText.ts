// What may be shown in grey after the caret. Pure: works on the caret's line and on suggestions.

import type { CompletionMode, Suggestion } from '../core/service/speechService.ts';
import { hanBefore, isGuarded, lettersBefore } from './suggestionGate.ts';
import type { Edit } from './suggestSession.ts';

/** Words of the corpus in grey after the caret. */
export interface Ghost {
  /** What is inserted at the caret. */
  readonly text: string;
  readonly suggestion: Suggestion;
}

/** Right after a phrase that was accepted or typed to its end; after other typed characters; on a line that is still empty. */
export type GhostPlace = 'after-phrase' | 'after-typing' | 'empty-line';

/** Fewer typed characters than this are the list's. */
const leastTyped = 4;
/** Typing goes on as one pleases: there only what is said in several documents is a formula. */
const leastDocuments = 2;
/** Ghost text is a single guess that nobody asked for: it must be better than a row of a list. */
const leastConfidence: Readonly<Record<CompletionMode, number>> = { eager: 0.1, balanced: 0.25, quiet: 0.5 };

const pause = /^[，、；：]/u;
const letter = /^[\p{L}\p{N}]/u;
/** Leading marks and all up to the first mark that ends a clause; a stop belongs to its clause, a pause to the next. */
const clause = /^[，、；：]*[^，。；：！？…]+[。！？…]?/u;
const member = /^[，、；：]*[^，。；：！？…、]+[。！？…]?/u;

/** Where the caret stands, or `undefined` where nothing may be shown: among letters, in a title, after a paste or a deletion. */
export function ghostPlace(before: string, after: string, edit: Edit | undefined): GhostPlace | undefined {
  if (edit === undefined || isGuarded(before) || lettersBefore(before) !== '' || letter.test(after)) return undefined;
  if (before.trim() === '') return after.trim() === '' ? 'empty-line' : undefined;
  if (edit !== 'typed') return 'after-phrase';
  return hanBefore(before) >= leastTyped ? 'after-typing' : undefined;
}

/**
 * The ghost text: one clause of the likeliest suggestion. After typing only one that goes on with a mark: «功夫下在河里» is then
 * a whole phrase of the corpus, and «，口碑立在岸上» may follow; «功夫下在» is not, and its rest is a row of the list.
 */
export function ghostOf(
  place: GhostPlace,
  before: string,
  after: string,
  suggestions: readonly Suggestion[],
  mode: CompletionMode,
): Ghost | undefined {
  let best: Ghost | undefined;
  for (const suggestion of suggestions) {
    const { insertText, replaceLength, confidence } = suggestion;
    if (!isShowable(suggestion) || !before.endsWith(insertText.slice(0, replaceLength))) continue;
    if (confidence < leastConfidence[mode] || confidence <= (best?.suggestion.confidence ?? 0)) continue;
    const added = insertText.slice(replaceLength);
    if (place === 'after-typing' && (suggestion.documents < leastDocuments || !pause.test(added))) continue;
    const text = clause.exec(added)?.[0] ?? '';
    if (text !== '' && !repeats(text, after)) best = { text, suggestion };
  }
  return best;
}

/** Words of the corpus, or the next marker of the draft's own series; no blanks, no words of the draft. */
function isShowable({ kind, provenance }: Suggestion): boolean {
  return kind === 'series-marker' || provenance !== undefined;
}

/** Is `added` already there after the caret? */
export function repeats(added: string, after: string): boolean {
  const there = after.trimEnd();
  return there !== '' && (there.startsWith(added) || added.startsWith(there));
}

/** The part of a ghost text up to its next mark: «、从争吵中商出办法、从怨言中听出期盼» → «、从争吵中商出办法». */
export function toNextMark(text: string): string {
  return member.exec(text)?.[0] ?? text;
}
