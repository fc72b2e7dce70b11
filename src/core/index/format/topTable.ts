import { pairOf } from './pairTable.ts';

/** Suffix `i × TOP_STRIDE` of a segment is row `i` of its top table. */
export const TOP_STRIDE = 64;
/** The most units that the table knows of a row. */
export const TOP_WIDTH = 8;

/** Rows in a block. Of its first row all known units are written, of each other row those that it does not share with the row before. */
const BLOCK_ROWS = 16;
/**
 * Units that are kept of a row beyond those it shares with one of its neighbours: one that tells them apart, and one
 * more, since a look-up has to read text if a row ends before its pattern does.
 */
const OWN_UNITS = 2;
const CODE_BITS = 4;
const CODES = (1 << CODE_BITS) - 1;

/** Rows `[first, end)` of a top table. */
export interface TopRows {
  readonly first: number;
  readonly end: number;
}

/**
 * Makes the top table of a sorted text. It begins with one byte for each row: in the upper half the number of units
 * that the row shares with the one before, in the lower half the number of further units that are written of it. These
 * bytes are filled up to an even number. Then come the units written, 16 bits each.
 */
export function packTop(text: Uint16Array, sa: Int32Array): Uint8Array<ArrayBuffer> {
  const rows = Math.ceil(sa.length / TOP_STRIDE);
  const codes = new Uint8Array(rows + (rows & 1));
  let count = 0;
  let before = 0;
  for (let row = 0; row < rows; row++) {
    const start = sa[row * TOP_STRIDE]!;
    const after = row + 1 < rows ? sharedUnits(text, start, sa[(row + 1) * TOP_STRIDE]!) : 0;
    const known = Math.min(TOP_WIDTH, text.length - start, Math.max(before, after) + OWN_UNITS);
    const shared = row % BLOCK_ROWS === 0 ? 0 : before;
    codes[row] = (shared << CODE_BITS) | (known - shared);
    count += known - shared;
    before = after;
  }
  const bytes = new Uint8Array(codes.length + 2 * count);
  bytes.set(codes);
  const units = new Uint16Array(bytes.buffer, codes.length);
  let at = 0;
  for (let row = 0; row < rows; row++) {
    const start = sa[row * TOP_STRIDE]! + (codes[row]! >>> CODE_BITS);
    const end = start + (codes[row]! & CODES);
    for (let place = start; place < end; place++) units[at++] = text[place]!;
  }
  return bytes;
}

function sharedUnits(text: Uint16Array, a: number, b: number): number {
  const most = Math.min(TOP_WIDTH, text.length - Math.max(a, b));
  let shared = 0;
  while (shared < most && text[a + shared] === text[b + shared]) shared++;
  return shared;
}

/** Buffer for a row while it is compared. */
const passing = new Uint16Array(TOP_WIDTH);

/** How every `TOP_STRIDE`th suffix of a segment begins. The table is in memory and takes some six bytes for each row. */
export class TopTable {
  readonly #rows: number;
  readonly #codes: Uint8Array;
  readonly #units: Uint16Array;
  /** Where the units of each block start. */
  readonly #starts: Uint32Array;
  /** The first two units of each block as one number. Of most blocks a search looks at nothing else. */
  readonly #firsts: Uint32Array;

  /**
   * @param bytes made by `packTop`
   * @param suffixes number of suffixes in the segment
   */
  constructor(bytes: Uint8Array<ArrayBuffer>, suffixes: number) {
    this.#rows = Math.ceil(suffixes / TOP_STRIDE);
    this.#codes = bytes.subarray(0, this.#rows);
    this.#units = new Uint16Array(bytes.buffer, bytes.byteOffset + this.#rows + (this.#rows & 1));
    this.#starts = new Uint32Array(Math.ceil(this.#rows / BLOCK_ROWS));
    let start = 0;
    for (let row = 0; row < this.#rows; row++) {
      if (row % BLOCK_ROWS === 0) this.#starts[row / BLOCK_ROWS] = start;
      start += this.#codes[row]! & CODES;
    }
    this.#firsts = this.#starts.map(at => pairOf(this.#units[at]!, this.#units[at + 1]!));
  }

