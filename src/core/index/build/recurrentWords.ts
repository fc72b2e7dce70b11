import { unitTable } from '../../text/charClass.ts';
import { textOf } from '../../text/units.ts';
import { isHanUnit } from '../format/phraseEdges.ts';
import type { MinedPhrase } from '../format/phraseSection.ts';
import { hashOf, joinedHash, StretchTable } from './stretchTable.ts';

/** The most units of a word, of two words that often stand together, and of three. */
const MAX_WORD = 7;
const MAX_PAIR = 6;
const MAX_TRIPLE = 5;
/** Words that join others. What begins or ends with one of them is never one thing, so it is not counted. */
const JOINING = unitTable([['的地得和与及或并在对把将以为从向由使让是了着过等也都就要有不一这那各', 1]]);
/** A word must be in so many times the documents that a phrase must be in. */
const DOCUMENT_FACTOR = 4;

/**
 * The words of a text that recur in many documents, and the pairs and triples of words that do so and often stand
 * together (乡村振兴). They are found by those who type them by their letters. They need not stand at a clause mark, so
 * they are not offered as phrases.
 * One pass over the words counts them. A sketch of small counters keeps rare ones out of the table (C. Estan, G.
 * Varghese, "New directions in traffic measurement and accounting", SIGCOMM 2002).
 * @param wordBits one bit a unit, set where a word starts
 * @param minDocuments documents that a phrase of this text must be in
 */
export function recurrentWords(
  text: Uint16Array,
  wordBits: Uint8Array,
  documentStarts: Uint32Array,
  minDocuments: number,
): MinedPhrase[] {
  if (documentStarts.length < minDocuments * DOCUMENT_FACTOR) return [];
  const table = new StretchTable(text);
  // The last word, the one before it and the one before that: starts, hashes, whether they join. A start behind the text marks a break between them.
  let [last, second, third] = [text.length, text.length, text.length];
  let [lastHash, secondHash, thirdHash] = [0, 0, 0];
  let [lastJoins, secondJoins, thirdJoins] = [false, false, false];
  let document = 0;
  for (let begin = 0, end = 0; begin < text.length; begin = end) {
    end = nextWord(wordBits, begin + 1, text.length);
    while (document + 1 < documentStarts.length && documentStarts[document + 1]! <= begin) document++;
    if (isHanUnit(text[begin]!)) {
      third = second;
      second = last;
      last = begin;
      thirdHash = secondHash;
      secondHash = lastHash;
      lastHash = hashOf(text, begin, end);
      thirdJoins = secondJoins;
      secondJoins = lastJoins;
      lastJoins = end - begin === 1 && JOINING[text[begin]!] === 1;
      if (end - last <= MAX_WORD) table.add(lastHash, last, end - last, document);
      if (!lastJoins && second < end && end - second <= MAX_PAIR) {
        const pairHash = joinedHash(secondHash, lastHash);
        if (!secondJoins) table.add(pairHash, second, end - second, document);
        if (!thirdJoins && third < end && end - third <= MAX_TRIPLE) {
          table.add(joinedHash(thirdHash, pairHash), third, end - third, document);
        }
      }
    } else {
      [last, second] = [text.length, text.length];
    }
  }
  return table.found(minDocuments * DOCUMENT_FACTOR, wordBits);
}

/** The first position from `at` on where a word starts; `length` if there is none before it. */
function nextWord(wordBits: Uint8Array, at: number, length: number): number {
  let next = at;
  while (next < length && (wordBits[next >>> 3]! & (1 << (next & 7))) === 0) next++;
  return next;
}

/** `phrases`, and those of `words` that are no phrase, sorted by text. */
export function withWords(
  phrases: readonly MinedPhrase[],
  words: readonly MinedPhrase[],
  text: Uint16Array,
): MinedPhrase[] {
  const keyed = [...phrases, ...words].map(phrase => ({
    phrase,
    key: textOf(text.subarray(phrase.position, phrase.position + phrase.length)),
  }));
  const known = new Set(keyed.slice(0, phrases.length).map(({ key }) => key));
  return keyed
    .filter(({ phrase, key }) => !phrase.isWord || !known.has(key))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ phrase }) => phrase);
}
