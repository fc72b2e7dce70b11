import { isDigit } from './charClass.ts';

/** The half-width marks of prose and what they are in full width. */
export const FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};

/**
 * «坚持学,坚持干» → «坚持学，坚持干»: the text of a draft with half-width marks, as the corpus would write it. The length is the same, so offsets stay;
 * marks between digits («7.5», «12:30») are not changed.
 */
export function fullWidth(text: string): string {
  return text.replace(/[,;:?!()]/g, (unit, at: number) =>
    isDigit(text[at - 1] ?? '') && isDigit(text[at + 1] ?? '') ? unit : FULL_WIDTH[unit]!,
  );
}
