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
 * «坚持学,坚持干» → «坚持学，坚持干»: a draft written with half-width marks, as the corpus writes it. As long as before, so
 * offsets stay; marks between digits («7.5», «12:30») are left alone.
 */
export function fullWidth(text: string): string {
  let result = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text[i]!;
    const isInNumber = /[0-9]/.test(text[i - 1] ?? '') && /[0-9]/.test(text[i + 1] ?? '');
    result += isInNumber ? unit : (FULL_WIDTH[unit] ?? unit);
  }
  return result;
}
