import { SortedTable } from './sortedTable.ts';
import { type DictionaryEntry, parseWordDictionary, type WordDictionary } from './wordDictionary.ts';

/** Larger files are no dictionaries. */
const MAX_BYTES = 64_000_000;

/**
 * The words a hover can explain: the list of idioms with their readings that comes with the extension, and the user's own
 * dictionary. Each file is read when it is first needed.
 */
export class Dictionaries {
  readonly #readFile: (path: string) => Uint8Array | undefined;
  readonly #idiomsPath: string | undefined;
  #idioms: SortedTable | undefined;
  #own: { readonly path: string; readonly words: WordDictionary } | undefined;

  /** @param idiomsPath of a file as `SortedTable` reads it */
  constructor(readFile: (path: string) => Uint8Array | undefined, idiomsPath: string | undefined) {
    this.#readFile = readFile;
    this.#idiomsPath = idiomsPath;
  }

  /** What is known of a word: the user's own dictionary first. @param path of that dictionary, if there is one */
  explain(word: string, path: string | undefined): DictionaryEntry | undefined {
    const own = path === undefined || path === '' ? undefined : this.#ownWords(path).get(word);
    const idiom = this.#idiomWords().get(word);
    if (own === undefined) return idiom;
    return idiom?.reading === undefined || own.reading !== undefined ? own : { ...own, reading: idiom.reading };
  }

  /** Reads now what the first question would wait for. */
  prepare(): void {
    void this.#idiomWords();
  }

  #idiomWords(): SortedTable {
    this.#idioms ??= new SortedTable(this.#text(this.#idiomsPath));
    return this.#idioms;
  }

  #ownWords(path: string): WordDictionary {
    if (this.#own?.path !== path) this.#own = { path, words: parseWordDictionary(this.#text(path)) };
    return this.#own.words;
  }

  /** Empty if there is no file that may be a dictionary. */
  #text(path: string | undefined): string {
    const bytes = path === undefined ? undefined : this.#readFile(path);
    return bytes === undefined || bytes.length > MAX_BYTES ? '' : new TextDecoder().decode(bytes);
  }
}
