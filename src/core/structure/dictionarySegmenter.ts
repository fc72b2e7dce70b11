import type { Segmenter } from './segmenter.ts';
import { WordTrie } from './wordTrie.ts';

/** Words with their log probabilities, as read from a jieba dictionary. */
export interface WordDictionary {
  readonly words: WordTrie;
  /** Weight of a character that is no word. */
  readonly unknown: number;
}

/**
 * Reads a dictionary in jieba's format, one `word frequency tag` a line.
 * @throws Error naming the line if it is not of that form
 */
export function parseDictionary(content: string): WordDictionary {
  const entries: Array<readonly [word: string, frequency: number]> = [];
  let sum = 0;
  let units = 0;
  let line = 0;
  for (let start = 0; start < content.length; ) {
    line++;
    const newline = content.indexOf('\n', start);
    const end = newline < 0 ? content.length : newline;
    if (end > start) {
      const afterWord = content.indexOf(' ', start);
      const afterFrequency = content.indexOf(' ', afterWord + 1);
      const word = content.slice(start, afterWord);
      const frequency = Number(
        content.slice(afterWord + 1, afterFrequency < 0 || afterFrequency > end ? end : afterFrequency),
      );
      if (afterWord <= start || afterWord >= end || !(frequency >= 0)) {
        throw new Error(`dictionary line ${line}: "${content.slice(start, Math.min(end, start + 40))}"`);
      }
      entries.push([word, frequency]);
      sum += frequency;
      units += word.length;
    }
    start = end + 1;
  }
  const words = new WordTrie(units);
  let unknown = 0;
  for (const [word, frequency] of entries) {
    const weight = Math.log(frequency / sum);
    words.add(word, weight);
    if (weight < unknown) unknown = weight;
  }
  return { words, unknown };
}

/**
 * The most probable split by a word dictionary, without guessing new words: the same answer as jieba's
 * `cut(text, hmm = false)`, so that an index does not depend on whether the native module loads.
 */
export function dictionarySegmenter(dictionary: WordDictionary): Segmenter {
  const splitter = new RunSplitter(dictionary);
  return {
    wordStarts(text) {
      const starts: number[] = [];
      let from = 0;
      for (let at = 0; at <= text.length; at++) {
        if (at < text.length && !isSeparator(text.charCodeAt(at))) continue;
        splitter.split(text, from, at, starts);
        if (at < text.length) starts.push(at);
        from = at + 1;
      }
      return Uint32Array.from(starts);
    },
  };
}

/** cppjieba cuts at blank, tab, line break, «，» and «。» before it looks for words; each is a word. */
function isSeparator(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0xff0c || unit === 0x3002;
}

/** Splits what lies between separators. Its tables are used again for every run. */
class RunSplitter {
  readonly #words: WordTrie;
  readonly #unknown: number;
  /** Weight of the best split from a unit on, and where its first word ends; both counted from the start of the run. */
  #best = new Float64Array(1024);
  #next = new Int32Array(1024);

  constructor({ words, unknown }: WordDictionary) {
    this.#words = words;
    this.#unknown = unknown;
  }

  /** Adds the word starts of `text[from, to)` to `starts`. */
  split(text: string, from: number, to: number, starts: number[]): void {
    const n = to - from;
    if (n === 0) return;
    if (n + 1 > this.#best.length) {
      this.#best = new Float64Array(n * 2);
      this.#next = new Int32Array(n * 2);
    }
    this.#best[n] = 0;
    for (let i = n - 1; i >= 0; i--) this.#choose(text, from, i, n);
    for (let i = 0; i < n; i = this.#next[i]!) starts.push(from + i);
  }

  #choose(text: string, from: number, i: number, n: number): void {
    const words = this.#words;
    const first = text.charCodeAt(from + i);
    const isPair = isHigh(first) && i + 1 < n && isLow(text.charCodeAt(from + i + 1));
    // The lower half of a pair is no place to split; what is computed for it is never looked at.
    const width = isPair ? 2 : 1;
    let node = words.first(first);
    if (isPair && node !== 0) node = words.next(node, text.charCodeAt(from + i + 1));
    const own = words.value[node]!;
    let end = i + width;
    let best = (Number.isNaN(own) ? this.#unknown : own) + this.#best[end]!;
    let next = end;
    while (node !== 0 && end < n) {
      node = words.next(node, text.charCodeAt(from + end));
      if (node === 0) break;
      end++;
      const weight = words.value[node]! + this.#best[end]!;
      // Strictly greater: of equally probable splits jieba keeps the one with the shorter first word. NaN is not greater.
      if (weight > best) {
        best = weight;
        next = end;
      }
    }
    this.#best[i] = best;
    this.#next[i] = next;
  }
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
