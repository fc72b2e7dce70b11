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
  const sure = marks.map(at => sureDirection(paragraph, at));
  // A stretch cut out of a paragraph may start inside a quotation: the marks that can only be one thing tell.
  const against = sure.filter(
    (direction, i) => direction !== undefined && (direction === 'open') !== (i % 2 === 0),
  ).length;
  let inside = against > sure.filter(direction => direction !== undefined).length / 2;
  for (let i = 0; i < marks.length; i++) {
    const at = marks[i]!;
    // Where one of an odd number was lost, the neighbours put the pairing right again.
    const opens: boolean = sure[i] !== undefined && marks.length % 2 === 1 ? sure[i] === 'open' : !inside;
    edits.push({ start: offset + at, end: offset + at + 1, after: opens ? open : close, kind: 'punctuation' });
    inside = opens;
  }
}

function isChineseQuote(paragraph: string, at: number): boolean {
  return isChinese(paragraph[at - 1]) || isChinese(paragraph[at + 1]);
}

/** After «，» a quote can only open, before «，» only close; the ends of a cut-out stretch tell nothing. */
function sureDirection(paragraph: string, at: number): 'open' | 'close' | undefined {
  const left = paragraph[at - 1] ?? '';
  const right = paragraph[at + 1] ?? '';
  const canOpen = !/[，。；：、！？,;:.!?）)》\s]/u.test(right);
  const canClose = !/[，、；：,;:（(《\s]/u.test(left);
  if (canOpen && !canClose) return 'open';
  if (canClose && !canOpen) return 'close';
  return undefined;
}
