import { bytesAt } from './bytes.ts';
import { type DocFile, PART } from './docFile.ts';
import { type DocListPlace, listPlaceOf } from './docLists.ts';

interface Style {
  readonly base: number;
  readonly place: DocListPlace;
}

const PARAGRAPH_STYLE = 1;
/** Styles based on each other in a circle end here. */
const MAX_DEPTH = 16;

/** Which styles put their paragraphs into lists: headings numbered «一、» have their number from there. */
export class DocStyles {
  readonly #styles: readonly (Style | undefined)[];

  constructor(file: DocFile) {
    const sheet = file.part(PART.styles);
    this.#styles = sheet === undefined ? [] : readStyles(sheet);
  }

  /** Place in a list of paragraphs of a style, by it or the styles it is based on. */
  listPlace(number: number): DocListPlace {
    let place: DocListPlace = {};
    let style = this.#styles[number];
    for (let depth = 0; style !== undefined && depth < MAX_DEPTH; depth++) {
      place = { ...style.place, ...place };
      style = this.#styles[style.base];
    }
    return place;
  }
}

function readStyles(sheet: DataView): (Style | undefined)[] {
  const header = sheet.getUint16(0, true);
  const count = sheet.getUint16(2, true);
  const baseBytes = sheet.getUint16(4, true);
  const styles: (Style | undefined)[] = [];
  let at = 2 + header;
  for (let i = 0; i < count && at + 2 <= sheet.byteLength; i++) {
    const size = sheet.getUint16(at, true);
    at += 2;
    if (at + size > sheet.byteLength) break;
    styles.push(size > baseBytes ? readStyle(bytesAt(sheet, at, size), baseBytes) : undefined);
    at += size + (size % 2);
  }
  return styles;
}

/** Kind and base, the name, then the formatting of paragraphs, which begins with the number of the style. */
function readStyle(style: DataView, baseBytes: number): Style | undefined {
  const kind = style.getUint16(2, true);
  if ((kind & 0xf) !== PARAGRAPH_STYLE) return undefined;
  const nameEnd = baseBytes + 4 + style.getUint16(baseBytes, true) * 2;
  if (nameEnd + 2 > style.byteLength) return undefined;
  const operations = bytesAt(style, nameEnd + 2, style.getUint16(nameEnd, true));
  return { base: kind >>> 4, place: listPlaceOf(operations, 2) };
}
