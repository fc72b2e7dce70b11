import { readFileSync } from 'node:fs';
import type { Completer, Offer } from '../walk.ts';

/** Longest beginning of a word that is completed. */
const MAX_PREFIX = 4;
const LIST_LENGTH = 5;

/**
 * Completion as input methods do it: the most frequent words of a dictionary that begin with the last one to four
 * characters typed, longer beginnings first. It reads no corpus. Words that would save no key are not offered.
 *
 * @param path jieba's dictionary: a word, its frequency and its part of speech a line
 */
export function dictionaryCompleter(path: string): Completer {
  const wordsByPrefix = new Map<string, Array<{ word: string; frequency: number }>>();
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [word = '', frequency = '0'] = line.split(' ');
    for (let length = 1; length <= Math.min(MAX_PREFIX, word.length - 2); length++) {
      const prefix = word.slice(0, length);
      const words = wordsByPrefix.get(prefix) ?? [];
      words.push({ word, frequency: Number(frequency) });
      wordsByPrefix.set(prefix, words);
    }
  }
  for (const [prefix, words] of wordsByPrefix) {
    wordsByPrefix.set(prefix, words.sort((a, b) => b.frequency - a.frequency).slice(0, LIST_LENGTH));
  }
  return before => {
    const offers: Offer[] = [];
    for (let length = Math.min(MAX_PREFIX, before.length); length >= 1; length--) {
      for (const { word } of wordsByPrefix.get(before.slice(-length)) ?? []) {
        offers.push({ insertText: word, replaceLength: length });
      }
    }
    return offers.slice(0, LIST_LENGTH);
  };
}
