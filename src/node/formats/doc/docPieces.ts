import { bytesAt } from '../common/bytes.ts';
import { FormatError } from '../common/formatText.ts';
import { decodeWindows1252 } from '../common/windows1252.ts';
import { type DocFile, PART } from './docFile.ts';
import { OPERATION } from './docFormatting.ts';

/** A stretch of the text as it lies in the file: units `start`–`end` are at byte `offset`. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly offset: number;
  /** 1: Windows-1252, 2: UTF-16. */
  readonly unitBytes: 1 | 2;
  /** Formatting that a fast save added to the whole piece: operations as in a formatting page. */
  readonly changes: DataView | undefined;
}

const CHANGES = 1;
const PIECES = 2;
const COMPRESSED = 0x40000000;
const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });

/** The piece table: where each stretch of the text is, in the order of the text. */
export function readPieces(file: DocFile): Piece[] {
  const table = file.part(PART.pieces);
  if (table === undefined) throw new FormatError('损坏：Word 文档缺少文字表');
  const changes: DataView[] = [];
  let at = 0;
  while (table.getUint8(at) === CHANGES) {
    const size = table.getUint16(at + 1, true);
    changes.push(bytesAt(table, at + 3, size));
    at += 3 + size;
  }
  if (table.getUint8(at) !== PIECES) throw new FormatError('损坏：Word 文档的文字表不完整');
  const size = table.getUint32(at + 1, true);
  const pieces = bytesAt(table, at + 5, size);
  const count = Math.floor((size - 4) / 12);
  const found: Piece[] = [];
  for (let i = 0; i < count; i++) {
    const start = pieces.getUint32(i * 4, true);
    const end = pieces.getUint32(i * 4 + 4, true);
    const descriptor = (count + 1) * 4 + i * 8;
    const place = pieces.getUint32(descriptor + 2, true);
    const unitBytes = (place & COMPRESSED) === 0 ? 2 : 1;
    const offset = unitBytes === 1 ? (place & 0x3fffffff) >>> 1 : place & 0x3fffffff;
    found.push({ start, end, offset, unitBytes, changes: changesOf(pieces.getUint16(descriptor + 6, true), changes) });
  }
  verify(found, file);
  return found;
}

/** No piece reaches out of the file or back over another: else a few bytes could pose as gigabytes of text. */
function verify(pieces: readonly Piece[], { main }: DocFile): void {
  let reached = 0;
  let bytes = 0;
  for (const { start, end, offset, unitBytes } of pieces) {
    bytes += (end - start) * unitBytes;
    if (
      start !== reached ||
      end < start ||
      offset + (end - start) * unitBytes > main.byteLength ||
      bytes > main.byteLength
    ) {
      throw new FormatError('损坏：Word 文档的文字不完整');
    }
    reached = end;
  }
}

/** Units `from`–`to` of a piece, counted within it. */
export function decodePiece(file: DocFile, piece: Piece, from: number, to: number): string {
  const { main } = file;
  const start = main.byteOffset + piece.offset + from * piece.unitBytes;
  const bytes = new Uint8Array(main.buffer, start, (to - from) * piece.unitBytes);
  return piece.unitBytes === 1 ? decodeWindows1252(bytes) : utf16.decode(bytes);
}

/** Either one of the lists at the head of the table, or a single operation with its operand in two bytes. */
function changesOf(word: number, lists: readonly DataView[]): DataView | undefined {
  if (word === 0) return undefined;
  if ((word & 1) === 1) return lists[word >>> 1];
  const operation = SHORT_OPERATIONS.get((word >>> 1) & 0x7f);
  if (operation === undefined) return undefined;
  return new DataView(Uint8Array.of(operation & 0xff, operation >>> 8, word >>> 8).buffer);
}

/** Operations of text that is not to be read, by their short names in a piece ([MS-DOC] Prm0). */
const SHORT_OPERATIONS = new Map<number, number>([
  [0x41, OPERATION.sprmCFRMarkDel],
  [0x5c, OPERATION.sprmCFVanish],
]);
