import { generator } from '../unit/support/random.ts';
import type { PhraseGroup } from './peers/peer.ts';

const LENGTHS = [2, 4, 8, 16];
const RANDOM_PHRASES = 200;
const COMMON_PHRASES = 50;
const COMMON_LENGTH = 4;
/** Units in which common phrases are counted. */
const COMMON_SAMPLE = 1_000_000;

/** The phrases that are looked up: random stretches of several lengths, and stock phrases. The same for the same texts. */
export function phraseGroups(texts: readonly string[]): PhraseGroup[] {
  return [
    ...LENGTHS.map(length => ({ name: `${length} chars`, phrases: phrases(texts, length, RANDOM_PHRASES) })),
    { name: 'common', phrases: commonPhrases(texts) },
  ];
}

/** `count` stretches of `length` units of the texts, none across paragraphs. */
export function phrases(texts: readonly string[], length: number, count: number): string[] {
  const random = generator(length);
  const found: string[] = [];
  while (found.length < count) {
    const text = texts[Math.floor(random() * texts.length)]!;
    const start = Math.floor(random() * text.length);
    const phrase = text.slice(start, start + length);
    if (phrase.length === length && !/[\n\t]/.test(phrase) && phrase.isWellFormed()) found.push(phrase);
  }
  return found;
}

/** The most frequent stretches of Chinese characters, no two of which are shifted views of one phrase. */
function commonPhrases(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  let seen = 0;
  for (const text of texts) {
    for (const [run] of text.matchAll(/\p{Script=Han}+/gu)) {
      for (let at = 0; at + COMMON_LENGTH <= run.length; at++) {
        const phrase = run.slice(at, at + COMMON_LENGTH);
        counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
      }
    }
    seen += text.length;
    if (seen >= COMMON_SAMPLE) break;
  }
  const chosen: string[] = [];
  const taken = new Set<string>();
  for (const [phrase] of [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
    if (chosen.length === COMMON_PHRASES) break;
    const halves = [phrase.slice(0, -1), phrase.slice(1)];
    if (halves.some(half => taken.has(half))) continue;
    for (const half of halves) taken.add(half);
    chosen.push(phrase);
  }
  return chosen;
}

/** `count` drafts that break off at a random place of a paragraph, with up to 2,000 units before it. */
export function drafts(texts: readonly string[], count: number): string[] {
  const random = generator(count);
  return Array.from({ length: count }, () => {
    const text = texts[Math.floor(random() * texts.length)]!;
    const end = 1 + Math.floor(random() * text.length);
    return text.slice(Math.max(0, end - 2000), end);
  });
}

/** A draft that is typed key by key. */
export interface TypedDraft {
  readonly text: string;
  /** Units of it that are there before the first key. */
  readonly written: number;
  /** Keys that are typed after those. */
  readonly keys: number;
}

/** At most `count` of the texts, each typed on from its middle, at most `keys` keys. Those of fewer are left out. */
export function typedDrafts(texts: readonly string[], count: number, keys: number): TypedDraft[] {
  return texts
    .map(text => ({ text, written: text.length >>> 1, keys }))
    .filter(({ text, written }) => text.length - written >= keys)
    .slice(0, count);
}

/** The draft before the first key and after each. */
export function* states({ text, written, keys }: TypedDraft): Generator<string> {
  for (let typed = 0; typed <= keys; typed++) yield text.slice(0, written + typed);
}

/** `count` new documents of `length` units, made of the texts. */
export function newDocuments(texts: readonly string[], length: number, count: number): string[] {
  const source = texts.join('\n');
  return Array.from({ length: count }, (_, i) => {
    const start = (i * length) % Math.max(1, source.length - length);
    return source.slice(start, start + length);
  });
}
