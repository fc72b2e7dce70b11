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
  #idioms: WordDictionary | undefined;
  #own: { readonly path: string; readonly words: WordDictionary } | undefined;

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

  #idiomWords(): WordDictionary {
    this.#idioms ??= this.#idiomsPath === undefined ? new Map() : this.#read(this.#idiomsPath);
    return this.#idioms;
  }

  #ownWords(path: string): WordDictionary {
    if (this.#own?.path !== path) this.#own = { path, words: this.#read(path) };
    return this.#own.words;
  }

  #read(path: string): WordDictionary {
    const bytes = this.#readFile(path);
    if (bytes === undefined || bytes.length > MAX_BYTES) return new Map();
    return parseWordDictionary(new TextDecoder().decode(bytes));
  }
}
