import { classAt, SPACE } from './charClass.ts';

/** Offset of the first unit of the line that contains `offset`. */
export function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1; // from -1 `lastIndexOf` looks at the first unit too
}

/** Offset of the first line break at or after `offset`, or the end of the text. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

/** Offset of the first unit of `[start, end)` that is not a blank, or `end`. */
export function skipBlanks(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && classAt(text, at) & SPACE) at++;
  return at;
}

export function isBlankLine(text: string, start: number, end: number): boolean {
  return skipBlanks(text, start, end) >= end;
}
