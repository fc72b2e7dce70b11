import { DANGLING } from '../phrase/dangling.ts';
import { followsName } from '../structure/titles.ts';
import {
  CLOSES,
  isClauseEnd,
  isClosing,
  isDigit,
  isOpening,
  isSpace,
  NEWLINE,
  PAUSE,
  STOP,
  skipTo,
} from '../text/charClass.ts';
import { clauseStart } from '../text/clauses.ts';
import { openMarks } from './sayable.ts';
import type { WordEdges } from './wordEdges.ts';

/** «为指导，全面» breaks off a clause that has hardly begun. */
const MIN_CLAUSE_PART = 4;
/** «在挑战中寻找» when «机遇» is all that is missing. */
const NEAR_CLAUSE_END = 4;

/**
 * Whether a suggestion may end after `length` units of `text`, a continuation as its source has it: at a word's end,
 * brackets and quotes closed, not in a figure, nor between a name and its title, nor just short of the end of its clause where no source goes another way (`branches` says
 * whether one does); and, unless it `mayLeadOn`, neither on a word that leads on nor at the first words of a clause.
 */
export function isSuitableEnd(
  text: string,
  length: number,
  words: WordEdges,
  branches: boolean,
  mayLeadOn: boolean,
): boolean {
  const last = text[length - 1]!;
  if (isOpening(last) || isDigit(last) || isSpace(last)) return false;
  if (openMarks(text.slice(0, length)).length > 0) return false;
  if (isClauseEnd(last)) return length > 1 && !isClauseEnd(text[length - 2]!);
  if (followsName(text, length)) return false;
  if (endsPhrase(text[length])) return words.startsAt(length);
  if (asksFigure(text, length)) return length > 1 && words.startsAt(length);
  if (!branches && unitsToClauseEnd(text, length) <= NEAR_CLAUSE_END) return false;
  if (!mayLeadOn && !isClausePart(text, length)) return false;
  // Last, since it is read from the index.
  if (!words.startsAt(length)) return false;
  return mayLeadOn || !DANGLING.includes(last) || !words.startsAt(length - 1);
}

/** Whether what `text` begins of its last clause is some part of it; a text of one clause goes on with what is typed. */
function isClausePart(text: string, length: number): boolean {
  const start = clauseStart(text, length);
  return start === 0 || length - start >= MIN_CLAUSE_PART;
}

/** The last word of a continuation, with what is typed of it, and the last two; nothing after a mark or at a clause's end. */
export function wordsAtEnd(before: string, text: string, words: WordEdges): readonly [string, string] | undefined {
  const last = text.at(-1)!;
  if (isClauseEnd(last) || isClosing(last)) return undefined;
  const wordBefore = (end: number): number => {
    let start = end - 1;
    while (start > -before.length && !words.startsAt(start)) start--;
    return start;
  };
  const said = (start: number): string => (start < 0 ? before.slice(start) + text : text.slice(start));
  const start = wordBefore(text.length);
  return [said(start), said(wordBefore(start))];
}

/** Whether a figure follows the first `length` units of `text`: it is for the writer to fill in. «增长｜8.5%» */
export function asksFigure(text: string, length: number): boolean {
  return isDigit(text[length] ?? '');
}

/** Whether a phrase ends before `unit`: a mark, a closing quote or bracket, the end of the text. */
export function endsPhrase(unit: string | undefined): boolean {
  return unit === undefined || isClauseEnd(unit) || isClosing(unit);
}

function unitsToClauseEnd(text: string, from: number): number {
  return skipTo(PAUSE | STOP | NEWLINE | CLOSES, text, from, text.length) - from;
}
