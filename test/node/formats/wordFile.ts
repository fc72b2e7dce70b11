import CFB from 'cfb';

/** A stretch of text with formatting of its own: operations of characters, and of the paragraphs that end in it. */
export interface WordRun {
  readonly text: string;
  /** Stored in Windows-1252 instead of UTF-16. */
  readonly compressed?: boolean;
  readonly operations?: readonly number[];
  readonly paragraph?: readonly number[];
  /** Number of the style of the paragraphs that end in it. */
  readonly style?: number;
}

/** A style with the operations it gives to characters. */
export interface WordStyle {
  readonly kind: 'paragraph' | 'character';
  /** Number of the style it is based on. */
  readonly base?: number;
  readonly operations?: readonly number[];
}

export interface WordParts {
  readonly body: readonly WordRun[];
  readonly footnotes?: readonly WordRun[];
  readonly headers?: readonly WordRun[];
  readonly textBoxes?: readonly WordRun[];
  readonly headerTextBoxes?: readonly WordRun[];
  /** A list whose first level is numbered so: code of the number format, label with NUL for the number. */
  readonly list?: readonly [format: number, label: string];
  readonly styles?: readonly WordStyle[];
  readonly flags?: number;
  readonly version?: number;
  readonly identifier?: number;
}

export const HIDDEN = [0x3c, 0x08, 1];
export const SHOWN = [0x3c, 0x08, 0];
/** Unlike the style. */
export const UNLIKE_STYLE = [0x3c, 0x08, 0x81];
export const inStyle = (number: number) => [0x30, 0x4a, number, 0];
export const DELETED = [0x00, 0x08, 1];
export const IN_TABLE = [0x16, 0x24, 1];
/** In the first list, at its first level. */
export const IN_LIST = [0x0b, 0x46, 1, 0, 0x0a, 0x26, 0];
export const ROW = [...IN_TABLE, 0x17, 0x24, 1];

const TEXT_AT = 1024;
const PAGE = 512;

/** A .doc as Word lays it out: header, text, formatting pages; piece table in «1Table». */
export function wordFile(parts: WordParts): Uint8Array {
  const { body, footnotes = [], headers = [], textBoxes = [], headerTextBoxes = [] } = parts;
  const runs = [...body, ...footnotes, ...headers, ...textBoxes, ...headerTextBoxes];
  const texts = runs.map(({ text, compressed }) => Buffer.from(text, compressed ? 'latin1' : 'utf16le'));
  const offsets: number[] = [];
  let end = TEXT_AT;
  for (const text of texts) {
    offsets.push(end);
    end += text.length;
  }
  offsets.push(end);
  const pageNumber = Math.ceil(end / PAGE);
  const main = Buffer.alloc((pageNumber + 2) * PAGE);
  texts.forEach((text, i) => {
    text.copy(main, offsets[i]);
  });
  characterPage(runs, offsets).copy(main, pageNumber * PAGE);
  paragraphPage(runs, offsets).copy(main, (pageNumber + 1) * PAGE);

  const pieces = pieceTable(runs, offsets);
  const [list, instance] = listTables(parts.list);
  const pageTables = [pageTable(offsets, pageNumber), pageTable(offsets, pageNumber + 1)];
  const styles = styleSheet(parts.styles ?? []);
  const table = Buffer.concat([pieces, ...pageTables, list, instance, styles]);
  main.writeUInt16LE(parts.identifier ?? 0xa5ec, 0);
  main.writeUInt16LE(parts.version ?? 193, 2);
  main.writeUInt16LE(0x0200 | (parts.flags ?? 0), 10);
  const length = (list: readonly WordRun[]) => list.reduce((sum, { text }) => sum + text.length, 0);
  main.writeInt32LE(length(body), 76);
  main.writeInt32LE(length(footnotes), 80);
  main.writeInt32LE(length(headers), 84);
  main.writeInt32LE(length(textBoxes), 100);
  main.writeInt32LE(length(headerTextBoxes), 104);
  const part = (index: number, offset: number, size: number) => {
    main.writeUInt32LE(offset, 154 + index * 8);
    main.writeUInt32LE(size, 154 + index * 8 + 4);
  };
  part(33, 0, pieces.length);
  part(12, pieces.length, 12);
  part(13, pieces.length + 12, 12);
  if (parts.styles !== undefined) part(1, table.length - styles.length, styles.length);
  if (parts.list !== undefined) {
    part(73, pieces.length + 24, 30);
    part(74, pieces.length + 24 + list.length, instance.length);
  }
  return compoundFile({ WordDocument: main, '1Table': table });
}

