import { isHan } from './characters.ts';
import { isCommonWord } from './commonWords.ts';
import type { CleaningStep, Edit } from './editableText.ts';
import { gbkCharacter, gbkCode } from './gbk.ts';

/** A mark between two question marks stands for nothing a person writes: «经?；?。». */
const ORPHANS = /[?？\ufffd]([，；：、。,;:])[?？\ufffd]/gu;
const WIDE: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：' };
/** GB 2312 level 1 and 2: the characters of ordinary text. */
const FIRST_LEAD = 0xb0;
const LAST_LEAD = 0xf7;
const FIRST_TRAIL = 0xa1;
const LAST_TRAIL = 0xfe;

/**
 * Two characters of which only the inner bytes are left, and those read as one mark: 常化 = B3 A3 BB AF, A3 BB is «；»,
 * so «经?；?。» → «经常化。». The neighbours decide by common words; if they do not, «□□» is put and the repair tells.
 */
export const repairOrphanBytes: CleaningStep = text => {
  const edits: Edit[] = [];
  for (const match of text.matchAll(ORPHANS)) {
    if (!isHan(text[match.index - 1])) continue;
    const end = match.index + match[0].length;
    const inner = gbkCode(WIDE[match[1]!] ?? match[1]!)!;
    const after = resolve(text.slice(Math.max(0, match.index - 2), match.index), inner, text.slice(end, end + 2));
    edits.push({ start: match.index, end, after: after ?? '□□', kind: 'byte-shift' });
  }
  return edits;
};

function resolve(left: string, inner: number, right: string): string | undefined {
  let best: string | undefined;
  let bestScore = 0;
  for (const first of charactersWith(lead => gbkCharacter(lead, inner >> 8), FIRST_LEAD, LAST_LEAD)) {
    for (const second of charactersWith(trail => gbkCharacter(inner & 0xff, trail), FIRST_TRAIL, LAST_TRAIL)) {
      const score = wordScore(left, first, second, right);
      if (score > bestScore) {
        best = first + second;
        bestScore = score;
      } else if (score === bestScore) {
        best = undefined;
      }
    }
  }
  return best;
}

/** Both characters must belong to a common word; longer words say more. */
function wordScore(left: string, first: string, second: string, right: string): number {
  const before = left.slice(-1);
  const three = [before + first + second, first + second + (right[0] ?? ''), left + first, second + right];
  if (isCommonWord(three[0]!) || isCommonWord(three[1]!)) return 3;
  if (isCommonWord(first + second)) return 2;
  const firstKnown = isCommonWord(before + first) || isCommonWord(three[2]!);
  const secondKnown = isCommonWord(second + (right[0] ?? '')) || isCommonWord(three[3]!);
  return firstKnown && secondKnown ? 1 : 0;
}

function charactersWith(at: (byte: number) => string | undefined, from: number, to: number): string[] {
  const out: string[] = [];
  for (let byte = from; byte <= to; byte++) {
    const character = at(byte);
    if (character !== undefined && isHan(character)) out.push(character);
  }
  return out;
}
