import { isClosing, isPause, isSpace, isStop } from '../text/charClass.ts';
import { ordinalAt } from '../text/numerals.ts';

/** The text before the caret: an empty line, a finished sentence, «；», a lesser pause, or text that does not end a clause. */
export type Boundary = 'line' | 'stop' | 'semicolon' | 'pause' | 'bare';

/** Greatest length of the beginning of a marker that is looked for before the caret: «另一方», «（二十». */
const LONGEST_TYPED = 4;
const LONGEST_CHAPTER = 40;

/** The boundary with which the text before `at` ends; `undefined` in the middle of a clause. */
export function boundaryBefore(text: string, at: number): Boundary | undefined {
  let before = at - 1;
  while (before >= 0 && (isSpace(text[before]!) || text[before] === '#' || text[before] === '*')) before--;
  if (before < 0 || text[before] === '\n') return 'line';
  while (before > 0 && isClosing(text[before]!)) before--;
  const unit = text[before]!;
  if (isStop(unit)) return 'stop';
  if (unit === '；' || unit === ';') return 'semicolon';
  if (isChapterHeading(text, before)) return 'stop';
  return isPause(unit) && unit !== '：' && unit !== ':' ? 'pause' : undefined;
}

/** Whether the line is a chapter heading («第二章　任职条件»): the numbers of articles continue below it. */
function isChapterHeading(text: string, last: number): boolean {
  const start = text.lastIndexOf('\n', last) + 1;
  if (text[start] !== '第' || last - start > LONGEST_CHAPTER) return false;
  const ordinal = ordinalAt(text, start + 1);
  return ordinal !== undefined && '章节'.includes(text[start + 1 + ordinal.length] ?? '\0');
}

/** Whether the line above the empty line at `at` ends with «；». */
export function endsWithSemicolon(text: string, at: number): boolean {
  let before = at - 1;
  while (before > 0 && (isSpace(text[before]!) || text[before] === '\n')) before--;
  return text[before] === '；' || text[before] === ';';
}

/** The part of a marker that has been typed: in «…。第三｜» it is «第三». Empty if the clause has not begun. */
export function typedMarker(text: string, caret: number): { typed: string; at: number } {
  for (let at = caret; at >= 0 && caret - at <= LONGEST_TYPED; at--) {
    if (boundaryBefore(text, at) !== undefined && !isSpace(text[at] ?? '')) return { typed: text.slice(at, caret), at };
    if (text[at - 1] === '\n') break;
  }
  return { typed: '', at: caret };
}
