import { boldMarks } from '../text/boldMarks.ts';
import { isDigit, isHan } from '../text/charClass.ts';
import { paragraphAt } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';

/** The way a placeholder is written. */
export type PlaceholderKind =
  | 'letters' // XX, XXX%, X.X%
  | 'crosses' // ×××
  | 'circles' // ○○
  | 'boxes' // □□
  | 'stars' // **, where a name has been taken out
  | 'underscores' // ____
  | 'note' // 【待核实】, and prompts of templates
  | 'brackets' // ［…］, （　　）
  | 'variable'; // ${会议名}

/** A place of a draft that has yet to be filled in. */
export interface Placeholder extends Span {
  readonly kind: PlaceholderKind;
}

/** Characters that follow an open number written X or ×: X届, X亿元, ×年×月. They may also precede one. */
const COUNTED = '年月日时届次位号个项名家亿万元米吨亩户市县区省州镇乡村%％';
const BEFORE_NUMBER = `第某约近达超增降至到在为于全各、，,；;。：:（(“《${COUNTED}`;
const HAN_DIGITS = '一二三四五六七八九';

const PATTERNS: readonly (readonly [PlaceholderKind, RegExp])[] = [
  ['variable', /\$\{[^{}\n]{1,30}\}|\{\{[^{}\n]{1,30}\}\}/gu],
  ['note', /【[^【】\n]{1,40}】/gu],
  ['brackets', /［[\s…\u3000]*］|\[\s*…+\s*\]|[（(〔][ \u3000]{2,}[）)〕]/gu],
  ['letters', /[XxＸｘ]+(?:[.．][XxＸｘ]+)?[%％]?/gu],
  ['crosses', /[×╳✕]+[%％]?/gu],
  ['circles', /[○◯]{2,}/gu],
  ['boxes', /□{2,}/gu],
  ['underscores', /[_＿]{2,}/gu],
  ['stars', /\*{2,}/gu],
];

/**
 * The placeholders of a text, in text order. Not counted: words of Latin letters (XXL, x光), multiplication (3×4, 长×宽), Markdown bold
 * (**抓落实**), years (二○○八), rules and tick boxes. Other text in 【】 is the headword of a note or its number. Linear in the text: every
 * pattern reads a run of one kind of unit.
 * @param prompts blanks that templates put into drafts: `【会议任务】`
 */
export function findPlaceholders(text: string, prompts: ReadonlySet<string> = new Set()): Placeholder[] {
  const found: Placeholder[] = [];
  const bold = boldMarks(text);
  for (const [kind, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (kind === 'note' ? isNote(match[0], prompts) : isPlaceholder(text, span, kind, bold))
        found.push({ ...span, kind });
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let reach = 0;
  return found.filter(({ start, end }) => {
    if (start < reach) return false; // inside one that is kept
    reach = end;
    return true;
  });
}

/** The next or previous placeholder from the caret. From the last one the search continues with the first, and the other way round. */
export function nextPlaceholder(
  all: readonly Placeholder[],
  caret: Span,
  direction: 'next' | 'previous',
): Placeholder | undefined {
  return direction === 'next'
    ? (all.find(({ start, end }) => start >= caret.end && end > caret.end) ?? all[0])
    : (all.findLast(({ end, start }) => end <= caret.start && start < caret.start) ?? all.at(-1));
}

function isPlaceholder(text: string, span: Span, kind: PlaceholderKind, bold: ReadonlySet<number>): boolean {
  const { start, end } = span;
  const before = text[start - 1] ?? '';
  const after = text[end] ?? '';
  switch (kind) {
    case 'letters':
      if (
        isLatin(before) ||
        isLatin(after) ||
        isDigit(after) ||
        isOneOf('/@', after) ||
        /^\.[a-z]/i.test(text.slice(end, end + 2))
      )
        return false;
      return end - start > 1 || (text[start] === 'X' && isOneOf(COUNTED, after));
    case 'crosses':
      return end - start > 1 ? !(isDigit(before) && isDigit(after)) : isCounted(before, after);
    case 'circles':
      return !isOneOf(HAN_DIGITS, before) && !isOneOf(HAN_DIGITS, after);
    case 'underscores':
      return !isRule(text, span) && !isLatin(before) && !isLatin(after) && !bold.has(start);
    case 'stars':
      return !isRule(text, span) && !bold.has(start);
    default:
      return true;
  }
}

function isNote(text: string, prompts: ReadonlySet<string>): boolean {
  return prompts.has(text) || /待|核实|补充|填写|插入|此处/u.test(text);
}

/** Whether × is a number left open («第×次», «，×亿元»), and not multiplication («3×4», «单价×个数»). */
function isCounted(before: string, after: string): boolean {
  return isOneOf(COUNTED, after) && (!isHan(before) || isOneOf(BEFORE_NUMBER, before)) && !isDigit(before);
}

function isOneOf(units: string, unit: string): boolean {
  return unit !== '' && units.includes(unit);
}

function isLatin(unit: string): boolean {
  return /[A-Za-zＡ-Ｚａ-ｚ]/u.test(unit);
}

/** Whether the span is all of its line. */
function isRule(text: string, { start, end }: Span): boolean {
  const line = paragraphAt(text, start);
  return text.slice(line.start, start).trim() === '' && text.slice(end, line.end).trim() === '';
}
