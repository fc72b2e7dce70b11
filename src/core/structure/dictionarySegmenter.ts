import { BestSplit } from './bestSplit.ts';
import type { Segmenter } from './segmenter.ts';
import { WordTrie } from './wordTrie.ts';

/** Words with their log probabilities, as read from a jieba dictionary. */
export interface WordDictionary {
  readonly words: WordTrie;
  /** Weight of a character that is no word. */
  readonly unknown: number;
  /** Lines that could not be read. */
  readonly badLines: number;
}

/** Of a dictionary's text, about, for each node of its trie. */
const UNITS_PER_NODE = 6;

/** Reads a dictionary in jieba's format, one `word frequency tag` a line. Lines that are not of that form are passed over and counted. */
export function parseDictionary(content: string): WordDictionary {
  const words = new WordTrie(Math.ceil(content.length / UNITS_PER_NODE));
  let sum = 0;
  let rarest = Number.POSITIVE_INFINITY;
  let badLines = 0;
  for (let start = 0; start < content.length; ) {
    const newline = content.indexOf('\n', start);
    const end = newline < 0 ? content.length : newline;
    if (end > start) {
      const afterWord = content.indexOf(' ', start);
      const afterFrequency = content.indexOf(' ', afterWord + 1);
      const frequency = Number(
        content.slice(afterWord + 1, afterFrequency < 0 || afterFrequency > end ? end : afterFrequency),
      );
      if (afterWord > start && afterWord < end && Number.isFinite(frequency) && frequency > 0) {
        words.add(content.slice(start, afterWord), frequency);
        sum += frequency;
        rarest = Math.min(rarest, frequency);
      } else {
        badLines++;
      }
    }
    start = end + 1;
  }
  const probability = (frequency: number): number => Math.log(frequency / sum);
  words.reweigh(probability);
  // Where there is no word at all nothing is rarest; any weight does.
  return { words, unknown: Math.min(0, probability(rarest)), badLines };
}

/**
 * The most probable split by a word dictionary, without guessing new words: the same answer as jieba's
 * `cut(text, hmm = false)`, so that an index does not depend on whether the native module loads.
 */
export function dictionarySegmenter(dictionary: WordDictionary): Segmenter {
  return new DictionarySegmenter(dictionary);
}

/** cppjieba cuts at blank, tab, line break, «，» and «。» before it looks for words; each is a word. */
function isSeparator(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0xff0c || unit === 0x3002;
}

/** Splits at separators, and what lies between two of them by its words. */
class DictionarySegmenter implements Segmenter {
  readonly #between: BestSplit;
  /** Used again for every text. */
  #starts = new Uint32Array(0);

  constructor({ words, unknown }: WordDictionary) {
    this.#between = new BestSplit(words, unknown);
  }

  wordStarts(text: string): Uint32Array {
    if (text.length > this.#starts.length) this.#starts = new Uint32Array(text.length);
    const starts = this.#starts;
    let count = 0;
    let from = 0;
    for (let at = 0; at <= text.length; at++) {
      if (at < text.length && !isSeparator(text.charCodeAt(at))) continue;
      if (at > from) count = this.#between.split(text, from, at, starts, count);
      if (at < text.length) starts[count++] = at;
      from = at + 1;
    }
    return starts.slice(0, count);
  }
}
