import type { CleaningStep } from './clean/editableText.ts';

/** A header longer than this is not one: the text merely starts with a rule. */
const MAX_HEADER_UNITS = 8_000;
const FENCE = /^---[ \t]*$/u;
const ENTRY = /^[ \t]*(?:-[ \t]+)?([A-Za-z_\u4e00-\u9fff][\w\u4e00-\u9fff -]{0,30}?)[ \t]*[:：](?:[ \t]+(.*)|)$/u;
const IGNORED = /^[ \t]*(?:#.*|-[ \t].*|)$/u;

/** The header of a text. */
export interface FrontMatter {
  /** First value of each key, keys in lower case, quotes taken off. */
  readonly entries: ReadonlyMap<string, string>;
  /** Length of the header with its closing line, in units of the text. */
  readonly length: number;
}

/**
 * The header of `key: value` lines between two `---` lines (or before the first one, as some collections write it):
 * «---\ntitle: 在某会上的讲话\n---\n正文» → title, length 24. `undefined` when the text has none.
 */
export function readFrontMatter(text: string): FrontMatter | undefined {
  const entries = new Map<string, string>();
  let at = 0;
  let opened = false;
  while (at < text.length && at < MAX_HEADER_UNITS) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    if (end - at > MAX_HEADER_UNITS) return undefined;
    const line = text.slice(at, end).replace(/[\r\ufeff]/gu, '');
    at = newline < 0 ? text.length : newline + 1;
    if (FENCE.test(line)) {
      if (entries.size > 0) return { entries, length: at };
      if (opened) return undefined;
      opened = true;
      continue;
    }
    const entry = readEntry(line);
    // Without an opening fence only «- key: value» lines count, or «时间：上午» would make a header of any programme.
    if (entry !== undefined && (opened || /^[ \t]*-/u.test(line))) {
      const { key, value } = entry;
      if (value !== '' && !entries.has(key)) entries.set(key, value);
    } else if (!IGNORED.test(line)) {
      return undefined;
    }
  }
  return undefined;
}

export const removeFrontMatter: CleaningStep = text => {
  const header = readFrontMatter(text);
  return header === undefined ? [] : [{ start: 0, end: header.length, after: '', kind: 'front-matter' }];
};

/** One `key: value` line. */
export interface HeaderEntry {
  /** In lower case. */
  readonly key: string;
  /** Without quotes or a comment behind it. */
  readonly value: string;
  readonly isQuoted: boolean;
}

/** A line `key: value`, its colon of either width; `undefined` if it is none. */
export function readEntry(line: string): HeaderEntry | undefined {
  const entry = ENTRY.exec(line);
  if (entry === null) return undefined;
  const key = entry[1]!.toLowerCase();
  const written = (entry[2] ?? '').trim();
  const quoted = /^(["'])(.*)\1$/u.exec(written);
  return quoted === null
    ? { key, value: written.replace(/[ \t]#.*$/u, '').trimEnd(), isQuoted: false }
    : { key, value: quoted[2]!, isQuoted: true };
}

/** Writes a value so that this reader and YAML read it as it stands. Line breaks become blanks, and `'` becomes ’. */
export function quoteValue(value: string): string {
  return `'${value.replace(/\s+/gu, ' ').trim().replaceAll("'", '’')}'`;
}
