import { isHan } from '../text/charClass.ts';
import { fullWidth } from '../text/fullWidth.ts';
import { lineEnd, lineStart, skipBlanks } from '../text/lines.ts';

/** The text around the caret, as completion sees it. */
export interface CaretContext {
  /**
   * Text before the caret within its paragraph, at most `MAX_CONTEXT` units, with full-width marks. If the paragraph begins
   * in it, a line break stands first, since the corpus also shows how paragraphs begin.
   */
  readonly before: string;
  /** Text after the caret within its paragraph, at most `MAX_CONTEXT` units. */
  readonly after: string;
}

/** Longest text before the caret that is searched for in the corpus: a clause and the end of the one before. */
export const MAX_CONTEXT = 32;

/** Blanks, and what Markdown writes before a heading or an emphasis: «## 二、», «**一是». */
const BEFORE_PARAGRAPH = /^[\s#*]+/u;

/**
 * The context of the caret, or `undefined` where nothing may be offered: «《讲话｜» (inside a title), «http://a.b/｜» (in an
 * address), «| 合计 | 12｜» (a row of a table), «我们zhen｜» (letters after Han: most likely the pre-edit of an input method).
 */
export function caretContext(text: string, offset: number): CaretContext | undefined {
  const line = text.slice(lineStart(text, offset), offset);
  if (line.lastIndexOf('《') > line.lastIndexOf('》')) return undefined;
  if (endsInAddress(line) || endsInLetters(line) || isTableRow(line)) return undefined;
  const rest = text.slice(offset, lineEnd(text, offset));
  const written = `\n${line.replace(BEFORE_PARAGRAPH, '')}`;
  return { before: fullWidth(written.slice(-MAX_CONTEXT)), after: fullWidth(rest.slice(0, MAX_CONTEXT)) };
}

function endsInAddress(line: string): boolean {
  const word = line.slice(Math.max(line.lastIndexOf(' '), line.lastIndexOf('\u3000')) + 1);
  const scheme = Math.max(word.lastIndexOf('://'), word.lastIndexOf('www.'));
  return scheme >= 0 && !Array.from(word.slice(scheme)).some(isHan);
}

/** Whether the line is a row of a Markdown table, or figures separated by tabs. */
function isTableRow(line: string): boolean {
  const tab = line.indexOf('\t');
  return line[skipBlanks(line, 0, line.length)] === '|' || (tab >= 0 && line.includes('\t', tab + 1));
}

function endsInLetters(line: string): boolean {
  return /[A-Za-z']/.test(line.at(-1) ?? '');
}
