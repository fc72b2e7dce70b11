import { CLOSES, classOf, HAN, OPENS, STOP } from '../text/charClass.ts';

const CLOSING_OF: Readonly<Record<string, string>> = { '“': '”', '（': '）', '《': '》', '‘': '’' };
const BLANK = ' '.charCodeAt(0);
const SEMICOLON = '；'.charCodeAt(0);

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
 * How many of `units` from `start` on, at most up to `limit`, may be offered: to the end of the sentence, with its
 * mark, or to a mark that closes something which neither they nor the draft has opened.
 * @param open the marks that would close what the draft leaves open, see `openMarks`
 */
export function sayableLength(units: Uint16Array, start: number, limit: number, open: readonly string[]): number {
  let expected: string[] | undefined;
  for (let at = start; at < limit; at++) {
    const code = units[at]!;
    const classes = classOf(code);
    if (classes & HAN) continue;
    if (code < BLANK) return at - start;
    if (classes & STOP || code === SEMICOLON) return at + 1 - start;
    if ((classes & (OPENS | CLOSES)) === 0) continue;
    expected ??= [...open];
    const mark = String.fromCharCode(code);
    if (classes & OPENS) {
      const closing = CLOSING_OF[mark];
      if (closing !== undefined) expected.push(closing);
    } else if (expected.pop() !== mark) {
      return at - start;
    }
  }
  return limit - start;
}
