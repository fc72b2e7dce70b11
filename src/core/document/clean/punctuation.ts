import { isDigit, isHan, isSpace } from '../../text/charClass.ts';
import { FULL_WIDTH } from '../../text/fullWidth.ts';
import { isChinese, isLatin } from './characters.ts';
import type { CleaningStep, Edit } from './editableText.ts';

const MARK = /[,;:?!()]/gu;

/**
 * ASCII marks of Chinese prose to full width, each judged by its neighbours only, so that a stretch cut out of the text
 * comes out the same: «发展,改革;» → «发展，改革；». Untouched: «1,000», «10:30», «http://», «f(x), g(x)».
 */
export const widenPunctuation: CleaningStep = text => {
  const edits: Edit[] = [];
  let brackets: ReadonlyMap<number, number> | undefined;
  const partnerOf = (at: number): number | undefined => {
    brackets ??= matchBrackets(text);
    return brackets.get(at);
  };
  for (const match of text.matchAll(MARK)) {
    const at = match.index;
    if (!belongsToChinese(text, at, partnerOf)) continue;
    edits.push({ start: at, end: at + 1, after: FULL_WIDTH[match[0]]!, kind: 'punctuation' });
  }
  return edits;
};

function belongsToChinese(text: string, at: number, partnerOf: (bracket: number) => number | undefined): boolean {
  const left = text[at - 1] ?? '';
  const right = text[at + 1] ?? '';
  if (atCutEdge(text, at)) return true;
  switch (text[at]) {
    case '(':
    case ')': {
      if (besideChinese(text, at)) return true;
      const partner = partnerOf(at);
      return partner !== undefined && besideChinese(text, partner);
    }
    case ',':
      if (isDigit(left) && isDigit(right)) return /^\d{4}年/u.test(text.slice(at + 1, at + 6));
      return besideChinese(text, at) || (endsFigure(left) && !isLatin(right) && !isSpace(right) && right !== '');
    case ';':
      if (/&[a-z#\d]{2,8}$/iu.test(text.slice(Math.max(0, at - 9), at))) return false;
      return besideChinese(text, at) || (endsFigure(left) && !isLatin(right) && !isSpace(right) && right !== '');
    case ':':
      if (right === '/' || (isDigit(left) && isDigit(right))) return false;
      return besideChinese(text, at);
    default:
      // «?» and «!» follow what they belong to; «page?id=数» is an address.
      if (isChinese(left) || left === '%') return true;
      return (left === '' || left === '\n') && isChinese(right);
  }
}

/** Where a stretch was cut out of Chinese text right at the mark, the stretch as a whole decides: «比如GDP,» */
function atCutEdge(text: string, at: number): boolean {
  if (at !== 0 && at !== text.length - 1) return false;
  if (/^,\d{3}(?!\d)/u.test(text.slice(at, at + 5))) return false;
  const near = at === 0 ? text.slice(1, 13) : text.slice(Math.max(0, at - 12), at);
  return !/[\s/]/u.test(near) && /\p{Script=Han}/u.test(near);
}

/** A Chinese character on either side, blanks aside («好, 我们»). */
function besideChinese(text: string, at: number): boolean {
  let left = at - 1;
  while (left >= 0 && isSpace(text[left]!) && at - left <= 3) left--;
  let right = at + 1;
  while (right < text.length && isSpace(text[right]!) && right - at <= 3) right++;
  return isChinese(text[left] ?? '') || isChinese(text[right] ?? '');
}

/** «2.2%,2020年»: after a percent sign or bracket the mark ends a clause even between figures. */
function endsFigure(unit: string): boolean {
  return unit === '%' || unit === '‰' || unit === '℃' || unit === ')';
}

/** Positions of brackets to those of their partners, both ways, within a line. */
function matchBrackets(text: string): Map<number, number> {
  const partners = new Map<number, number>();
  const open: number[] = [];
  for (const match of text.matchAll(/[()（）\n]/gu)) {
    if (match[0] === '\n') open.length = 0;
    else if (match[0] === '(' || match[0] === '（') open.push(match.index);
    else {
      const start = open.pop();
      if (start === undefined) continue;
      partners.set(start, match.index);
      partners.set(match.index, start);
    }
  }
  return partners;
}

const NEEDLESS_BLANK = /[ \t\u3000\u00a0]+/gu;
/** Between the cells of a row: «农业局〔tab〕6月底» are two things. */
const CELL_GAP = '\t';
/** Marks that carry their own white space, so that a blank beside them is a typing habit. */
const SPACED_MARK = /[，。；：、！？“”‘’（）《》]/u;

/**
 * «全市 176个» → «全市176个», «改革， 发展» → «改革，发展». A blank between two ideographs may separate names or the
 * halves of a title and stays. Gaps that may be lost paragraph breaks are judged in an earlier step.
 */
export const removeNeedlessBlanks: CleaningStep = text => {
  const edits: Edit[] = [];
  for (const match of text.matchAll(NEEDLESS_BLANK)) {
    const end = match.index + match[0].length;
    const left = text[match.index - 1];
    const right = text[end];
    if (left === undefined || right === undefined || left === '\n' || right === '\n') continue;
    const besideMark = SPACED_MARK.test(left) || SPACED_MARK.test(right);
    const besideFigure =
      match[0].length === 1 &&
      match[0] !== CELL_GAP &&
      ((isHan(left) && isDigit(right)) || (isDigit(left) && isHan(right)) || right === '%');
    if (besideMark || besideFigure) edits.push({ start: match.index, end, after: '', kind: 'whitespace' });
  }
  return edits;
};
