import { isHan } from '../../text/charClass.ts';
import { commonWordsFrom, isCommonWord } from './commonWords.ts';
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
    if (!isHan(text[match.index - 1] ?? '')) continue;
    const end = match.index + match[0].length;
    const inner = gbkCode(WIDE[match[1]!] ?? match[1]!)!;
    const after = resolve(text.slice(Math.max(0, match.index - 2), match.index), inner, text.slice(end, end + 2));
    edits.push({ start: match.index, end, after: after ?? '□□', kind: 'byte-shift' });
  }
  return edits;
};

/** What two orphaned inner bytes may have belonged to. */
interface Candidates {
  readonly firsts: ReadonlySet<string>;
  readonly seconds: ReadonlySet<string>;
  /** Pairs that are words by themselves. */
  readonly words: readonly string[];
}

const candidatesOf = new Map<number, Candidates>();

function candidates(inner: number): Candidates {
  let found = candidatesOf.get(inner);
  if (found === undefined) {
    const firsts = charactersWith(lead => gbkCharacter(lead, inner >> 8), FIRST_LEAD, LAST_LEAD);
    const seconds = charactersWith(trail => gbkCharacter(inner & 0xff, trail), FIRST_TRAIL, LAST_TRAIL);
    const words = firsts.flatMap(first => seconds.map(second => first + second)).filter(isCommonWord);
    found = { firsts: new Set(firsts), seconds: new Set(seconds), words };
    candidatesOf.set(inner, found);
  }
  return found;
}

/** A word of three with the character before says most, then a word of two, then each with its own neighbour. */
function resolve(left: string, inner: number, right: string): string | undefined {
  const { firsts, seconds, words } = candidates(inner);
  const before = left.slice(-1);
  const three = commonWordsFrom(before).filter(
    word => word.length === 3 && firsts.has(word[1]!) && seconds.has(word[2]!),
  );
  if (three.length > 0) return three.length === 1 ? three[0]!.slice(1) : undefined;
  if (words.length === 1) return words[0];
  const first = [...firsts].filter(one => isCommonWord(before + one));
  const second = [...seconds].filter(one => isCommonWord(one + (right[0] ?? '')));
  return first.length === 1 && second.length === 1 ? first[0]! + second[0]! : undefined;
}

function charactersWith(at: (byte: number) => string | undefined, from: number, to: number): string[] {
  const out: string[] = [];
  for (let byte = from; byte <= to; byte++) {
    const character = at(byte);
    if (character !== undefined && isHan(character)) out.push(character);
  }
  return out;
}
