import { viewOf } from '../common/bytes.ts';
import { FormatError } from '../common/formatText.ts';

/** Where things are in a Word 97–2003 document ([MS-DOC] 2.5). */
export interface DocFile {
  /** The stream with the text and its formatting pages. */
  readonly main: DataView;
  /** The stream with the tables that lead into `main`. */
  readonly table: DataView;
  /** A table by its index in the header: [MS-DOC] FibRgFcLcb97. */
  part(index: number): DataView | undefined;
  /** Where a table begins in `table`, for one that is longer than the header says. */
  offsetOf(index: number): number | undefined;
  /** Lengths in units of the parts of the text, which stand one behind the other in this order. */
  readonly lengths: DocLengths;
}

interface DocLengths {
  readonly body: number;
  readonly footnotes: number;
  readonly headers: number;
  readonly macros: number;
  readonly comments: number;
  readonly endnotes: number;
  readonly textBoxes: number;
  readonly headerTextBoxes: number;
}

export const PART = {
  styles: 1,
  characterPages: 12,
  paragraphPages: 13,
  pieces: 33,
  lists: 73,
  listOverrides: 74,
} as const;

const WORD_6 = new Set([0xa5dc, 0xa59b, 0xa697, 0xa699]);
const WORD_97 = 0xa5ec;
const FIRST_WORD_97_VERSION = 101;
const ENCRYPTED = 0x0100;
const TABLE_1 = 0x0200;
const PARTS_AT = 154;

/** Reads the header of the WordDocument stream; `stream` gives «0Table» or «1Table». */
export function openDoc(mainBytes: Uint8Array, stream: (name: string) => Uint8Array | undefined): DocFile {
  const main = viewOf(mainBytes);
  const identifier = main.getUint16(0, true);
  if (WORD_6.has(identifier)) throw new FormatError('Word 95 及更早的文档，请用 Word 或 WPS 另存为 .docx');
  if (identifier !== WORD_97) throw new FormatError('损坏：不是完整的 Word 文档');
  if (main.getUint16(2, true) < FIRST_WORD_97_VERSION) {
    throw new FormatError('Word 95 及更早的文档，请用 Word 或 WPS 另存为 .docx');
  }
  const flags = main.getUint16(10, true);
  if ((flags & ENCRYPTED) !== 0) throw new FormatError('已加密');
  const tableBytes = stream((flags & TABLE_1) === 0 ? '0Table' : '1Table');
  if (tableBytes === undefined) throw new FormatError('损坏：Word 文档缺少文字表');
  const length = (at: number) => Math.max(0, main.getInt32(at, true));
  return {
    main,
    table: viewOf(tableBytes),
    part: index => {
      const { offset, size } = placeOf(main, index);
      if (size === 0 || offset + size > tableBytes.length) return undefined;
      return viewOf(tableBytes.subarray(offset, offset + size));
    },
    offsetOf: index => {
      const { offset, size } = placeOf(main, index);
      return size === 0 ? undefined : offset;
    },
    lengths: {
      body: length(76),
      footnotes: length(80),
      headers: length(84),
      macros: length(88),
      comments: length(92),
      endnotes: length(96),
      textBoxes: length(100),
      headerTextBoxes: length(104),
    },
  };
}

function placeOf(main: DataView, index: number): { readonly offset: number; readonly size: number } {
  const at = PARTS_AT + index * 8;
  return { offset: main.getUint32(at, true), size: main.getUint32(at + 4, true) };
}
