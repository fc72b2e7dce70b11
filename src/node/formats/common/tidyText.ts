/** Characters of symbol fonts (Wingdings bullets, check marks): private, so nobody can tell what they show. */
const SYMBOL_FONT = /[\uf000-\uf0ff]/gu;
const CONTROLS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: marks of the format that have no place in its text
  /[\u0000-\u0008\u000e-\u001f\u007f]/gu;
const LINE_BREAKS = /\r\n|[\r\v\f\u2028\u2029]/gu;

/** «一段\r\v二段\t \0\n\n\n\n三段» → «一段\n\n二段\n\n三段»: line breaks of one kind, nothing invisible, at most one empty line together. */
export function tidyText(text: string): string {
  const lines: string[] = [];
  for (const line of text.replace(LINE_BREAKS, '\n').replace(CONTROLS, '').replace(SYMBOL_FONT, '').split('\n')) {
    // Blanks at the start stay: they set off a signature, as in a plain text.
    const kept = line.trimEnd();
    if (kept !== '' || (lines.length > 0 && lines.at(-1) !== '')) lines.push(kept);
  }
  while (lines.at(-1) === '') lines.pop();
  return lines.join('\n').toWellFormed();
}