  /**
   * The rows that start with `pattern`, as far as the table knows them. All rows before them are below the pattern, all
   * rows after them above. If the table knows fewer units of the first of them than the pattern has, their true order
   * to the pattern is open. This concerns one row at most, unless `pattern` is longer than `TOP_WIDTH`.
   */
  rowsOf(pattern: Uint16Array): TopRows {
    const first = this.#bound(pattern, false);
    return { first, end: this.#startsWith(first, pattern) ? this.#bound(pattern, true) : first };
  }

  /** How many units the table knows of a row. */
  unitsKnown(row: number): number {
    const code = this.#codes[row]!;
    return (code >>> CODE_BITS) + (code & CODES);
  }

  /** The unit at index `depth` of a row; `depth` is below `unitsKnown`. */
  unitAt(row: number, depth: number): number {
    this.unitsOf(row, passing);
    return passing[depth]!;
  }

  /** Copies the known units of a row into `units`, which has room for `TOP_WIDTH`. @returns how many there are */
  unitsOf(row: number, units: Uint16Array): number {
    const block = Math.floor(row / BLOCK_ROWS);
    let at = this.#starts[block]!;
    let known = 0;
    for (let each = block * BLOCK_ROWS; each <= row; each++) {
      const code = this.#codes[each]!;
      const shared = code >>> CODE_BITS;
      known = shared + (code & CODES);
      for (let depth = shared; depth < known; depth++) units[depth] = this.#units[at++]!;
    }
    return known;
  }

  #startsWith(row: number, pattern: Uint16Array): boolean {
    if (row === this.#rows) return false;
    const known = Math.min(pattern.length, this.unitsOf(row, passing));
    for (let depth = 0; depth < known; depth++) if (passing[depth] !== pattern[depth]) return false;
    return true;
  }

  /** The first row that is not below `pattern`, as far as rows are known; with `past`, the first row above it. */
  #bound(pattern: Uint16Array, past: boolean): number {
    const wanted = pattern.length < 2 ? undefined : pairOf(pattern[0]!, pattern[1]!);
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const first = this.#firsts[middle]!;
      const order = wanted === undefined || first === wanted ? this.#compareFirst(middle, pattern) : first - wanted;
      if (order < 0 || (past && order === 0)) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? 0 : this.#boundInBlock(low - 1, pattern, past);
  }

  /** Compares the first row of a block with `pattern`, as far as both go. */
  #compareFirst(block: number, pattern: Uint16Array): number {
    const at = this.#starts[block]!;
    const most = Math.min(this.#codes[block * BLOCK_ROWS]! & CODES, pattern.length);
    for (let i = 0; i < most; i++) {
      const difference = this.#units[at + i]! - pattern[i]!;
      if (difference !== 0) return difference;
    }
    return 0;
  }

  /** `#bound` in a block whose first row lies before the bound. */
  #boundInBlock(block: number, pattern: Uint16Array, past: boolean): number {
    const end = Math.min(this.#rows, (block + 1) * BLOCK_ROWS);
    let at = this.#starts[block]!;
    /** How many units the row before shares with the pattern, and whether they are all that one of the two has. */
    let agreed = 0;
    let isSame = false;
    for (let row = block * BLOCK_ROWS; row < end; row++) {
      const code = this.#codes[row]!;
      const shared = code >>> CODE_BITS;
      const written = code & CODES;
      // The row differs from the row before within what that shared with the pattern, so it is above both.
      if (shared < agreed) return row;
      if (shared === agreed && !isSame) {
        const most = Math.min(written, pattern.length - shared);
        let i = 0;
        while (i < most && this.#units[at + i] === pattern[agreed + i]) i++;
        isSame = i === most;
        if (isSame ? !past : this.#units[at + i]! > pattern[agreed + i]!) return row;
        agreed += i;
      }
      at += written;
    }
    return end;
  }
}
