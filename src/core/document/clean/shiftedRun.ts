import { isCommonWord } from './commonWords.ts';
import { gbkCharacter, gbkCode, isGb2312 } from './gbk.ts';
import { toSimplified } from './simplify.ts';
import { mayRead } from './traditionalReadings.ts';

/** GBK text that was read one byte off, put right. */
export interface ShiftedRun {
  /** The characters meant; □ for one of which a byte is lost for good. */
  readonly text: string;
  /** Where the damage ends in the damaged text. */
  readonly end: number;
  /** How it ended: `certain` if the last byte was there or named by a note. */
  readonly closed: 'certain' | 'open';
  /** Share of the characters that ordinary Chinese text uses, 0 … 1. */
  readonly plausibility: number;
}

/** The mill annotates every traditional character, so no run goes on for long; this bounds the work on hostile text. */
const MAX_RUN = 120;
/** A page has some dozens of kinds of notes; the memo must not grow with hostile text. */
const MAX_MEMO = 2_000;
/** Lead byte of the last row of the 3,755 characters of GB 2312 level 1. */
const LAST_COMMON_LEAD = 0xd7;
const NOTE_AT = /^[?？\ufffd(（]([a-zɡāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,6})[)）]/u;
/** Some copies were folded to ASCII marks afterwards; the bytes are those of the full-width ones. */
const WIDE: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '!': '！' };

/**
 * Decodes from `start` with `lead` as the byte that was lost before it: («崿F(xiàn)», 0x8C) → 8C 8D, AC 46 → «實現»,
 * ending after «F». `undefined` if the bytes make no characters.
 */
export function decodeShifted(text: string, start: number, lead: number): ShiftedRun | undefined {
  let pending = lead;
  let out = '';
  for (let at = start; at < text.length && at - start <= MAX_RUN; at++) {
    const unit = text[at]!;
    const note = '?？\ufffd(（'.includes(unit) ? NOTE_AT.exec(text.slice(at, at + 9)) : null;
    if (note !== null) {
      const character = readAs(pending, note[1]!);
      // A note with its bracket is left for the step that removes notes.
      const end = /[(（]/u.test(unit) ? at : at + note[0].length;
      return character === undefined ? undefined : finished(out + character, end, 'certain');
    }
    if (unit === '?' || unit === '？' || unit === '\ufffd') {
      return finished(out + guessLast(out, pending), at + 1, 'open');
    }
    const code = gbkCode(WIDE[unit] ?? unit);
    if (code === undefined) {
      const character = unit < '\u0080' ? gbkCharacter(pending, unit.charCodeAt(0)) : undefined;
      if (character !== undefined) return finished(out + character, at + 1, 'certain');
      return finished(`${out}□`, at, 'open');
    }
    const character = gbkCharacter(pending, code >> 8);
    if (character === undefined) return undefined;
    out += character;
    pending = code & 0xff;
    if (pending < 0x80) return finished(out + String.fromCharCode(pending), at + 1, 'certain');
  }
  return finished(`${out}□`, Math.min(text.length, start + MAX_RUN), 'open');
}

const readings = new Map<string, string | undefined>();

/** The character with first byte `lead` that the note names, the most ordinary if several: (0x87, «guó») → «國», not «啯». */
function readAs(lead: number, note: string): string | undefined {
  const key = `${lead} ${note}`;
  if (readings.has(key)) return readings.get(key);
  let best: string | undefined;
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    const character = gbkCharacter(lead, trail);
    if (character === undefined || !mayRead(character, note)) continue;
    if (best === undefined || rarity(character) < rarity(best)) best = character;
  }
  if (readings.size < MAX_MEMO) readings.set(key, best);
  return best;
}

/** GB 2312 puts its commoner half first. */
function rarity(character: string): number {
  const simplified = toSimplified(character);
  if (!isGb2312(simplified)) return 2;
  return gbkCode(simplified)! >> 8 <= LAST_COMMON_LEAD ? 0 : 1;
}

/** The last byte is lost: the one ordinary word with the character before decides, else □. («對», B1 ?) → «比». */
function guessLast(before: string, lead: number): string {
  const left = toSimplified(before.slice(-1));
  let found: string | undefined;
  for (let trail = 0xa1; trail <= 0xfe; trail++) {
    const character = gbkCharacter(lead, trail);
    if (character === undefined || !isCommonWord(left + character)) continue;
    if (found !== undefined) return '□';
    found = character;
  }
  return found ?? '□';
}

function finished(text: string, end: number, closed: ShiftedRun['closed']): ShiftedRun {
  let usual = 0;
  for (const character of text) {
    if (isGb2312(character) || '，。；：、！？“”《》（）'.includes(character)) usual++;
    else if (toSimplified(character) !== character) usual++;
  }
  return { text, end, closed, plausibility: usual / text.length };
}
