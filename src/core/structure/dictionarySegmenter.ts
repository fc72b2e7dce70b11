import type { Segmenter } from './segmenter.ts';

/** Word → log probability, as read from a jieba dictionary. */
export interface WordDictionary {
  readonly weights: ReadonlyMap<string, number>;
  /** First character → length in units of the longest word it begins. */
  readonly longest: ReadonlyMap<string, number>;
  /** Weight of a character that is no word. */
  readonly unknown: number;
}

/**
 * Reads a dictionary in jieba's format, one `word frequency tag` a line.
 * @throws Error naming the line if it is not of that form
 */
export function parseDictionary(content: string): WordDictionary {
  const frequencies = new Map<string, number>();
  const longest = new Map<string, number>();
  let sum = 0;
  let line = 0;
  for (const entry of content.split('\n')) {
    line++;
    if (entry === '') continue;
    const [word, frequency] = entry.split(' ');
    const count = Number(frequency);
    if (!word || !(count >= 0)) throw new Error(`dictionary line ${line}: "${entry.slice(0, 40)}"`);
    frequencies.set(word, count);
    sum += count;
    const first = String.fromCodePoint(word.codePointAt(0)!);
    if (word.length > (longest.get(first) ?? 0)) longest.set(first, word.length);
  }
  const weights = new Map<string, number>();
  let unknown = 0;
  for (const [word, count] of frequencies) {
    const weight = Math.log(count / sum);
    weights.set(word, weight);
    if (weight < unknown) unknown = weight;
  }
  return { weights, longest, unknown };
}

/** cppjieba cuts at these before it looks for words; each is a word. */
const SEPARATORS = /[ \t\n，。]/;

/**
 * The most probable split by a word dictionary, without guessing new words: the same answer as jieba's
 * `cut(text, hmm = false)`, so that an index does not depend on whether the native module loads.
 */
export function dictionarySegmenter(dictionary: WordDictionary): Segmenter {
  return {
    wordStarts(text) {
      const starts: number[] = [];
      let from = 0;
      for (let at = 0; at < text.length; at++) {
        if (!SEPARATORS.test(text[at]!)) continue;
        splitRun(dictionary, text.slice(from, at), from, starts);
        starts.push(at);
        from = at + 1;
      }
      splitRun(dictionary, text.slice(from), from, starts);
      return Uint32Array.from(starts);
    },
  };
}

function splitRun(dictionary: WordDictionary, run: string, offset: number, starts: number[]): void {
  const characters = Array.from(run);
  const n = characters.length;
  const best = new Float64Array(n + 1);
  const next = new Uint32Array(n);
  for (let i = n - 1; i >= 0; i--) {
    const reach = dictionary.longest.get(characters[i]!) ?? 0;
    let word = '';
    best[i] = Number.NEGATIVE_INFINITY;
    for (let j = i; j < n; j++) {
      word += characters[j]!;
      if (j > i && word.length > reach) break;
      const known = dictionary.weights.get(word);
      if (known === undefined && j > i) continue;
      const weight = (known ?? dictionary.unknown) + best[j + 1]!;
      // Strictly greater: of equally probable splits jieba keeps the one with the shorter first word.
      if (weight > best[i]!) {
        best[i] = weight;
        next[i] = j + 1;
      }
    }
  }
  let at = offset;
  for (let i = 0; i < n; ) {
    starts.push(at);
    for (const end = next[i]!; i < end; i++) at += characters[i]!.length;
  }
}
