import type { CorpusText } from '../index/corpusText.ts';
import { isClauseEnd, isClosing, isOpening, isSentenceEnd, isSpace } from '../text/charClass.ts';
import type { Hit } from './hits.ts';

/** A word near a match; `wall` tells what separates it from the match. */
export interface ContextWord {
  readonly text: string;
  /** 0 nothing, 1 a mark within the sentence, 2 the end of a sentence. */
  readonly wall: 0 | 1 | 2;
}

/** Units read on either side of the match. */
const REACH = 40;

/** Words on either side of a match, nearest first, as the index has split them. Punctuation marks are not words. */
export function contextWords(
  corpus: CorpusText,
  { segment, position, length }: Hit,
): { readonly before: readonly ContextWord[]; readonly after: readonly ContextWord[] } {
  const from = Math.max(0, position - REACH);
  const read = (start: number, count: number): string[] => {
    const text = corpus.at({ segment, position: start }, count);
    return split(text, corpus.wordStarts({ segment, position: start }, 0, text.length));
  };
  return {
    before: walled(read(from, position - from).reverse()),
    after: walled(read(position + length, REACH)),
  };
}

function split(text: string, starts: readonly boolean[]): string[] {
  const words: string[] = [];
  let start = 0;
  for (let at = 1; at <= text.length; at++) {
    if (at < text.length && !starts[at]) continue;
    words.push(text.slice(start, at));
    start = at;
  }
  return words;
}

function walled(words: readonly string[]): ContextWord[] {
  const found: ContextWord[] = [];
  let wall: ContextWord['wall'] = 0;
  for (const text of words) {
    const unit = text[0]!;
    if (isSentenceEnd(unit) || unit < ' ') wall = 2;
    else if (!isMark(unit)) found.push({ text, wall });
    else if (wall === 0) wall = 1;
  }
  return found;
}

function isMark(unit: string): boolean {
  return isClauseEnd(unit) || isOpening(unit) || isClosing(unit) || isSpace(unit);
}
