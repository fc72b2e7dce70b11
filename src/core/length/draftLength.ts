import { outline } from '../structure/outline.ts';
import type { Section, SectionFunction } from '../structure/section.ts';
import type { Span } from '../text/span.ts';
import { type CharacterTotals, characterTotals, countCharacters, type LengthRule } from './characters.ts';

/** How long a section is, heading and all within it included. */
export interface SectionLength extends Span {
  readonly title: string;
  readonly level: number;
  readonly function?: SectionFunction;
  readonly characters: number;
  readonly children: readonly SectionLength[];
}

export interface DraftLength {
  /** «字数» of the whole text. */
  readonly characters: number;
  readonly totals: CharacterTotals;
  /** The outline. What stands in none of its sections (title, date, opening words) is counted in `characters` alone. */
  readonly sections: readonly SectionLength[];
}

/** How long a draft is and how it is shared out among its sections. O(n) for each level of the outline. */
export function draftLength(text: string, rule: LengthRule): DraftLength {
  const lengthsOf = (sections: readonly Section[]): SectionLength[] =>
    sections.map(section => ({
      ...section,
      characters: countCharacters(text, rule, section),
      children: lengthsOf(section.children),
    }));
  return { characters: countCharacters(text, rule), totals: characterTotals(text), sections: lengthsOf(outline(text)) };
}
