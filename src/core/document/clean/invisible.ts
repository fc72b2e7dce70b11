import type { CleaningStep, Edit } from './editableText.ts';

/** Zero-width and direction marks, byte order marks, soft hyphens and control characters: nothing a reader sees. */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this step removes
  /[\u0000-\u0008\u000e-\u001f\u007f\u0080-\u0084\u0086-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]+|[\ufe00-\ufe0f]/gu;
const LINE_BREAK = /\r\n|[\r\v\f\u0085\u2028\u2029]/gu;
/** «⼀» U+2F00 (Kangxi radical) for «一», «⺠» (radical supplement) and compatibility forms such as «﨑»: left by PDF and OCR. */
const COMPATIBILITY_FORM = /[\u2e80-\u2fdf\uf900-\ufaff]/gu;
const ODD_BLANK = /[\u1680\u2000-\u200a\u202f\u205f]/gu;

/** «讲\u200b话\r\n» → «讲话\n», «⼀» → «一». */
export const removeInvisible: CleaningStep = text => {
  const edits: Edit[] = [];
  for (const match of text.matchAll(INVISIBLE)) {
    edits.push({ start: match.index, end: match.index + match[0].length, after: '', kind: 'whitespace' });
  }
  for (const match of text.matchAll(LINE_BREAK)) {
    edits.push({ start: match.index, end: match.index + match[0].length, after: '\n', kind: 'whitespace' });
  }
  for (const match of text.matchAll(ODD_BLANK)) {
    edits.push({ start: match.index, end: match.index + 1, after: ' ', kind: 'whitespace' });
  }
  for (const match of text.matchAll(COMPATIBILITY_FORM)) {
    const form = match[0].normalize('NFKC');
    if (form.length !== 1 || form === match[0]) continue;
    edits.push({ start: match.index, end: match.index + 1, after: form, kind: 'compatibility' });
  }
  return edits.sort((a, b) => a.start - b.start);
};
