import { lineEnd } from '../text/lines.ts';
import { markerStart } from './markerAt.ts';

/** Paragraphs that sum a run of points up, so that the points are over: 总之, 以上这些现象. */
const SUMMARY = ['总之', '以上', '综上', '总的', '上述', '成绩的取得', '同志们', '各位', '让我们', '谢谢'];
const ENDING_ADDRESS = ['同志们', '各位', '朋友们', '让我们', '谢谢'];
const ENDING_APPEAL = ['让我们', '谢谢', '新的更大贡献', '而努力奋斗', '而不懈奋斗', '而团结奋斗'];
const LONGEST_CLOSING_HEADING = 40;

/** Does this paragraph end the speech with an appeal or thanks? «同志们，…让我们…», «谢谢大家！». */
export function isEndingParagraph(text: string, start: number): boolean {
  const at = markerStart(text, start, 'line');
  if (!ENDING_ADDRESS.some(word => text.startsWith(word, at))) return false;
  const paragraph = text.slice(at, lineEnd(text, start));
  return ENDING_APPEAL.some(word => paragraph.includes(word));
}

/** A line that opens the last, unnumbered part of a speech: «最后，再强调几项具体工作：». */
export function isClosingHeading(text: string, start: number): boolean {
  const at = markerStart(text, start, 'line');
  if (!text.startsWith('最后', at)) return false;
  const end = lineEnd(text, start);
  if (end - at > LONGEST_CLOSING_HEADING) return false;
  const line = text.slice(at, end).trimEnd();
  return line.endsWith('：') || line.endsWith(':') || (line.endsWith('。') && line.indexOf('。') === line.length - 1);
}

/** Does this paragraph leave a run of points behind? «总之，…», «以上这些…». */
export function isSummaryParagraph(text: string, start: number): boolean {
  const at = markerStart(text, start, 'line');
  return SUMMARY.some(word => text.startsWith(word, at));
}
