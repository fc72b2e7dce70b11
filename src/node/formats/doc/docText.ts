import { CELL_END, LINE_END, ROW_END } from '../common/tableText.ts';
import { type ByteRange, ByteRanges } from './byteRanges.ts';
import type { DocFile } from './docFile.ts';
import { characterRuns, type FormattedRun, isOn, OPERATION, paragraphRuns } from './docFormatting.ts';
import { DocLists, listPlaceOf } from './docLists.ts';
import { decodePiece, type Piece, readPieces } from './docPieces.ts';
import { DocStyles } from './docStyles.ts';
import { unreadRanges } from './docUnread.ts';

/** Ends of cells and paragraphs; a paragraph has its formatting at its end. */
const PARAGRAPH_END = new RegExp(`[${CELL_END}\r]`, 'gu');
const NOT_READ = [OPERATION.sprmCFRMarkDel, OPERATION.sprmCFVanish];
/** Before the operations of a paragraph stands the number of its style. */
const STYLE_BYTES = 2;

/** Units of the text by their place in it, without those that are not to be read, with the labels of lists. */
export class DocText {
  readonly #file: DocFile;
  readonly #pieces: readonly Piece[];
  readonly #skipped: ByteRanges<ByteRange>;
  readonly #paragraphs: ByteRanges<FormattedRun>;
  readonly #styles: DocStyles | undefined;
  readonly #lists: DocLists | undefined;

  constructor(file: DocFile) {
    this.#file = file;
    this.#pieces = readPieces(file);
    const paragraphs = paragraphRuns(file);
    this.#paragraphs = new ByteRanges(paragraphs);
    this.#styles = orNone(() => new DocStyles(file));
    this.#lists = orNone(() => new DocLists(file));
    this.#skipped = new ByteRanges(unreadRanges(characterRuns(file), paragraphs, this.#styles));
  }

  slice(start: number, end: number): string {
    const out: string[] = [];
    let paragraph = '';
    for (const piece of this.#pieces) {
      if (piece.end <= start || piece.start >= end) continue;
      if (piece.changes !== undefined && isOn(piece.changes, NOT_READ)) continue;
      for (const { text, end: mark, place } of this.#stretches(piece, start, end)) {
        paragraph += text;
        if (mark === '') continue;
        out.push(this.#ended(paragraph, mark, place));
        paragraph = '';
      }
    }
    return out.join('') + paragraph;
  }

  /** Text up to each end of a paragraph, with the place of that in the file; `end` is empty for the rest of a piece. */
  *#stretches(piece: Piece, start: number, end: number): Generator<{ text: string; end: string; place: number }> {
    const { offset, unitBytes } = piece;
    const first = offset + (Math.max(start, piece.start) - piece.start) * unitBytes;
    const last = offset + (Math.min(end, piece.end) - piece.start) * unitBytes;
    for (const [a, b] of this.#skipped.gaps(first, last)) {
      const from = Math.floor((a - offset) / unitBytes);
      const text = decodePiece(this.#file, piece, from, Math.floor((b - offset) / unitBytes));
      let at = 0;
      for (const { 0: mark, index } of text.matchAll(PARAGRAPH_END)) {
        yield { text: text.slice(at, index), end: mark, place: offset + (from + index) * unitBytes };
        at = index + 1;
      }
      if (at < text.length) yield { text: text.slice(at), end: '', place: 0 };
    }
  }

  /** «加强领导» + end → «一、加强领导\r» in a list; in a table ends of rows and lines are marked as such. */
  #ended(text: string, mark: string, place: number): string {
    const run = this.#paragraphs.at(place);
    if (run === undefined) return text + mark;
    const { operations } = run;
    if (mark === CELL_END && isOn(operations, [OPERATION.sprmPFTtp], STYLE_BYTES)) return text + ROW_END;
    const isLine = mark === '\r' && isOn(operations, [OPERATION.sprmPFInTable], STYLE_BYTES);
    const label = this.#label(operations);
    return (text.trim() === '' ? text : label + text) + (isLine ? LINE_END : mark);
  }

  #label(operations: DataView): string {
    if (this.#lists === undefined || operations.byteLength < STYLE_BYTES) return '';
    return this.#lists.next({
      ...this.#styles?.listPlace(operations.getUint16(0, true)),
      ...listPlaceOf(operations, STYLE_BYTES),
    });
  }
}

/** A text without its numbers or styles is better than none. */
function orNone<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
