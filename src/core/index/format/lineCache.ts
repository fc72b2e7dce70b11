import type { ByteSource } from './byteSource.ts';

/**
 * A part of a file that is read in short lines, the latest of which are kept. Each line overlaps half of the next, so a
 * stretch of up to half a line lies within one line wherever it begins. Reading a place and then what is near it takes
 * one read.
 */
export class LineCache {
  /** The bytes of the lines that are kept; each line starts at a multiple of twice the step. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly #source: ByteSource;
  readonly #position: number;
  readonly #length: number;
  readonly #stepBits: number;
  /** Which line is in each slot, -1 for none. */
  readonly #lines: Int32Array;

  /**
   * @param stepBits bytes from the start of one line to that of the next, as a power of two
   * @param slotBits lines kept at most, as a power of two
   */
  constructor(
    source: ByteSource,
    part: { readonly position: number; readonly length: number },
    stepBits: number,
    slotBits: number,
  ) {
    this.#source = source;
    this.#position = part.position;
    this.#length = part.length;
    this.#stepBits = stepBits;
    let slots = 1;
    while (slots < 1 << slotBits && slots << stepBits < part.length) slots *= 2;
    this.#lines = new Int32Array(slots).fill(-1);
    this.bytes = new Uint8Array(slots << (stepBits + 1));
  }

  /**
   * Finds the `length` bytes from `at` on, counted from the start of the part, and reads the line they lie in if need
   * be. Returns their index in `bytes`, valid until the next call. At the end of the part there may be fewer.
   * @param length one step at most
   */
  find(at: number, length = 1 << this.#stepBits): number {
    const line = at >>> this.#stepBits;
    const within = at - (line << this.#stepBits);
    const slot = line & (this.#lines.length - 1);
    const start = slot << (this.#stepBits + 1);
    if (this.#lines[slot] !== line) {
      const known = this.#inLineBefore(line, within, length);
      if (known !== undefined) return known;
      this.#readLine(line, slot, start);
    }
    return start + within;
  }

  /** The index in `bytes` of those `length` bytes in the second half of the line before, if that line is kept and has all of them. */
  #inLineBefore(line: number, within: number, length: number): number | undefined {
    const before = line - 1;
    const slot = before & (this.#lines.length - 1);
    if (line === 0 || within + length > 1 << this.#stepBits || this.#lines[slot] !== before) return undefined;
    return (slot << (this.#stepBits + 1)) + (1 << this.#stepBits) + within;
  }

  #readLine(line: number, slot: number, start: number): void {
    const from = line << this.#stepBits;
    const length = Math.min(2 << this.#stepBits, this.#length - from);
    this.#lines[slot] = -1; // nothing, should the read fail
    this.#source.read(this.#position + from, this.bytes, length, start);
    this.#lines[slot] = line;
  }
}
