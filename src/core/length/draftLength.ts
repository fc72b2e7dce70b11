import type { Span } from '../document/span.ts';
import { outline } from '../structure/outline.ts';
import type { Section, SectionFunction } from '../structure/section.ts';
import { countCharacters } from './characters.ts';

/** How long a section is, heading and all within it included. */
export interface SectionLength extends Span {
  readonly title: string;
  readonly level: number;
  readonly function?: SectionFunction;
  readonly characters: number;
  readonly children: readonly SectionLength[];
}

export interface DraftLength {
  /** Of the whole text, as Word counts. */
  readonly characters: number;
  /** The outline. What stands in none of its sections (title, date, opening words) is counted in `characters` alone. */
  readonly sections: readonly SectionLength[];
}

/** How long a draft is and how it is shared out among its sections. O(n) for each level of the outline. */
export function draftLength(text: string): DraftLength {
  return { characters: countCharacters(text), sections: lengthsOf(text, outline(text)) };
}

function lengthsOf(text: string, sections: readonly Section[]): SectionLength[] {
  return sections.map(section => ({
    ...section,
    characters: countCharacters(text, section),
    children: lengthsOf(text, section.children),
  }));
}
