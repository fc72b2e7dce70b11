import type { CorpusIndex } from '../index/corpusIndex.ts';
import { Cohesion } from '../phrase/cohesion.ts';
import { DraftWords } from '../phrase/draftWords.ts';
import type { PlacedPhrase } from '../phrase/phraseAt.ts';
import { isWordEdge } from '../phrase/wordEdge.ts';
import { isAllHan, isClauseEnd, isDigit } from '../text/charClass.ts';
import type { HoverKnowledge } from './knowledge.ts';
import { Standing } from './standing.ts';
import { wordAround } from './wordDictionary.ts';

/** Around the pointer so much of the draft is split into words. */
const CONTEXT = 40;
/** What ends in one of them says where or when, 范围内, or is but an attribute. */
const NO_TERM_ENDS = '中上下里内时前后的';
/** Words of this many characters or more are terms, if the corpus has them as words too. */
const MIN_WORD = 3;
const MAX_WORD = 8;

/** A word or phrase under the pointer that is known to be one. */
export interface Term extends PlacedPhrase {
  readonly kind: 'idiom' | 'phrase' | 'word';
}

/** The idiom, phrase or term under the pointer: of a dictionary, of the lexicon, or a long word of draft and corpus. */
export function termAt({ index, lexicon, explain }: HoverKnowledge, text: string, offset: number): Term | undefined {
  const from = Math.max(0, offset - CONTEXT);
  const window = text.slice(from, offset + CONTEXT);
  const pointer = offset - from;
  const words = DraftWords.of(window);
  const isAtEdges = (word: string, start: number): boolean =>
    words.startsAt(start) &&
    words.startsAt(start + word.length) &&
    !Array.from(word).some(isClauseEnd) &&
    !isDigit(window[start - 1] ?? '') &&
    !isOrdinal(word) &&
    !NO_TERM_ENDS.includes(word.at(-1)!);
  const standsByItself = (word: string, start: number): boolean => {
    const span = { start: from + start, end: from + start + word.length };
    if (!isWordEdge(index, text, span.start) || !isWordEdge(index, text, span.end)) return false;
    const standing = new Standing(Cohesion.of(index), text, span);
    return (
      standing.isFinished() &&
      !standing.isTorn() &&
      !standing.sharesHead() &&
      (standing.beginsWithContent() || isOneWord(index, word))
    );
  };
  const isKnown = (word: string, start: number): boolean =>
    explain(word) !== undefined ||
    (isAtEdges(word, start) && (lexicon.has(word) || lexicon.hasWord(word)) && standsByItself(word, start));
  const known = wordAround(isKnown, window, pointer);
  if (known !== undefined) {
    const kind = explain(known.word) !== undefined ? 'idiom' : lexicon.has(known.word) ? 'phrase' : 'word';
    return termOf(known.word, from + known.start, kind);
  }
  const start = words.startsAt(pointer) ? pointer : words.startBefore(pointer);
  const word = window.slice(start, words.startBehind(start));
  if (word.length < MIN_WORD || word.length > MAX_WORD || !isAllHan(word)) return undefined;
  if (!isAtEdges(word, start) || !standsByItself(word, start)) return undefined;
  return isOneWord(index, word) ? termOf(word, from + start, 'word') : undefined;
}

/** Whether the corpus has it, and as one word, where that is looked at. */
function isOneWord(index: CorpusIndex, word: string): boolean {
  const place = index.matches.sample(index.matches.of(word), 1)[0];
  if (place === undefined) return false;
  const starts = index.text.wordStarts(place, 0, word.length + 1);
  return starts.every((isStart, at) => isStart === (at === 0 || at === word.length));
}

/** 第六章 */
function isOrdinal(word: string): boolean {
  return word.startsWith('第') && '章节条编款'.includes(word.at(-1)!);
}

function termOf(phrase: string, start: number, kind: Term['kind']): Term {
  return { phrase, span: { start, end: start + phrase.length }, kind };
}
