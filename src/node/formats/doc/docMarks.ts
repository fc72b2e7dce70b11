import { CELL_END, ROW_END } from '../common/tableText.ts';

/** Marks that Word keeps among the characters of a text. */
const FIELD_BEGIN = '\u0013';
const FIELD_SEPARATOR = '\u0014';
const FIELD_END = '\u0015';

/**
 * The text a reader sees, for {@link layTables}: «甲\x13 HYPERLINK "…" \x14乙\x15丙\r» → «甲乙丙\n». Of fields the result stays,
 * breaks of any kind become line breaks; marks of pictures, notes and comments go.
 */
export function readMarks(text: string): string {
  const unclosed = unclosedFields(text);
  let out = '';
  let kept = 0;
  /** One entry for each open field: whether we are in its result. */
  const fields: boolean[] = [];
  let codes = 0;
  for (const match of text.matchAll(MARKS)) {
    const mark = match[0];
    if (codes === 0) out += text.slice(kept, match.index);
    kept = match.index + 1;
    if (mark === FIELD_BEGIN) {
      if (unclosed.has(match.index)) continue;
      fields.push(false);
      codes++;
    } else if (mark === FIELD_SEPARATOR) {
      if (fields.at(-1) === false) {
        fields[fields.length - 1] = true;
        codes--;
      }
    } else if (mark === FIELD_END) {
      if (fields.pop() === false) codes--;
    } else if (codes === 0) {
      out += REPLACEMENTS.get(mark) ?? '';
    }
  }
  return out + text.slice(kept);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the marks
const MARKS = /[\u0000-\u0008\u000b-\u001f]/gu;

const REPLACEMENTS = new Map([
  [CELL_END, CELL_END],
  [ROW_END, ROW_END],
  ['\u000b', '\v'],
  ['\u000c', '\n'],
  ['\u000d', '\n'],
  ['\u000e', '\n'],
  ['\u001e', '-'],
]);

/** Fields whose end is missing, say because it was deleted, must not swallow the rest of the text. */
function unclosedFields(text: string): Set<number> {
  const open: number[] = [];
  for (const match of text.matchAll(MARKS)) {
    if (match[0] === FIELD_BEGIN) open.push(match.index);
    else if (match[0] === FIELD_END) open.pop();
  }
  return new Set(open);
}
