// What may be shown in grey after the caret. Pure: works on the caret's line and on suggestions.

import type { CompletionMode, Suggestion } from '../../core/complete/suggestion.ts';
import { hanBefore, isGuarded, lettersBefore } from './suggestionGate.ts';
import { isOfCorpus } from './suggestionKinds.ts';
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

/** A longer clause with this share of the chance is worth more than a shorter one. */
const nearly = 0.8;

const pause = /^[，、；：]/u;
const letter = /^[\p{L}\p{N}]/u;
/** Leading marks and all up to the first mark that ends a clause; a stop belongs to its clause, a pause to the next. */
const clause = /^[，、；：]*[^，。；：！？…]+[。！？…]?/u;
const member = /^[，、；：]*[^，。；：！？…、]+[。！？…]?/u;

/** Where the caret stands, or `undefined` where nothing may be shown: among letters, in a title, after a paste or a deletion. */
export function ghostPlace(before: string, after: string, edit: Edit | undefined): GhostPlace | undefined {
  if (edit === undefined || isGuarded(before) || lettersBefore(before) !== '' || isGoingOn(after)) return undefined;
  if (before.trim() === '') return after.trim() === '' ? 'empty-line' : undefined;
  if (edit !== 'typed') return 'after-phrase';
  return hanBefore(before) >= leastTyped ? 'after-typing' : undefined;
}

/**
 * The ghost text: one clause of the likeliest suggestion, or of a longer one that is hardly less likely. After typing only one that
 * goes on with a mark: «功夫下在河里» is then a whole phrase of the corpus, and «，口碑立在岸上» may follow; «功夫下在» is not, and its
 * rest is a row of the list.
 */
export function ghostOf(
  place: GhostPlace,
  before: string,
  after: string,
  suggestions: readonly Suggestion[],
  mode: CompletionMode,
): Ghost | undefined {
  const ghosts = suggestions.flatMap(suggestion => {
    const { insertText, replaceLength, documents, confidence } = suggestion;
    if (!isShowable(suggestion) || !before.endsWith(insertText.slice(0, replaceLength))) return [];
    const added = insertText.slice(replaceLength);
    if (confidence < leastConfidence[mode]) return [];
    if (place === 'after-typing' && (documents < leastDocuments || !pause.test(added))) return [];
    // A marker or an opening has been cut already.
    const text = place === 'empty-line' ? added : firstClause(added);
    return text === '' || repeats(text, after) ? [] : [{ text, suggestion }];
  });
  const likeliest = ghosts.reduce<Ghost | undefined>(
    (best, ghost) => (chance(ghost) > chance(best) ? ghost : best),
    undefined,
  );
  return ghosts.reduce(
    (best, ghost) => (best && goesFurther(ghost, best) && chance(ghost) >= chance(likeliest) * nearly ? ghost : best),
    likeliest,
  );
}

function chance(ghost: Ghost | undefined): number {
  return ghost?.suggestion.confidence ?? -1;
}

function goesFurther(ghost: Ghost, other: Ghost): boolean {
  return ghost.text.length > other.text.length && ghost.text.startsWith(other.text);
}

/** «｜推动» and «｜，推动»: what comes next is written already. «｜。» and «｜”» only end what is written. */
function isGoingOn(after: string): boolean {
  return letter.test(after) || pause.test(after);
}

/** Words of the corpus, or the next marker of the draft's own series; no blanks, no cards, no words of the draft. */
function isShowable(suggestion: Suggestion): boolean {
  return suggestion.kind === 'series-marker' || isOfCorpus(suggestion);
}

/** Is `added`, or its first clause, already there after the caret? */
export function repeats(added: string, after: string): boolean {
  const there = after.trimEnd();
  return there !== '' && (there.startsWith(firstClause(added) || added) || added.startsWith(there));
}

function firstClause(text: string): string {
  return clause.exec(text)?.[0] ?? '';
}

/** The part of a ghost text up to its next mark: «、从争吵中商出办法、从怨言中听出期盼» → «、从争吵中商出办法». */
export function toNextMark(text: string): string {
  return member.exec(text)?.[0] ?? text;
}
