import { SECTION_FUNCTIONS, type Section, type SectionFunction } from '../structure/section.ts';

/** The place of the caret in the outline of a draft. */
export interface SectionAtCaret {
  readonly function: SectionFunction | undefined;
  /** Whether there is no text yet between the heading and the caret, so that the heading need not be written again. */
  readonly isBelowHeading: boolean;
}

/** The functions of sections for which there are models: all but the salutation. */
export const MODEL_FUNCTIONS: readonly SectionFunction[] = SECTION_FUNCTIONS.filter(name => name !== '称谓');

/** @param sections the outline of `text`; a caret on the blank lines behind a section is still in it */
export function sectionAtCaret(sections: readonly Section[], text: string, caret: number): SectionAtCaret {
  const way = wayTo(sections, text, caret);
  const innermost = way.at(-1);
  const name = way.findLast(section => section.function !== undefined)?.function;
  const between = innermost === undefined ? '' : text.slice(innermost.start, caret);
  const line = between.indexOf('\n');
  return {
    function: name === '称谓' ? undefined : name,
    isBelowHeading: line >= 0 && between.slice(line).trim() === '',
  };
}

function wayTo(sections: readonly Section[], text: string, caret: number): Section[] {
  const section = sections.findLast(
    ({ start, end }) => start < caret && (caret <= end || text.slice(end, caret).trim() === ''),
  );
  return section === undefined ? [] : [section, ...wayTo(section.children, text, caret)];
}
