import { generator } from '../unit/support/random.ts';

/** `count` stretches of `length` units of the texts, none across paragraphs. */
export function phrases(texts: readonly string[], length: number, count: number): string[] {
  const random = generator(length);
  const found: string[] = [];
  while (found.length < count) {
    const text = texts[Math.floor(random() * texts.length)]!;
    const start = Math.floor(random() * text.length);
    const phrase = text.slice(start, start + length);
    if (phrase.length === length && !phrase.includes('\n')) found.push(phrase);
  }
  return found;
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
