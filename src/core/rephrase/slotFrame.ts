import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { CorpusText } from '../index/corpusText.ts';
import type { Occurrence } from '../index/occurrence.ts';
import { CLOSES, classAt, HAN, isAllHan, isHan, NEWLINE, OPENS, PAUSE, SPACE, STOP } from '../text/charClass.ts';

/** Words that open a frame: 以…的紧迫感, 用…的办法. */
const HEADS = '以用靠凭把将从在按';
const PARTICLE = '的';
const SHORTEST_SLOT = 2;
const LONGEST_SLOT = 16;
/** Characters after 的. */
export const SHORTEST_TAIL = 2;
export const LONGEST_TAIL = 4;
/** Number of occurrences examined to find the end of a tail. */
const TAIL_SAMPLE = 64;
/** Share of them at which a word must end. */
const MIN_WORD_END = 0.5;
/** Of a tail that may end already, this much must go on alike: 发展思想 after 发展, not 紧迫感抓 after 紧迫感. */
const MIN_SHARE = 0.1;
const MIN_SIZE = 3;
const MARKS = PAUSE | STOP | NEWLINE | OPENS | SPACE;

/** «…的紧迫感» in a text: a slot that varies, 的 and a tail that stays. Offsets of the text. */
export interface SlotFrame {
  readonly start: number;
  /** Where the slot ends, before 的. */
  readonly slotEnd: number;
  readonly end: number;
  /** The text right before the slot: a head (以), an opening mark or pause, or '' at the start of the text. */
  readonly opener: string;
}

/** The frame with 的 that holds `caret`, the one with the nearest tail if there are several. */
export function slotFrameAt(index: CorpusIndex, text: string, caret: number): SlotFrame | undefined {
  const from = Math.max(0, caret - LONGEST_SLOT - LONGEST_TAIL);
  const to = Math.min(text.length, caret + LONGEST_SLOT);
  let best: SlotFrame | undefined;
  for (let at = text.indexOf(PARTICLE, from); at >= 0 && at < to; at = text.indexOf(PARTICLE, at + 1)) {
    const start = slotStart(text, at);
    const end = start === undefined ? undefined : tailEnd(index, text, at);
    if (start === undefined || end === undefined || caret < start || caret > end) continue;
    if (best === undefined || Math.abs(at - caret) < Math.abs(best.slotEnd - caret)) {
      best = { start, slotEnd: at, end, opener: text[start - 1] ?? '' };
    }
  }
  return best;
}

/**
 * Where the slot that ends at `end` begins: behind a head or a mark, before a quotation. `undefined` if it would be too short or too long.
 */
export function slotStart(text: string, end: number): number | undefined {
  const quotation = classAt(text, end - 1) & CLOSES ? openingOf(text, end - 1) : undefined;
  if (quotation !== undefined) return end - quotation <= LONGEST_SLOT ? quotation : undefined;
  for (let start = end; end - start <= LONGEST_SLOT; start--) {
    const before = text[start - 1];
    const opens = before === undefined || HEADS.includes(before) || (classAt(text, start - 1) & MARKS) !== 0;
    if (opens && end - start >= SHORTEST_SLOT) return start;
    if (!isHan(before ?? '')) return undefined;
  }
  return undefined;
}

function openingOf(text: string, closing: number): number | undefined {
  for (let at = closing - 1; at >= 0; at--) if (classAt(text, at) & OPENS) return at;
  return undefined;
}

/** End of the words after 的 at `particle`: the longest that the corpus has there and ends a word after. */
function tailEnd(index: CorpusIndex, text: string, particle: number): number | undefined {
  let longest: number | undefined;
  let least = 1;
  for (let length = SHORTEST_TAIL; length <= LONGEST_TAIL; length++) {
    const end = particle + 1 + length;
    const tail = text.slice(particle, end);
    if (tail.length <= length || !isAllHan(tail)) break;
    const match = index.matches.of(tail);
    if (match.size < least) break;
    const places = index.matches.sample(match, TAIL_SAMPLE);
    const endings = places.filter(place => endsWord(index.text, place, tail.length));
    if (endings.length < places.length * MIN_WORD_END) continue;
    longest = end;
    least = Math.max(MIN_SIZE, match.size * MIN_SHARE);
  }
  return longest;
}

/** Whether a word boundary lies `shift` units after an occurrence. */
export function endsWord(corpus: CorpusText, place: Occurrence, shift: number): boolean {
  const next = corpus.at(place, 1, shift);
  return (classAt(next, 0) & HAN) === 0 || corpus.isWordStart(place, shift);
}
