import type { Span } from '../text/span.ts';
import { countAsLibreOffice } from './libreOfficeRule.ts';
import { countAsWord } from './wordRule.ts';

/** Whose «字数»: that of Word and WPS, or that of LibreOffice Writer. */
export const LENGTH_RULES = ['word', 'libreOffice'] as const;
export type LengthRule = (typeof LENGTH_RULES)[number];

/** «字数» of a text, or of a stretch of it, as a word processor states it. O(n). */
export function countCharacters(text: string, rule: LengthRule, span: Span = { start: 0, end: text.length }): number {
  return rule === 'word' ? countAsWord(text, span) : countAsLibreOffice(text, span);
}

/** «字符数», which the word processors state beside «字数»: a character outside the basic plane is one, line breaks are none. */
export interface CharacterTotals {
  readonly withBlanks: number;
  readonly withoutBlanks: number;
}

/** O(n). */
export function characterTotals(text: string): CharacterTotals {
  let withBlanks = 0;
  let withoutBlanks = 0;
  for (const character of text) {
    if (character === '\n' || character === '\r') continue;
    withBlanks++;
    if (!/\s/.test(character)) withoutBlanks++;
  }
  return { withBlanks, withoutBlanks };
}

/** Minutes that it takes to say `characters`, not rounded. @param rate characters a minute, above 0 */
export function speakingMinutes(characters: number, rate: number): number {
  return characters / rate;
}
