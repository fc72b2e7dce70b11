/** At most `longest` units of `text`, with «…» for what is left out; a character of two units is kept or left out as a whole. */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const endsInHalf = text.codePointAt(longest - 1)! > 0xffff;
  return `${text.slice(0, endsInHalf ? longest - 1 : longest)}…`;
}

/** As `shorten`, on one line: line breaks are replaced first. */
export function shortLine(text: string, longest: number): string {
  return shorten(text.replace(/\s+/gu, ' '), longest);
}
