/**
 * Classes of characters, by UTF-16 unit. Drafts are typed by hand, so the half-width twins count too.
 * All tests take one unit (`text[i]`, or `''` past the end, which belongs to no class) and cost O(1).
 */

const PAUSES = '、，；：,;:';
const STOPS = '。！？!?…';
const OPENING = '“‘「『（(《〈【〔[';
const CLOSING = '”’」』）)》〉】〕]"';
const SPACES = ' \t\u00a0\u3000\r';

/** 汉, 〇 and the surrogates that write rare characters: true. Kana, letters, digits, punctuation: false. */
export function isHan(unit: string): boolean {
  const code = unit.charCodeAt(0);
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    code === 0x3007 ||
    (code >= 0xd840 && code <= 0xd88f) ||
    (code >= 0xdc00 && code <= 0xdfff)
  );
}

/** 、，；： */
export function isPause(unit: string): boolean {
  return unit !== '' && PAUSES.includes(unit);
}

/** 。！？… */
export function isStop(unit: string): boolean {
  return unit !== '' && STOPS.includes(unit);
}

/** Ends a clause: any pause, any stop, a line break. */
export function isClauseEnd(unit: string): boolean {
  return unit === '\n' || isPause(unit) || isStop(unit);
}

/** Ends a sentence: any stop, a line break. «；» does not: it stands between the members of a long sentence. */
export function isSentenceEnd(unit: string): boolean {
  return unit === '\n' || isStop(unit);
}

/** “ （ 《 … */
export function isOpening(unit: string): boolean {
  return unit !== '' && OPENING.includes(unit);
}

/** ” ） 》 …; the straight quote counts as closing, because it is asked about after a stop. */
export function isClosing(unit: string): boolean {
  return unit !== '' && CLOSING.includes(unit);
}

/** Blanks within a line, the ideographic space too. */
export function isSpace(unit: string): boolean {
  return unit !== '' && SPACES.includes(unit);
}

export function isDigit(unit: string): boolean {
  return unit >= '0' && unit <= '9';
}

/** `。`, `。”`, `！）`: offset `end` minus blanks and closing marks and punctuation, not below `start`. */
export function trimClosing(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && isTail(text[last - 1]!)) last--;
  // A bracket or quote that was opened inside belongs to the text: «“三个不到位”» keeps its last mark.
  while (last < end && isClosing(text[last]!) && opensWithin(text, start, last, text[last]!)) last++;
  return last;
}

function isTail(unit: string): boolean {
  return isClauseEnd(unit) || isSpace(unit) || isClosing(unit) || unit === '*';
}

function opensWithin(text: string, start: number, end: number, closing: string): boolean {
  if (closing === '"') return false;
  const opening = OPENING[CLOSING.indexOf(closing)]!;
  const open = text.lastIndexOf(opening, end - 1);
  return open >= start && text.indexOf(closing, open) === end;
}
