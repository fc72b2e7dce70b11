import type { LexiconPhrase } from '../lexicon/phraseTable.ts';
import { firstLetters } from '../lexicon/reading.ts';
import { isHan } from '../text/charClass.ts';

/**
 * The letter with which each character is read most often, taken from the readings of phrases: titles have no readings of their own, and
 * the library that knows readings stays out of the query thread. Characters that occur in no phrase are left out.
 */
export function likeliestLetters(phrases: Iterable<LexiconPhrase>): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { text, reading } of phrases) {
    if (reading === '') continue;
    Array.from(text)
      .filter(isHan)
      .forEach((character, i) => {
        const letter = firstLetters(reading, i)[0];
        if (letter === undefined) return;
        const seen = counts.get(character) ?? new Map<string, number>();
        counts.set(character, seen.set(letter, (seen.get(letter) ?? 0) + 1));
      });
  }
  return new Map([...counts].map(([character, seen]) => [character, [...seen].sort((a, b) => b[1] - a[1])[0]![0]]));
}

/** The first letters of a text: «在推进会上的讲话» → `ztjhsdjh`. Letters and digits stay as they are; marks and unknown characters are left out. */
export function lettersOf(text: string, letters: ReadonlyMap<string, string>): string {
  let spelled = '';
  for (const character of text)
    spelled += letters.get(character) ?? (/[a-z0-9]/i.test(character) ? character.toLowerCase() : '');
  return spelled;
}
