import { DANGLING } from '../complete/ends.ts';
import type { Span } from '../document/span.ts';
import {
  isClauseEnd,
  isClosing,
  isDigit,
  isHan,
  isOpening,
  isSentenceEnd,
  isSpace,
  trimClosing,
} from '../structure/charClass.ts';

/** Words that hang on to what was cut off before them: «的影响», «中占据优势». */
const CLINGING = '的地得了着等和与及或个之中上下里内时';
/** Words that lead on to what was cut off behind them: «调查研究是». */
const LEADING = `${DANGLING}而各每该此就也都更最很是要等仍还已均有所`;
/** Adverbs and adjectives that do the same: «创建工作扎实» of «创建工作扎实推进». */
const LEADING_WORDS: ReadonlySet<string> = new Set(
  '逐步 扎实 不断 继续 更加 进一步 全面 切实 积极 重要 主要 新的 更大 分别'.split(' '),
);
/** Words of one character that belong to the word before them: «公用型», «社会保险费». */
const SUFFIXES = '型费化性者率式量';
/** What figures count: «2002|年全省». */
const COUNTERS = '年月日个家项户';
/** «系统观念和系统» of «系统观念和系统方法». */
const JOINING = '和与及';
/** Of a clause that is cut and does not hold the pointer so many characters must be left. */
const MIN_CLAUSE_PART = 4;
/** … and so large a part of it: without its beginning a clause still says what it says, without its end hardly. */
const MIN_SHARE_OF_END = 0.6;
const MIN_SHARE_OF_BEGINNING = 0.7;

/**
 * A stretch that happens to occur elsewhere, cut back to what one would call a phrase: at word edges, no number cut, no
 * word left hanging, no quote opened and not closed, and of the clauses that do not hold the pointer only those that are
 * whole or nearly so. In «（七）深入推进重点领域改革，更大激|发活力» of «重点领域改革，更大激发» it is «更大激发». `undefined` if nothing is
 * left at the pointer.
 *
 * @param startsWord whether a word starts at a place of `text`, for all of `span` and its end
 */
export function tidyStretch(
  text: string,
  span: Span,
  pointer: number,
  startsWord: (at: number) => boolean,
): Span | undefined {
  const whole = withoutCutClauses(text, withoutCutNumbers(text, span), pointer);
  let { start, end } = withoutHalfQuotes(text, whole, pointer);
  for (let before = -1; before !== start; ) {
    before = start;
    while (start < end && (!startsWord(start) || isLooseMark(text, start, end))) start++;
    if (CLINGING.includes(text[start] ?? '') && startsWord(start + 1) && isCutBefore(text, start)) start++;
  }
  for (let before = -1; before !== end; ) {
    before = end;
    end = trimClosing(text, start, end);
    while (end > start && (isOpening(text[end - 1]!) || isWithinWord(text, end, startsWord))) end--;
    if (end > start && isCutBehind(text, end)) end = withoutLeading(text, start, end, startsWord);
  }
  return start <= pointer && pointer < end && saysEnough(text, { start, end }, pointer) ? { start, end } : undefined;
}

/** Of the pointer's own clause a word or two are no phrase, whatever other clauses come with them: «水平。千方百计增加农民收入». */
function saysEnough(text: string, { start, end }: Span, pointer: number): boolean {
  let first = pointer;
  while (first > start && !isClauseEnd(text[first - 1]!)) first--;
  let last = pointer + 1;
  while (last < end && !isClauseEnd(text[last]!)) last++;
  return (first === start && last === end) || isEnough(text, { start: first, end: last }, 0);
}

/** A mark with which nothing begins: any but what opens something that is closed within. */
function isLooseMark(text: string, at: number, end: number): boolean {
  const unit = text[at]!;
  if (isClauseEnd(unit) || isClosing(unit) || isSpace(unit)) return true;
  if (!isOpening(unit)) return false;
  let depth = 0;
  for (let i = at; i < end; i++) {
    if (isOpening(text[i]!)) depth++;
    else if (isClosing(text[i]!) && --depth === 0) return false;
  }
  return true;
}

