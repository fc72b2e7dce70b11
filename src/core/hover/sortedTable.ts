import { type DictionaryEntry, entryOfRow } from './wordDictionary.ts';

/**
 * A dictionary that is searched as it stands: a table as `parseWordDictionary` reads it, rows sorted by word (UTF-16), each ended by a line feed. Twenty
 * thousand idioms take a megabyte, parsed nine.
 */
export class SortedTable {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get(word: string): DictionaryEntry | undefined {
    let low = 0;
    let high = this.#text.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const start = middle === 0 ? 0 : this.#text.lastIndexOf('\n', middle - 1) + 1;
      const end = this.#text.indexOf('\n', start);
      const found = this.#text.slice(start, this.#text.indexOf('\t', start));
      if (found === word) return entryOfRow(this.#text.slice(start, end));
      if (found < word) low = end + 1;
      else high = start;
    }
    return undefined;
  }
}
