import { hanCount, isClauseEnd, isClosing, isHan, isOpening, isSpace, trimClosing } from '../text/charClass.ts';
import { clauseEnd, clauseStart } from '../text/clauses.ts';
import type { Span } from '../text/span.ts';
import { beforeCutNumber, pastCutNumber } from './cutNumbers.ts';
import { DANGLING } from './dangling.ts';

/** Words that hang on to what was cut off before them: «的影响», «中占据优势». */
const CLINGING = '的地得了着等和与及或而个之中上下里内时';
/** Words that say how what follows is joined to what was cut off before them. */
const OPENING_WORDS = ['其中', '以及', '及其', '以上', '以下', '以内'];
/** Words that lead on to what was cut off behind them: «调查研究是». */
const LEADING = `${DANGLING}而各每该此就也都更最很是要等仍还已均有所`;
/** Adverbs and adjectives that do the same: «创建工作扎实» of «创建工作扎实推进». */
const LEADING_WORDS: ReadonlySet<string> = new Set(
  '逐步 扎实 不断 继续 更加 进一步 全面 切实 积极 重要 主要 新的 更大 分别 始终 必须 应当 应该 全部 一个 一批 一些 各类 各种 各项 各级 多个 几个 两个 这个 那个 每个 已经 正在 一律 首次 累计'.split(
    ' ',
  ),
);
/** Words of one character that belong to the word before them: «公用型», «社会保险费». */
const SUFFIXES = '型费化性者率式量';
/** «系统观念和系统» of «系统观念和系统方法». */
const JOINING = '和与及';
/** Of a clause that is cut and does not hold the pointer so many characters must be left. */
const MIN_CLAUSE_PART = 4;
/** … of an item, behind or before a «、», so many, … */
const MIN_ITEM = 3;
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
  const first = pastCutNumber(text, span.start, span.end);
  const whole = withoutCutClauses(text, { start: first, end: beforeCutNumber(text, first, span.end) }, pointer);
  let { start, end } = withoutHalfQuotes(text, whole, pointer);
  for (let before = -1; before !== start; ) {
    before = start;
    start = pastCutNumber(text, start, end);
    while (start < end && (!startsWord(start) || isLooseMark(text, start, end))) start++;
    const opening = OPENING_WORDS.find(word => text.startsWith(word, start));
    if (opening !== undefined) start += opening.length;
    if (
      CLINGING.includes(text[start] ?? '') &&
      (startsWord(start + 1) || text[start + 1] === '的') &&
      isCutBefore(text, start)
    )
      start++;
  }
  for (let before = -1; before !== end; ) {
    before = end;
    end = trimClosing(text, start, end);
    while (end > start && (isOpening(text[end - 1]!) || isWithinWord(text, end, startsWord))) end--;
    if (end > start && isCutBehind(text, end)) end = withoutLeading(text, start, end, startsWord);
  }
  return start <= pointer && pointer < end && saysEnough(text, { start, end }, pointer) ? { start, end } : undefined;
}

/** Of the pointer's own clause a word or two are no phrase, whatever other clauses come with them: «改造、生活垃圾收运». */
function saysEnough(text: string, { start, end }: Span, pointer: number): boolean {
  const own = { start: Math.max(start, clauseStart(text, pointer)), end: Math.min(end, clauseEnd(text, pointer)) };
  const isWhole = own.start === clauseStart(text, pointer) && own.end === clauseEnd(text, pointer);
  return isWhole || (own.start === start && own.end === end) || hanCount(text, own.start, own.end) >= MIN_CLAUSE_PART;
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

/** Less clauses beside the pointer's own of which too much is cut, and less all of them on one side if its own is cut on the other. */
function withoutCutClauses(text: string, span: Span, pointer: number): Span {
  let { start, end } = span;
  for (let mark = clauseEnd(text, start); mark < pointer && !isEnough(text, { start, end: mark }, mark); ) {
    start = mark + 1;
    mark = clauseEnd(text, start);
  }
  for (let first = clauseStart(text, end); first > pointer && !isEnough(text, { start: first, end }, first - 1); ) {
    end = first - 1;
    first = clauseStart(text, end);
  }
  const own = {
    start: Math.max(start, clauseStart(text, pointer)),
    end: Math.min(end, clauseEnd(text, pointer)),
  };
  if (own.end < end && text[own.end] !== '、' && !isEnough(text, own, own.end)) end = own.end;
  if (start < own.start && text[own.start - 1] !== '、' && !isEnough(text, own, own.start - 1)) start = own.start;
  return { start, end };
}

/** Whether a part of a clause is all of it, or nearly all, or an item, where `mark`, on the way to what it stands with, is «、». */
function isEnough(text: string, part: Span, mark: number): boolean {
  const start = clauseStart(text, part.start);
  const end = clauseEnd(text, part.end);
  if (part.start === start && part.end === end) return true;
  if (text[mark] === '、') return hanCount(text, part.start, part.end) >= MIN_ITEM;
  const share = part.start === start ? MIN_SHARE_OF_BEGINNING : MIN_SHARE_OF_END;
  return hanCount(text, part.start, part.end) >= MIN_CLAUSE_PART && part.end - part.start >= (end - start) * share;
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
