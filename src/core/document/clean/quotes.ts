import { isChinese } from './characters.ts';
import type { CleaningStep, Edit } from './editableText.ts';

const PARAGRAPH = /[^\n]+/gu;
const CORNER: Readonly<Record<string, string>> = { '「': '“', '」': '”', '『': '‘', '』': '’', '＂': '"' };
const CORNER_MARK = /[「」『』]/gu;

/**
 * Straight quotes to “ ” and ‘ ’ in turn within a paragraph, corner brackets of traditional print to the same:
 * «学会"弹钢琴",» → «学会“弹钢琴”,», «「落实」» → «“落实”». Those in a run of Latin text stay.
 */
export const pairQuotes: CleaningStep = text => {
  const edits: Edit[] = [];
  for (const match of text.matchAll(CORNER_MARK)) {
    edits.push({ start: match.index, end: match.index + 1, after: CORNER[match[0]]!, kind: 'punctuation' });
  }
  if (/["＂']/u.test(text)) {
    for (const { 0: paragraph, index } of text.matchAll(PARAGRAPH)) {
      pair(paragraph, index, /["＂]/gu, '“', '”', edits);
      pair(paragraph, index, /'/gu, '‘', '’', edits);
    }
  }
  return edits.sort((a, b) => a.start - b.start);
};

function pair(paragraph: string, offset: number, quote: RegExp, open: string, close: string, edits: Edit[]): void {
  const marks = [...paragraph.matchAll(quote)].map(match => match.index).filter(at => isChineseQuote(paragraph, at));
  let inside = false;
  for (let i = 0; i < marks.length; i++) {
    const at = marks[i]!;
    const sure = sureDirection(paragraph, at);
    // Where one of an odd number was lost, the neighbours put the pairing right again.
    const opens: boolean = sure !== undefined && marks.length % 2 === 1 ? sure === 'open' : !inside;
    edits.push({ start: offset + at, end: offset + at + 1, after: opens ? open : close, kind: 'punctuation' });
    inside = opens;
  }
}

function isChineseQuote(paragraph: string, at: number): boolean {
  return isChinese(paragraph[at - 1]) || isChinese(paragraph[at + 1]);
}

/** After «，» or at the start a quote can only open, before «，» or at the end only close. */
function sureDirection(paragraph: string, at: number): 'open' | 'close' | undefined {
  const left = paragraph[at - 1] ?? '\n';
  const right = paragraph[at + 1] ?? '\n';
  const canOpen = !/[，。；：、！？,;:.!?）)》\s]/u.test(right);
  const canClose = !/[，、；：,;:（(《\s]/u.test(left);
  if (canOpen && !canClose) return 'open';
  if (canClose && !canOpen) return 'close';
  return undefined;
}
