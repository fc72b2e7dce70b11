import {
  type CharacterTotals,
  countCharacters,
  type LengthRule,
  speakingMinutes,
} from '../../core/length/characters.ts';
import type { DraftLength, SectionLength } from '../../core/length/draftLength.ts';
import { t } from '../../vscode/messages.ts';
import type { ProportionRow } from '../../webview/proportions/messages.ts';

/** «1,234字 · 约7分钟» */
export function lengthText(characters: number, rate: number): string {
  const minutes = speakingMinutes(characters, rate);
  const time = minutes < 1 ? t('length.underAMinute') : t('length.minutes', Math.round(minutes));
  return t('length.both', characters.toLocaleString('en-US'), time);
}

/** The same for selected text, «选中56字 · 不到1分钟»; `undefined` if nothing is selected. */
export function selectionText(selected: readonly string[], rate: number, rule: LengthRule): string | undefined {
  const characters = selected.reduce((sum, text) => sum + countCharacters(text, rule), 0);
  return characters === 0 ? undefined : t('length.selected', lengthText(characters, rate));
}

/** States whose count it is, the numbers that the word processors show beside it, and the rate. */
export function lengthTooltip({ withBlanks, withoutBlanks }: CharacterTotals, rate: number, rule: LengthRule): string {
  const figure = (count: number) => count.toLocaleString('en-US');
  return [
    t(rule === 'word' ? 'length.asWord' : 'length.asLibreOffice'),
    t('length.totals', figure(withoutBlanks), figure(withBlanks)),
    t('length.tooltip', rate),
  ].join('\n');
}

/** A row of the proportions view and where its section begins and ends. */
export interface PlacedRow extends ProportionRow {
  readonly start: number;
  readonly end: number;
}

/** Deeper sections are counted in the row of the section that contains them. */
const deepest = 1;

/** The sections of the outline and their subsections, in the order of the draft. */
export function proportionRows({ characters, sections }: DraftLength, rate: number): PlacedRow[] {
  const rowsOf = (section: SectionLength, depth: number): PlacedRow[] => {
    const share = characters === 0 ? 0 : section.characters / characters;
    const row: PlacedRow = {
      title: section.title,
      depth,
      share,
      figures: t('length.figures', lengthText(section.characters, rate), Math.round(share * 100)),
      start: section.start,
      end: section.end,
      ...(section.function !== undefined && { function: section.function }),
    };
    const inner = depth < deepest ? section.children.flatMap(child => rowsOf(child, depth + 1)) : [];
    return [row, ...inner];
  };
  return sections.flatMap(section => rowsOf(section, 0));
}

/** Index of the innermost row whose section contains the caret at `offset`, or -1. The end of the draft belongs to the last section. */
export function rowAt(rows: readonly PlacedRow[], offset: number): number {
  return rows.findLastIndex(({ start, end }) => start <= offset && offset <= end);
}
