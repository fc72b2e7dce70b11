import { hanCount, isClauseEnd, isClosing, isHan, isOpening, isSpace, trimClosing } from '../text/charClass.ts';
import { clauseEnd, clauseStart } from '../text/clauses.ts';
import type { Span } from '../text/span.ts';
import { beforeCutNumber, pastCutNumber } from './cutNumbers.ts';
import { DANGLING } from './dangling.ts';

/** Words that depend on what was cut off before them: «的影响», «中占据优势». */
const CLINGING = '的地得了着等和与及或而个之中上下里内时';
/** Words that connect what follows to what was cut off before them. */
const OPENING_WORDS = ['其中', '以及', '及其', '以上', '以下', '以内'];
/** Words that require what was cut off behind them: «调查研究是». */
const LEADING = `${DANGLING}而各每该此就也都更最很是要等仍还已均有所`;
/** Adverbs and adjectives that do so too: «创建工作扎实» of «创建工作扎实推进». */
const LEADING_WORDS: ReadonlySet<string> = new Set(
  '逐步 扎实 不断 继续 更加 进一步 全面 切实 积极 重要 主要 新的 更大 分别 始终 必须 应当 应该 全部 一个 一批 一些 各类 各种 各项 各级 多个 几个 两个 这个 那个 每个 已经 正在 一律 首次 累计'.split(
    ' ',
  ),
);
/** Words of one character that belong to the word before them: «公用型», «社会保险费». */
const SUFFIXES = '型费化性者率式量';
/** «系统观念和系统» of «系统观念和系统方法». */
const JOINING = '和与及';
/** Least number of characters left of a cut clause that does not contain the pointer … */
const MIN_CLAUSE_PART = 4;
/** … and of a cut item before or behind a «、» … */
const MIN_ITEM = 3;
/** … and least share of it: a clause without its beginning mostly keeps its meaning, one without its end does not. */
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

/**
 * Whether the pointer's own clause has more than a word or two, which would be no phrase, whatever other clauses come with them:
 * «改造、生活垃圾收运».
 */
function saysEnough(text: string, { start, end }: Span, pointer: number): boolean {
  const own = { start: Math.max(start, clauseStart(text, pointer)), end: Math.min(end, clauseEnd(text, pointer)) };
  const isWhole = own.start === clauseStart(text, pointer) && own.end === clauseEnd(text, pointer);
  return isWhole || (own.start === start && own.end === end) || hanCount(text, own.start, own.end) >= MIN_CLAUSE_PART;
}

/** Whether the mark cannot begin a stretch: any mark but one that opens something closed within the stretch. */
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

/** The end of the stretch without its last word if that requires more text, or is joined to another without what they share. */
function withoutLeading(text: string, start: number, end: number, startsWord: (at: number) => boolean): number {
  let last = end - 1;
  while (last > start && !startsWord(last)) last--;
  if (last === end - 1 && LEADING.includes(text[last]!)) return last;
  if (LEADING_WORDS.has(text.slice(last, end))) return last;
  return last > start && JOINING.includes(text[last - 1]!) && startsWord(last - 1) ? last - 1 : end;
}

/** Whether a word of the draft continues across `at`. */
function isWithinWord(text: string, at: number, startsWord: (at: number) => boolean): boolean {
  const unit = text[at] ?? '';
  return isHan(unit) && (!startsWord(at) || SUFFIXES.includes(unit));
}

/** Whether the clause of the draft begins before `at`. */
function isCutBefore(text: string, at: number): boolean {
  return !isClauseEnd(text[at - 1] ?? '\n');
}

/** Whether the clause of the draft continues behind `at`. */
function isCutBehind(text: string, at: number): boolean {
  return !isClauseEnd(text[at] ?? '\n');
}

/**
 * The span without neighbouring clauses of which too much is cut, and without all clauses on one side if the pointer's own is cut on the
 * other.
 */
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

/** Whether a part of a clause is all of it, nearly all, or an item, if `mark`, between it and its neighbour, is «、». */
function isEnough(text: string, part: Span, mark: number): boolean {
  const start = clauseStart(text, part.start);
  const end = clauseEnd(text, part.end);
  if (part.start === start && part.end === end) return true;
  if (text[mark] === '、') return hanCount(text, part.start, part.end) >= MIN_ITEM;
  const share = part.start === start ? MIN_SHARE_OF_BEGINNING : MIN_SHARE_OF_END;
  return hanCount(text, part.start, part.end) >= MIN_CLAUSE_PART && part.end - part.start >= (end - start) * share;
}

/** The stretch, cut where a quote or bracket has its other half outside. */
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
