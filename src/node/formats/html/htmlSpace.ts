const BLANKS = /[ \t\r\n\f]+/g;
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u3000-\u303f“”‘’—…]/;
const SENTENCE_END = /[。！？；：…”）]/;
const INVISIBLE = /\u200d|[\u200b\u200c\u2060\ufeff\u00ad]/g;

/**
 * Blanks of the source as they show: one for many, none between ideographs of two lines. An empty line after the end of a
 * sentence is a paragraph break all the same, as is every line of preformatted text.
 */
export function normalizeSpace(text: string, preformatted: boolean): string {
  const visible = text.replaceAll(INVISIBLE, '');
  if (preformatted) return visible.replaceAll(/\r\n?/g, '\n').trim();
  return visible.trim().replaceAll(BLANKS, (blank: string, at: number, whole: string) => {
    const firstBreak = blank.indexOf('\n');
    if (firstBreak < 0) return ' ';
    const before = whole[at - 1] ?? '';
    const after = whole[at + blank.length] ?? '';
    if (blank.indexOf('\n', firstBreak + 1) >= 0 && SENTENCE_END.test(before)) return '\n';
    return WIDE.test(before) && WIDE.test(after) ? '' : ' ';
  });
}
