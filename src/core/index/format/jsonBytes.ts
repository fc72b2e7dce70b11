/** JSON as `JSON.stringify` writes it, without blanks, read in its bytes: for callers that need a small part of a large record. */

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
export const COMMA = 0x2c;
export const OPEN_ARRAY = 0x5b;
export const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const ZERO = 0x30;
const NINE = 0x39;

/** Where the value ends that begins at `from`. */
export function skipValue(json: Uint8Array, from: number): number {
  let depth = 0;
  for (let at = from; ; at++) {
    const byte = json[at]!;
    if (byte === QUOTE) at = closingQuote(json, at);
    else if (byte === OPEN_ARRAY || byte === OPEN_OBJECT) depth++;
    else if (byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) depth--;
    else if (depth > 0 || (byte >= ZERO && byte <= NINE)) continue;
    else return at;
    if (depth < 0) return at;
    if (depth === 0) return at + 1;
  }
}

/** Where the string ends that begins with the quote at `open`. */
export function closingQuote(json: Uint8Array, open: number): number {
  let at = open + 1;
  while (json[at] !== QUOTE) at += json[at] === BACKSLASH ? 2 : 1;
  return at;
}

/** The whole number written at `at`. */
export function numberAt(json: Uint8Array, at: number): number {
  let value = 0;
  for (let digit = at; json[digit]! >= ZERO && json[digit]! <= NINE; digit++) value = value * 10 + json[digit]! - ZERO;
  return value;
}