/** Less the last word if it leads on, or is joined to what is left without what it belongs to. */
function withoutLeading(text: string, start: number, end: number, startsWord: (at: number) => boolean): number {
  let last = end - 1;
  while (last > start && !startsWord(last)) last--;
  if (last === end - 1 && LEADING.includes(text[last]!)) return last;
  if (LEADING_WORDS.has(text.slice(last, end))) return last;
  return last > start && JOINING.includes(text[last - 1]!) && startsWord(last - 1) ? last - 1 : end;
}

/** Whether a word of the draft goes on at `at`. */
function isWithinWord(text: string, at: number, startsWord: (at: number) => boolean): boolean {
  const unit = text[at] ?? '';
  return isHan(unit) && (!startsWord(at) || SUFFIXES.includes(unit));
}

/** Whether the clause of the draft begins before `at`. */
function isCutBefore(text: string, at: number): boolean {
  return !isClauseEnd(text[at - 1] ?? '\n');
}

/** Whether the clause of the draft goes on behind `at`. */
function isCutBehind(text: string, at: number): boolean {
  return !isClauseEnd(text[at] ?? '\n');
}

/** Figures with what they count in: «3000万|立方米», «设施1|万公里». */
function withoutCutNumbers(text: string, span: Span): Span {
  let { start, end } = span;
  if (isNumeral(text[start - 1])) {
    while (start < end && (isNumeral(text[start]) || isPower(text[start]!))) start++;
    if (COUNTERS.includes(text[start] ?? ' ')) start++;
  }
  if (isNumeral(text[end]) || isPower(text[end] ?? '')) while (end > start && isNumeral(text[end - 1])) end--;
  return { start, end };
}

function isNumeral(unit: string | undefined): boolean {
  return unit !== undefined && (isDigit(unit) || '.%％'.includes(unit));
}

function isPower(unit: string): boolean {
  return unit !== '' && '百千万亿'.includes(unit);
}

function withoutCutClauses(text: string, { start, end }: Span, pointer: number): Span {
  let first = start;
  while (first < pointer && !isClauseEnd(text[first]!)) first++;
  const headStart = lastBefore(text, start);
  const keepsHead =
    first === pointer ||
    isEnough(text, { start, end: first }, leastOf(text, first, (first - headStart) * MIN_SHARE_OF_END));
  let last = end;
  while (last > pointer + 1 && !isClauseEnd(text[last - 1]!)) last--;
  const keepsTail =
    last === pointer + 1 ||
    isEnough(
      text,
      { start: last, end },
      leastOf(text, last - 1, (firstAfter(text, end) - last) * MIN_SHARE_OF_BEGINNING),
    );
  return { start: keepsHead ? start : first + 1, end: keepsTail ? end : last - 1 };
}

/** Beyond the end of a sentence nothing but whole clauses is kept. */
function leastOf(text: string, mark: number, least: number): number {
  return isSentenceEnd(text[mark]!) ? Number.POSITIVE_INFINITY : least;
}

/** Whether a part of a clause is at least `least` units long, and all of a short one. */
function isEnough(text: string, { start, end }: Span, least: number): boolean {
  const isWhole = isClauseEnd(text[start - 1] ?? '\n') && isClauseEnd(text[end] ?? '\n');
  let han = 0;
  for (let at = start; at < end; at++) if (isHan(text[at]!)) han++;
  return isWhole || (han >= MIN_CLAUSE_PART && end - start >= least);
}

/** Cut where a quote or bracket is opened or closed whose other half is left outside. */
function withoutHalfQuotes(text: string, { start, end }: Span, pointer: number): Span {
  let first = start;
  let last = end;
  const open: number[] = [];
  for (let at = start; at < end; at++) {
    if (isOpening(text[at]!)) open.push(at);
    else if (isClosing(text[at]!) && open.pop() === undefined) {
      if (at < pointer) first = at + 1;
      else last = Math.min(last, at);
    }
  }
  for (const at of open) {
    if (at < pointer) first = Math.max(first, at + 1);
    else last = Math.min(last, at);
  }
  return { start: first, end: last };
}

/** Where the clause that holds `at` starts. */
function lastBefore(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isClauseEnd(text[start - 1]!)) start--;
  return start;
}

/** Where the clause that ends at or behind `at` ends. */
function firstAfter(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isClauseEnd(text[end]!)) end++;
  return end;
}
