import { CLOSES, classAt, HAN, NEWLINE, OPENS, STOP } from '../text/charClass.ts';
import { rankingWeights } from './rankingWeights.ts';

const CLOSING_OF: Readonly<Record<string, string>> = { '“': '”', '（': '）', '《': '》', '‘': '’' };

/** The marks that would close what `text` leaves open, outermost first. */
export function openMarks(text: string): string[] {
  if (!/[“‘（《]/.test(text)) return [];
  const expected: string[] = [];
  for (const unit of text) {
    const closing = CLOSING_OF[unit];
    if (closing !== undefined) expected.push(closing);
    else if (expected.at(-1) === unit) expected.pop();
  }
  return expected;
}

/**
 * Units of `text` that may be offered where `open` waits to be closed, at most `rankingWeights.maxContinuation`: to the end of the
 * sentence, its mark included, or to a mark that closes what neither the text nor the draft has opened.
 */
export function sayableLength(text: string, open: readonly string[]): number {
  const limit = Math.min(text.length, rankingWeights.maxContinuation);
  let expected: string[] | undefined;
  for (let i = 0; i < limit; i++) {
    const classes = classAt(text, i);
    if (classes & HAN) continue;
    const unit = text[i]!;
    if (unit < ' ') return i;
    if (classes & (STOP | NEWLINE) || unit === '；') return i + 1;
    if (classes & OPENS) {
      expected ??= [...open];
      const closing = CLOSING_OF[unit];
      if (closing !== undefined) expected.push(closing);
    } else if (classes & CLOSES) {
      expected ??= [...open];
      if (expected.pop() !== unit) return i;
    }
  }
  return limit;
}