export function compoundFile(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const container = CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) CFB.utils.cfb_add(container, `/${name}`, Buffer.from(content));
  return new Uint8Array(CFB.write(container, { type: 'buffer' }) as Buffer);
}

function pieceTable(runs: readonly WordRun[], offsets: readonly number[]): Buffer {
  const size = 4 + runs.length * 12;
  const table = Buffer.alloc(5 + size);
  table.writeUInt8(2, 0);
  table.writeUInt32LE(size, 1);
  let place = 0;
  runs.forEach(({ text, compressed }, i) => {
    table.writeUInt32LE(place, 5 + i * 4);
    place += text.length;
    const descriptor = 5 + (runs.length + 1) * 4 + i * 8;
    table.writeUInt32LE(compressed ? 0x40000000 + offsets[i]! * 2 : offsets[i]!, descriptor + 2);
  });
  table.writeUInt32LE(place, 5 + runs.length * 4);
  return table;
}

/** One list of one level, and one instance of it; the level stands behind the table of lists. */
function listTables(list: WordParts['list']): [Buffer, Buffer] {
  if (list === undefined) return [Buffer.alloc(0), Buffer.alloc(0)];
  const [format, label] = list;
  const lists = Buffer.alloc(30);
  lists.writeUInt16LE(1, 0);
  lists.writeInt32LE(7, 2);
  lists.writeUInt8(1, 28);
  const level = Buffer.alloc(30);
  level.writeInt32LE(1, 0);
  level.writeUInt8(format, 4);
  level.writeUInt16LE(label.length, 28);
  const instance = Buffer.alloc(24);
  instance.writeUInt32LE(1, 0);
  instance.writeInt32LE(7, 4);
  return [Buffer.concat([lists, level, Buffer.from(label, 'utf16le')]), instance];
}

/** Header, then each style: kind, base, name, operations of paragraphs (behind the number of the style) and of characters. */
function styleSheet(styles: readonly WordStyle[]): Buffer {
  const header = Buffer.alloc(20);
  header.writeUInt16LE(18, 0);
  header.writeUInt16LE(styles.length, 2);
  header.writeUInt16LE(10, 4);
  const written = styles.map(({ kind, base = 0x0fff, operations = [] }, number) => {
    const isParagraph = kind === 'paragraph';
    const fixed = Buffer.alloc(10);
    fixed.writeUInt16LE((base << 4) | (isParagraph ? 1 : 2), 2);
    const name = [1, 0, 0x61, 0, 0, 0];
    const ofParagraphs = isParagraph ? [2, 0, number, 0] : [];
    const body = Buffer.from([...fixed, ...name, ...ofParagraphs, operations.length, 0, ...operations]);
    const size = Buffer.alloc(2);
    size.writeUInt16LE(body.length, 0);
    return Buffer.concat([size, body, Buffer.alloc(body.length % 2)]);
  });
  return Buffer.concat([header, ...written]);
}

function pageTable(offsets: readonly number[], page: number): Buffer {
  const table = Buffer.alloc(12);
  table.writeUInt32LE(offsets[0]!, 0);
  table.writeUInt32LE(offsets.at(-1)!, 4);
  table.writeUInt32LE(page, 8);
  return table;
}

function characterPage(runs: readonly WordRun[], offsets: readonly number[]): Buffer {
  return formattingPage(
    offsets,
    runs.map(({ operations }) => operations && [operations.length, ...operations]),
    1,
  );
}

/** Paragraph formatting begins with its length in words less a half, then the number of the style. */
function paragraphPage(runs: readonly WordRun[], offsets: readonly number[]): Buffer {
  const contents = runs.map(({ paragraph = [], style = 0 }) => {
    if (paragraph.length === 0 && style === 0) return undefined;
    const odd = paragraph.length % 2 === 1 ? paragraph : [...paragraph, 0];
    return [(odd.length + 3) / 2, style, 0, ...odd];
  });
  return formattingPage(offsets, contents, 13);
}

function formattingPage(
  offsets: readonly number[],
  contents: readonly (readonly number[] | undefined)[],
  entryBytes: number,
): Buffer {
  const page = Buffer.alloc(PAGE);
  offsets.forEach((offset, i) => {
    page.writeUInt32LE(offset, i * 4);
  });
  let at = PAGE - 1;
  contents.forEach((content, i) => {
    if (content === undefined) return;
    at = (at - content.length) & ~1;
    Buffer.from(content).copy(page, at);
    page.writeUInt8(at / 2, offsets.length * 4 + i * entryBytes);
  });
  page.writeUInt8(contents.length, PAGE - 1);
  return page;
}
