import { isChinese } from './characters.ts';
import type { CleaningStep, Edit } from './editableText.ts';

const PARAGRAPH = /[^\n]+/gu;
const CORNER: Readonly<Record<string, string>> = { '「': '“', '」': '”', '『': '‘', '』': '’', '＂': '"' };
const CORNER_MARK = /[「」『』]/gu;

const PAIRS = [
  { straight: /["＂]/gu, open: '“', close: '”' },
  { straight: /'/gu, open: '‘', close: '’' },
] as const;

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
      for (const { straight, open, close } of PAIRS) {
        for (const { at, opens } of directions(paragraph, straight)) {
          edits.push({ start: index + at, end: index + at + 1, after: opens ? open : close, kind: 'punctuation' });
        }
      }
    }
  }
  return edits.sort((a, b) => a.start - b.start);
};

/** Which of the straight quotes of a paragraph open, and which close. */
function directions(paragraph: string, straight: RegExp): { readonly at: number; readonly opens: boolean }[] {
  const marks = [...paragraph.matchAll(straight)].map(match => match.index).filter(at => isChineseQuote(paragraph, at));
  const sure = marks.map(at => sureDirection(paragraph, at));
  // A stretch cut out of a paragraph may start inside a quotation: the marks that can only be one thing tell.
  const against = sure.filter(
    (direction, i) => direction !== undefined && (direction === 'open') !== (i % 2 === 0),
  ).length;
  let inside = against > sure.filter(direction => direction !== undefined).length / 2;
  return marks.map((at, i) => {
    // Where one of an odd number was lost, the neighbours put the pairing right again.
    inside = sure[i] !== undefined && marks.length % 2 === 1 ? sure[i] === 'open' : !inside;
    return { at, opens: inside };
  });
}

function isChineseQuote(paragraph: string, at: number): boolean {
  return isChinese(paragraph[at - 1] ?? '') || isChinese(paragraph[at + 1] ?? '');
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
