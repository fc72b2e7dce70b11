import { markerAt, markerStart } from '../parallel/markerAt.ts';
import { isEndingParagraph } from '../parallel/paragraphCues.ts';
import type { Span } from '../text/span.ts';
import { inner, isAddress, isNotesHeading, isSalutation } from './headings.ts';

/** The lines that end a speech, as indexes of the first and the last, both inclusive. */
export interface Ending {
  readonly first: number;
  readonly last: number;
}

/** Greatest number of lines with signature, date and source below a speech. */
const LONGEST_TAIL = 4;
const LONGEST_TAIL_LINE = 40;
const LONGEST_THANKS = 40;
const LONGEST_ADDRESS = 16;
const THANKS = /谢谢|就讲这些|就讲到这里|就说这些|讲完了|讲话完了|散会|^祝|^预祝/;
const APPEAL = /让我们|(?:奋斗|贡献|答卷|篇章|辉煌|胜利|未来)[。！]$/;

/**
 * The lines that end the speech: its last paragraph if that addresses the audience or appeals to it, together with an address alone on the
 * line above («同志们！»), further appeals before it and the thanks after it. Appended lines (signature, source, notes) are not included.
 * `undefined` if the speech has no ending.
 *
 * @param first index of the first line of the body
 */
export function findEnding(text: string, lines: readonly Span[], first: number): Ending | undefined {
  const last = lastOwnLine(text, lines, first);
  let from = last;
  while (from > first && isThanks(text, lines[from]!)) from--;
  const hasThanks = from < last;
  if (!isAppeal(text, lines, from, first)) {
    if (hasThanks) return { first: from + 1, last };
    return lastAppeal(text, lines, first);
  }
  return { first: withAppealsBefore(text, lines, from, first), last };
}

/** The last appeal that is followed by other text, as in reports printed with their appendices. */
function lastAppeal(text: string, lines: readonly Span[], first: number): Ending | undefined {
  for (let at = lines.length - 1; at > first && at >= lines.length / 2; at--) {
    if (isEndingParagraph(text, lines[at]!.start))
      return { first: withAppealsBefore(text, lines, at, first), last: at };
  }
  return undefined;
}

function withAppealsBefore(text: string, lines: readonly Span[], from: number, first: number): number {
  let at = from;
  while (at - 1 > first && isEndingParagraph(text, lines[at - 1]!.start)) at--;
  return at - 1 > first && isSalutation(text, lines[at - 1]!) ? at - 1 : at;
}

/** Index of the last line above notes, signature, date and source. */
function lastOwnLine(text: string, lines: readonly Span[], first: number): number {
  const notes = lines.findIndex((line, index) => index > first && isNotesHeading(text, line));
  let last = (notes < 0 ? lines.length : notes) - 1;
  for (let left = LONGEST_TAIL; left > 0 && last > first && isTail(text, lines[last]!); left--) last--;
  return last;
}

function isTail(text: string, line: Span): boolean {
  const { start, end } = inner(text, line);
  const words = text.slice(start, end);
  if (words.length > LONGEST_TAIL_LINE || THANKS.test(words)) return false;
  return /^（.*）$/u.test(words) || (!/[。！？!?：:]/u.test(words) && markerAt(text, start, 'line') === undefined);
}

function isThanks(text: string, line: Span): boolean {
  const { start, end } = inner(text, line);
  return end - start <= LONGEST_THANKS && THANKS.test(text.slice(start, end));
}

function isAppeal(text: string, lines: readonly Span[], index: number, first: number): boolean {
  if (index <= first) return false;
  const { start, end } = inner(text, lines[index]!);
  if (markerAt(text, markerStart(text, start, 'line'), 'line') !== undefined) return false;
  const opening = /[，,：:！!]/u.exec(text.slice(start, Math.min(end, start + LONGEST_ADDRESS)));
  if (opening !== null && isAddress(text.slice(start, start + opening.index))) return true;
  if (index - 1 > first && isSalutation(text, lines[index - 1]!)) return true;
  return APPEAL.test(text.slice(start, end));
}
