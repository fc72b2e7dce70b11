import { bytesAt } from '../common/bytes.ts';
import { type DocFile, PART } from './docFile.ts';
import { statedHiding } from './docFormatting.ts';
import { type DocListPlace, listPlaceOf } from './docLists.ts';

interface Style {
  readonly base: number;
  readonly place: DocListPlace;
  readonly isHidden: boolean | undefined;
}

const PARAGRAPH_STYLE = 1;
const CHARACTER_STYLE = 2;
/** Styles based on each other in a circle end here. */
const MAX_DEPTH = 16;

/** Which styles put their paragraphs into lists (headings numbered «一、» have their number from there), and which hide their text. */
export class DocStyles {
  readonly #styles: readonly (Style | undefined)[];

  constructor(file: DocFile) {
    const sheet = file.part(PART.styles);
    this.#styles = sheet === undefined ? [] : readStyles(sheet);
  }

  /** Place in a list of paragraphs of a style, by it or the styles it is based on. */
  listPlace(number: number): DocListPlace {
    let place: DocListPlace = {};
    for (const style of this.#chain(number)) place = { ...style.place, ...place };
    return place;
  }

  /** Whether text in a style of paragraphs or characters is hidden, by it or the styles it is based on. */
  isHidden(number: number): boolean {
    for (const { isHidden } of this.#chain(number)) {
      if (isHidden !== undefined) return isHidden;
    }
    return false;
  }

  /** A style and those it is based on, nearest first. */
  *#chain(number: number): Generator<Style> {
    let style = this.#styles[number];
    for (let depth = 0; style !== undefined && depth < MAX_DEPTH; depth++) {
      yield style;
      style = this.#styles[style.base];
    }
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

/**
 * Kind and base, the name, then the formatting: that of characters, and in a style of paragraphs before it theirs, which begins with the
 * number of the style.
 */
function readStyle(style: DataView, baseBytes: number): Style | undefined {
  const word = style.getUint16(2, true);
  const kind = word & 0xf;
  if (kind !== PARAGRAPH_STYLE && kind !== CHARACTER_STYLE) return undefined;
  const nameEnd = baseBytes + 4 + style.getUint16(baseBytes, true) * 2;
  const first = formatting(style, nameEnd);
  if (first === undefined) return undefined;
  const isParagraph = kind === PARAGRAPH_STYLE;
  const second = isParagraph ? formatting(style, nameEnd + 2 + first.byteLength + (first.byteLength % 2)) : undefined;
  const characters = isParagraph ? second : first;
  return {
    base: word >>> 4,
    place: isParagraph ? listPlaceOf(first, 2) : {},
    isHidden: characters && statedHiding(characters, () => false),
  };
}

/** Operations behind their length; `undefined` where the style ends before. */
function formatting(style: DataView, at: number): DataView | undefined {
  return at + 2 > style.byteLength ? undefined : bytesAt(style, at + 2, style.getUint16(at, true));
}
