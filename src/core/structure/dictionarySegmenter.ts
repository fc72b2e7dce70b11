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

/** Splits at separators, and what lies between two of them, a run, by its words. Its tables are used again for every text. */
class DictionarySegmenter implements Segmenter {
  readonly #words: WordTrie;
  readonly #unknown: number;
  /** The word starts found so far are the first `#count`. */
  #starts = new Uint32Array(0);
  #count = 0;
  #units = new Uint16Array(0);
  /** Weight of the best split from a unit on, and where its first word ends; both counted from the start of the run. */
  #best = new Float64Array(1);
  #next = new Int32Array(0);

  constructor({ words, unknown }: WordDictionary) {
    this.#words = words;
    this.#unknown = unknown;
  }

  wordStarts(text: string): Uint32Array {
    if (text.length > this.#starts.length) this.#starts = new Uint32Array(text.length);
    this.#count = 0;
    let from = 0;
    for (let at = 0; at <= text.length; at++) {
      if (at < text.length && !isSeparator(text.charCodeAt(at))) continue;
      this.#splitRun(text, from, at);
      if (at < text.length) this.#starts[this.#count++] = at;
      from = at + 1;
    }
    return this.#starts.slice(0, this.#count);
  }

  /** Adds the word starts of the run `text[from, to)`. */
  #splitRun(text: string, from: number, to: number): void {
    const n = to - from;
    this.#reserve(n);
    for (let i = 0; i < n; i++) this.#units[i] = text.charCodeAt(from + i);
    this.#choose(n);
    for (let i = 0; i < n; i = this.#next[i]!) this.#starts[this.#count++] = from + i;
  }

  #reserve(n: number): void {
    if (n <= this.#units.length) return;
    this.#units = new Uint16Array(n * 2);
    this.#best = new Float64Array(n * 2 + 1);
    this.#next = new Int32Array(n * 2);
  }

  /** The best first word from every unit on, from the last to the first. */
  #choose(n: number): void {
    const words = this.#words;
    const units = this.#units;
    const best = this.#best;
    best[n] = 0;
    for (let i = n - 1; i >= 0; i--) {
      let node = words.first(units[i]!);
      let end = i + 1;
      // The lower half of a pair is no place to split; what is computed for it is never looked at.
      if (isHigh(units[i]!) && end < n && isLow(units[end]!)) node = words.next(node, units[end++]!);
      const own = words.weight(node);
      let most = (Number.isNaN(own) ? this.#unknown : own) + best[end]!;
      let next = end;
      while (node !== 0 && end < n) {
        node = words.next(node, units[end]!);
        if (node === 0) break;
        end++;
        const weight = words.weight(node) + best[end]!;
        // Strictly greater: of equally probable splits jieba keeps the one with the shorter first word. NaN is not greater.
        if (weight > most) {
          most = weight;
          next = end;
        }
      }
      best[i] = most;
      this.#next[i] = next;
    }
  }
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
