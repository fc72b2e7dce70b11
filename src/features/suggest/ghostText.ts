// Decides which ghost text is shown after the caret. Pure: works on the caret's line and on suggestions.

import type { CompletionMode, Suggestion } from '../../core/complete/suggestion.ts';
import { hanBefore, isGuarded, isRemark, lettersBefore } from './suggestionGate.ts';
import { isOfCorpus } from './suggestionKinds.ts';
import type { Edit } from './suggestSession.ts';

/** Words of the corpus, shown in grey after the caret. */
export interface Ghost {
  /** The text to insert at the caret. */
  readonly text: string;
  readonly suggestion: Suggestion;
}

/** Whether the caret is right after a phrase that was accepted or typed to its end, after other typed characters, or on an empty line. */
export type GhostPlace = 'after-phrase' | 'after-typing' | 'empty-line';

/** The line of the caret, parted by it. */
export interface AroundCaret {
  readonly before: string;
  readonly after: string;
}

/** After fewer typed characters the list is offered instead. */
const leastTyped = 4;
/** After ordinary typing anything may follow: only formulas, found in several documents, are shown. */
const leastDocuments = 2;
/** Ghost text is a single guess that nobody requested: it must be more certain than a row of a list. */
const leastConfidence: Readonly<Record<CompletionMode, number>> = { eager: 0.1, balanced: 0.25, quiet: 0.5 };

/** A longer clause is preferred to a shorter one if it has at least this share of its confidence. */
const nearly = 0.8;

const pause = /^[，、；：]/u;
const letter = /^[\p{L}\p{N}]/u;
/** Leading marks and everything up to the first mark that ends a clause; a stop belongs to its clause, a pause to the next. */
const clause = /^[，、；：]*[^，。；：！？…]+[。！？…]?/u;
const member = /^[，、；：]*[^，。；：！？…、]+[。！？…]?/u;

/**
 * The kind of place the caret is at, or `undefined` where no ghost text may be shown: among letters, in a title, after a paste or a
 * deletion.
 */
export function ghostPlace({ before, after }: AroundCaret, edit: Edit | undefined): GhostPlace | undefined {
  if (edit === undefined || isGuarded(before) || lettersBefore(before) !== '' || isGoingOn(after)) return undefined;
  if (before.trim() === '') return after.trim() === '' ? 'empty-line' : undefined;
  if (edit !== 'typed') return 'after-phrase';
  return hanBefore(before) >= leastTyped ? 'after-typing' : undefined;
}

/**
 * The ghost text: one clause of the most likely suggestion, or of a longer one that is hardly less likely. After typing, only a clause that
 * begins with a mark is shown: «功夫下在河里» is a whole phrase of the corpus, so «，口碑立在岸上» may follow; «功夫下在» is not, and its continuation is a
 * row of the list.
 */
export function ghostOf(
  place: GhostPlace,
  { before, after }: AroundCaret,
  suggestions: readonly Suggestion[],
  mode: CompletionMode,
): Ghost | undefined {
  const ghosts = suggestions.flatMap(suggestion => {
    const { insertText, replaceLength, documents, confidence } = suggestion;
    if (!isShowable(suggestion) || !before.endsWith(insertText.slice(0, replaceLength))) return [];
    const added = insertText.slice(replaceLength);
    if (confidence < leastConfidence[mode]) return [];
    if (isRemark(suggestion)) return [];
    if (place === 'after-typing' && (documents < leastDocuments || !pause.test(added))) return [];
    // Openings and markers are short already and are not cut.
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

/** Whether a continuation is already written, as in «｜推动» and «｜，推动»; in «｜。» and «｜”» it is not. */
function isGoingOn(after: string): boolean {
  return letter.test(after) || pause.test(after);
}

/** Words of the corpus, or the next marker of the draft's own series; but no blanks, cards or words of the draft. */
function isShowable(suggestion: Suggestion): boolean {
  return suggestion.kind === 'series-marker' || isOfCorpus(suggestion);
}

/** Whether `added`, or its first clause, already follows the caret. */
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
