import { isClauseEnd, isClosing, isHan, isOpening } from '../structure/charClass.ts';
import { openMarks } from './evidence.ts';
import type { WordEdges } from './wordEdges.ts';

/** Where suggestions may end: at the ends of phrases only, or after any word and with the mark that follows it. */
export type EndPolicy = 'phrases' | 'words';

/** Words that lead on to what was cut off: «日益增长的», «以高质量发展为». */
const DANGLING = '的地得和与及或并在对把将以为从向由使让';
/** «为指导，全面» breaks off a clause that has hardly begun. */
const MIN_CLAUSE_PART = 4;

/** Whether a suggestion may end after `length` units of `text`, a continuation as its source has it. */
export function isSuitableEnd(
  text: string,
  length: number,
  words: WordEdges,
  branches: boolean,
  policy: EndPolicy,
): boolean {
  const last = text[length - 1]!;
  if (isOpening(last)) return false;
  if (isClauseEnd(last)) return policy === 'words' && length > 1;
  const offered = text.slice(0, length);
  if (openMarks(offered).length > 0) return false;
  if (policy === 'words' && words.startsAt(length)) return true;
  return Array.from(offered).some(isHan) && isPhraseEnd(text, length, words, branches);
}

/** Before a mark, or at a word's end where the sources part (`branches`). */
function isPhraseEnd(text: string, length: number, words: WordEdges, branches: boolean): boolean {
  const next = text[length] ?? '';
  if (!isHan(next) && (isClauseEnd(next) || isClosing(next) || next <= '\n')) return true;
  if (!branches || !words.startsAt(length)) return false;
  if (DANGLING.includes(text[length - 1]!) && words.startsAt(length - 1)) return false;
  const start = startOfLastClause(text, length);
  return start === 0 || length - start >= MIN_CLAUSE_PART;
}

/** 0 for a text of one clause: that one was begun by what is typed. */
function startOfLastClause(text: string, end: number): number {
  let start = end;
  while (start > 0 && !isClauseEnd(text[start - 1]!)) start--;
  return start;
}
