import { markerAt, markerStart } from '../parallel/markerAt.ts';
import { isHan, isSpace } from '../text/charClass.ts';
import { paragraphAt, sentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';

/** The sentence, behind its number or that of its line and between blanks: «第七条　各级党委……», «迈向命运共同体　开创亚洲新未来». */
export function pieceAt(text: string, offset: number): Span {
  const line = paragraphAt(text, offset);
  const first = markerStart(text, line.start, 'line');
  const body = { start: markerAt(text, first, 'line')?.end ?? first, end: line.end };
  let { start, end } = sentences(text, body).find(sentence => offset < sentence.end) ?? body;
  if (start > body.start) start = markerAt(text, start, 'sentence')?.end ?? start;
  for (let at = start; at < end; at++) {
    if (!isGap(text, at)) continue;
    if (at < offset) start = at + 1;
    else end = at;
  }
  return { start, end };
}

/** A blank that parts: an ideographic one, or one between Chinese characters. */
function isGap(text: string, at: number): boolean {
  if (text[at] === '\u3000') return true;
  return isSpace(text[at]!) && isHan(text[at + 1] ?? '') && isHan(text[at - 1] ?? '');
}
