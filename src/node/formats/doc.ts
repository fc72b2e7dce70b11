import { openCompoundFile } from './compoundFile.ts';
import { orDamaged } from './damage.ts';
import { type DocFile, openDoc } from './docFile.ts';
import { characterRuns, isOn, OPERATION, paragraphRuns } from './docFormatting.ts';
import { readMarks } from './docMarks.ts';
import { decodePiece, type Piece, readPieces } from './docPieces.ts';
import { FormatError, type FormatText } from './formatText.ts';
import { CELL_END, LINE_END, layTables, ROW_END } from './tableText.ts';
import { tidyText } from './tidyText.ts';

const CELL_OR_PARAGRAPH_END = new RegExp(`[${CELL_END}\r]`, 'gu');
const NOT_READ = [OPERATION.sprmCFRMarkDel, OPERATION.sprmCFVanish];

/**
 * Text of a Word 97–2003 document (.doc, .wps): the body, then footnotes, endnotes and text boxes; no headers, comments,
 * hidden or deleted text. Throws {@link FormatError} for what is encrypted, older or damaged.
 */
export function readDoc(bytes: Uint8Array): FormatText {
  const container = openCompoundFile(bytes);
  if (container.stream('EncryptedPackage') !== undefined) throw new FormatError('已加密');
  const main = container.stream('WordDocument');
  if (main === undefined) throw new FormatError('损坏：没有 Word 文档的正文');
  return orDamaged(' Word 文档', () => {
    const file = openDoc(main, name => container.stream(name));
    const text = new DocText(file);
    const parts = partsToRead(file).map(([start, end]) => layTables(readMarks(text.slice(start, end))));
    return { text: tidyText(parts.join('\n')) };
  });
}

/** The parts of the text stand one behind the other, in this order. */
function partsToRead({ lengths }: DocFile): [start: number, end: number][] {
  const footnotes = lengths.body;
  const endnotes = footnotes + lengths.footnotes + lengths.headers + lengths.macros + lengths.comments;
  const textBoxes = endnotes + lengths.endnotes;
  return [
    [0, footnotes],
    [footnotes, footnotes + lengths.footnotes],
    [endnotes, textBoxes],
    [textBoxes, textBoxes + lengths.textBoxes],
  ];
}

/** Units of the text by their place in it, without those that are not to be read. */
class DocText {
  readonly #file: DocFile;
  readonly #pieces: readonly Piece[];
  readonly #skipped: Ranges;
  readonly #rowEnds: Ranges;
  readonly #tables: Ranges;

  constructor(file: DocFile) {
    this.#file = file;
    this.#pieces = readPieces(file);
    this.#skipped = new Ranges(characterRuns(file).filter(run => isOn(run.operations, NOT_READ)));
    // A style's number stands before the operations.
    const paragraphs = paragraphRuns(file);
    this.#rowEnds = new Ranges(paragraphs.filter(run => isOn(run.operations, [OPERATION.sprmPFTtp], 2)));
    this.#tables = new Ranges(paragraphs.filter(run => isOn(run.operations, [OPERATION.sprmPFInTable], 2)));
  }

  slice(start: number, end: number): string {
    let out = '';
    for (const piece of this.#pieces) {
      if (piece.end <= start || piece.start >= end) continue;
      if (piece.changes !== undefined && isOn(piece.changes, NOT_READ)) continue;
      const from = Math.max(start, piece.start) - piece.start;
      const to = Math.min(end, piece.end) - piece.start;
      for (const [a, b] of this.#skipped.gaps(...bytesOf(piece, from, to))) {
        out += this.#read(piece, (a - piece.offset) / piece.unitBytes, (b - piece.offset) / piece.unitBytes);
      }
    }
    return out;
  }

  #read(piece: Piece, from: number, to: number): string {
    const text = decodePiece(this.#file, piece, Math.floor(from), Math.floor(to));
    return text.replaceAll(CELL_OR_PARAGRAPH_END, (mark, at: number) => {
      const place = piece.offset + (Math.floor(from) + at) * piece.unitBytes;
      if (mark === CELL_END) return this.#rowEnds.has(place) ? ROW_END : mark;
      return this.#tables.has(place) ? LINE_END : mark;
    });
  }
}

function bytesOf(piece: Piece, from: number, to: number): [number, number] {
  return [piece.offset + from * piece.unitBytes, piece.offset + to * piece.unitBytes];
}

/** Ranges of bytes, ascending. */
class Ranges {
  readonly #ranges: readonly { readonly start: number; readonly end: number }[];

  constructor(ranges: readonly { readonly start: number; readonly end: number }[]) {
    const merged: { start: number; end: number }[] = [];
    for (const { start, end } of ranges) {
      const last = merged.at(-1);
      if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
      else merged.push({ start, end });
    }
    this.#ranges = merged;
  }

  has(at: number): boolean {
    const range = this.#ranges[this.#firstEndingAfter(at)];
    return range !== undefined && range.start <= at;
  }

  /** What is left of `start`–`end` without the ranges. */
  *gaps(start: number, end: number): Generator<[number, number]> {
    let at = start;
    for (let i = this.#firstEndingAfter(start); at < end; i++) {
      const range = this.#ranges[i];
      if (range === undefined || range.start >= end) break;
      if (range.start > at) yield [at, range.start];
      at = Math.max(at, range.end);
    }
    if (at < end) yield [at, end];
  }

  #firstEndingAfter(at: number): number {
    let low = 0;
    let high = this.#ranges.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#ranges[middle]!.end > at) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
