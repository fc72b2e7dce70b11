/** What a dictionary says of a word. */
export interface DictionaryEntry {
  readonly word: string;
  readonly reading?: string;
  readonly explanation?: string;
  /** Where the word comes from: 出处, 典故. */
  readonly derivation?: string;
}

export type WordDictionary = ReadonlyMap<string, DictionaryEntry>;

/** Longest word that is looked for around the pointer. */
const MAX_WORD = 12;
const MIN_WORD = 3;

/** Names under which dictionaries in circulation keep the parts of an entry. */
const FIELDS = {
  word: ['word', 'idiom', 'name', '词语', '成语', '词'],
  reading: ['pinyin', 'reading', '拼音', '注音'],
  explanation: ['explanation', 'definition', 'meaning', '解释', '释义'],
  derivation: ['derivation', 'source', 'provenance', '出处', '典故'],
} as const satisfies Record<keyof DictionaryEntry, readonly string[]>;

/**
 * A dictionary from its file. JSON: a list of entries, or entries by word. Anything else is read as a table: word, explanation,
 * derivation and, if there is a fourth column, reading, separated by tabs. What is no entry is passed over.
 */
export function parseWordDictionary(text: string): WordDictionary {
  const body = text.replace(/^\ufeff/, '');
  const entries = /^\s*[[{]/.test(body) ? fromJson(body) : body.split(/\r?\n/).map(entryOfRow);
  return new Map(entries.flatMap(entry => (entry === undefined ? [] : [[entry.word, entry] as const])));
}

function fromJson(text: string): Array<DictionaryEntry | undefined> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [];
  }
  if (Array.isArray(value)) return value.map(each => fromObject(each));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([word, each]) =>
    typeof each === 'string' ? entryOf({ word, explanation: each }) : fromObject(each, word),
  );
}

function fromObject(value: unknown, word?: string): DictionaryEntry | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const record = value as Readonly<Record<string, unknown>>;
  const field = (name: keyof DictionaryEntry): string | undefined =>
    FIELDS[name].map(key => record[key]).find(each => typeof each === 'string');
  return entryOf({
    word: field('word') ?? word,
    reading: field('reading'),
    explanation: field('explanation'),
    derivation: field('derivation'),
  });
}

/** @param row of a table: word, explanation, derivation, reading, separated by tabs */
export function entryOfRow(row: string): DictionaryEntry | undefined {
  const [word, explanation, derivation, reading] = row.split('\t');
  return entryOf({ word, explanation, derivation, reading });
}

function entryOf(parts: { readonly [K in keyof DictionaryEntry]: string | undefined }): DictionaryEntry | undefined {
  const filled = Object.entries(parts).map(([name, value]) => [name, value?.trim() ?? ''] as const);
  const entry = Object.fromEntries(filled.filter(([, value]) => value !== '')) as Partial<DictionaryEntry>;
  return entry.word === undefined ? undefined : { ...entry, word: entry.word };
}

/** The longest of the words that `has` knows that covers the unit at `offset` of `text`, and where it starts. */
export function wordAround(
  has: (word: string, start: number) => boolean,
  text: string,
  offset: number,
): { readonly word: string; readonly start: number } | undefined {
  for (let length = MAX_WORD; length >= MIN_WORD; length--) {
    for (let start = Math.max(0, offset - length + 1); start <= offset && start + length <= text.length; start++) {
      const word = text.slice(start, start + length);
      if (has(word, start)) return { word, start };
    }
  }
  return undefined;
}
