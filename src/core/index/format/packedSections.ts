/** JSON of an array of sections, as `JSON.stringify` writes it: no blanks, the children of a section last. */
export type PackedSections = Uint8Array;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const ZERO = 0x30;
const NINE = 0x39;
/** First letters of keys. */
const START = 0x73;
const END = 0x65;
const TITLE = 0x74;
const CHILDREN = 0x63;

const decoder = new TextDecoder();

/** Titles of the sections around `offset`, outermost first, as `sectionPath` gives them. Reads what stands before them; to parse all takes many times as long. */
export function sectionPathIn(sections: PackedSections, offset: number): string[] {
  const path: string[] = [];
  for (let section = sectionAround(sections, 0, offset); section !== undefined; ) {
    path.push(stringAt(sections, section.title));
    section = sectionAround(sections, section.children, offset);
  }
  return path;
}

/** Where title and children are of that section of the array at `array` which holds `offset`, or, of the last one, ends there. */
function sectionAround(
  json: PackedSections,
  array: number,
  offset: number,
): { readonly title: number; readonly children: number } | undefined {
  let end = -1;
  let title = 0;
  let children = 0;
  for (let at = array + 1; json[at] !== CLOSE_ARRAY; ) {
    if (json[at] === COMMA) at++;
    let start = 0;
    do {
      const key = at + 1;
      const value = skipValue(json, key) + 1;
      const letter = json[key + 1];
      if (letter === START) start = numberAt(json, value);
      else if (letter === END) end = numberAt(json, value);
      else if (letter === TITLE) title = value;
      else if (letter === CHILDREN) {
        children = value;
        if (start <= offset && offset < end) return { title, children };
      }
      at = skipValue(json, value);
    } while (json[at] === COMMA);
    at++;
  }
  return end === offset ? { title, children } : undefined;
}

/** Where the value ends that begins at `from`. */
function skipValue(json: PackedSections, from: number): number {
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

/** @param open where the string begins */
function closingQuote(json: PackedSections, open: number): number {
  let at = open + 1;
  while (json[at] !== QUOTE) at += json[at] === BACKSLASH ? 2 : 1;
  return at;
}

function numberAt(json: PackedSections, at: number): number {
  let value = 0;
  for (let digit = at; json[digit]! >= ZERO && json[digit]! <= NINE; digit++) value = value * 10 + json[digit]! - ZERO;
  return value;
}

function stringAt(json: PackedSections, at: number): string {
  return JSON.parse(decoder.decode(json.subarray(at, closingQuote(json, at) + 1))) as string;
}
