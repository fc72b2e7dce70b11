import { CLOSE_ARRAY, COMMA, closingQuote, numberAt, skipValue } from './jsonBytes.ts';

/** The bytes of a JSON array of sections as `JSON.stringify` writes it: without blanks, the children of a section last. */
export type PackedSections = Uint8Array;

/** The first letters by which the keys of a section are told apart. */
const START = 0x73;
const END = 0x65;
const TITLE = 0x74;
const CHILDREN = 0x63;

const decoder = new TextDecoder();

/**
 * Titles of the sections around `offset` (UTF-16 units of the document), outermost first, as `sectionPath` gives them.
 * Reads the bytes only as far as needed; parsing all of them takes many times as long.
 */
export function sectionPathIn(sections: PackedSections, offset: number): string[] {
  const path: string[] = [];
  for (let section = sectionAround(sections, 0, offset); section !== undefined; ) {
    path.push(stringAt(sections, section.title));
    section = sectionAround(sections, section.children, offset);
  }
  return path;
}

/**
 * Finds, in the array that begins at byte `array`, the section that holds `offset`; the last one also if it ends there.
 * Returns the bytes at which its title and its children begin.
 */
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

function stringAt(json: PackedSections, at: number): string {
  return JSON.parse(decoder.decode(json.subarray(at, closingQuote(json, at) + 1))) as string;
}
