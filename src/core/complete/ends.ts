import { DANGLING } from '../phrase/dangling.ts';
import { followsName } from '../structure/titles.ts';
import { CLOSES, classAt, DIGIT, NEWLINE, OPENS, PAUSE, SPACE, STOP, skipTo } from '../text/charClass.ts';
import { clauseStart } from '../text/clauses.ts';
import { openMarks } from './sayable.ts';
import type { WordEdges } from './wordEdges.ts';

const CLAUSE_END = PAUSE | STOP | NEWLINE;

/** A row that ends within a clause has at least so many units of it: «为指导，全面» breaks off a clause that has hardly begun. */
const MIN_CLAUSE_PART = 4;
const DECIMAL_POINTS = '.．';
/** Longest beginning of a figure that is looked at. */
const MAX_FIGURE = 12;
const YEAR = /^(?:19|20)\d\d年/u;
/** A row does not break off so few units before the end of its clause: «在挑战中寻找», where only «机遇» is missing. */
const NEAR_CLAUSE_END = 4;

/**
 * Whether a suggestion may end after `length` units of `text`, a continuation as its source has it. It must end at the
 * end of a word, with brackets and quotes closed, not in a figure and not between a name and its title. It must not end
 * just short of the end of its clause, unless sources go different ways there.
 * @param branches whether sources go different ways at that place
 * @param mayLeadOn whether it may end on a word that leads on to others, or at the first words of a clause
 */
export function isSuitableEnd(
  text: string,
  length: number,
  words: WordEdges,
  branches: boolean,
  mayLeadOn: boolean,
): boolean {
  const last = classAt(text, length - 1);
  if (last & (OPENS | DIGIT | SPACE) || isDecimalPoint(text, length - 1)) return false;
  if (leavesOpen(text, length)) return false;
  if (last & CLAUSE_END) return length > 1 && !(classAt(text, length - 2) & CLAUSE_END);
  if (followsName(text, length)) return false;
  if (endsPhrase(text, length)) return words.startsAt(length);
  if (asksFigure(text, length)) return length > 1 && words.startsAt(length);
  if (!branches && unitsToClauseEnd(text, length) <= NEAR_CLAUSE_END) return false;
  if (!mayLeadOn && !isClausePart(text, length)) return false;
  // Last, since it is read from the index.
  if (!words.startsAt(length)) return false;
  return mayLeadOn || !DANGLING.includes(text[length - 1]!) || !words.startsAt(length - 1);
}

/** «增长8｜.｜5%»: a point between digits ends no clause. */
function isDecimalPoint(text: string, at: number): boolean {
  return DECIMAL_POINTS.includes(text[at]!) && (classAt(text, at - 1) & classAt(text, at + 1) & DIGIT) !== 0;
}

/** Whether a bracket or quote is open after `length` units. */
function leavesOpen(text: string, length: number): boolean {
  return skipTo(OPENS, text, 0, length) < length && openMarks(text.slice(0, length)).length > 0;
}

/** Whether what `text` begins of its last clause is some part of it; a text of one clause goes on with what is typed. */
function isClausePart(text: string, length: number): boolean {
  const start = clauseStart(text, length);
  return start === 0 || length - start >= MIN_CLAUSE_PART;
}

/** The last word of a continuation, with what is typed of it, and the last two; nothing after a mark or at a clause's end. */
export function wordsAtEnd(before: string, text: string, words: WordEdges): readonly [string, string] | undefined {
  if (classAt(text, text.length - 1) & (CLAUSE_END | CLOSES)) return undefined;
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
  return (classAt(text, length) & DIGIT) !== 0;
}

/** Whether `text` goes on with a figure begun in `before`, which is for the writer to finish: «增长8.｜5%». A year is none: «20｜25年». */
export function guessesFigure(before: string, text: string): boolean {
  if (!(classAt(text, 0) & DIGIT) && !(DECIMAL_POINTS.includes(text[0]!) && classAt(text, 1) & DIGIT)) return false;
  const begun = figureAtEnd(before);
  return begun !== '' && !YEAR.test(begun + text);
}

/** The digits and decimal points at the end of `text`, from a digit on. */
function figureAtEnd(text: string): string {
  const isPart = (at: number): boolean => (classAt(text, at) & DIGIT) !== 0 || DECIMAL_POINTS.includes(text[at]!);
  let start = text.length;
  while (start > Math.max(0, text.length - MAX_FIGURE) && isPart(start - 1)) start--;
  return text.slice(skipTo(DIGIT, text, start, text.length));
}

/** Whether a phrase ends after the first `length` units of `text`: before a mark, a closing quote or bracket, or the end of the text. */
export function endsPhrase(text: string, length: number): boolean {
  return length >= text.length || (classAt(text, length) & (CLAUSE_END | CLOSES)) !== 0;
}

function unitsToClauseEnd(text: string, from: number): number {
  return skipTo(CLAUSE_END | CLOSES, text, from, text.length) - from;
}
