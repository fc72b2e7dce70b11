import type { ByteSource } from '../format/byteSource.ts';
import { LineCache } from '../format/lineCache.ts';

/** Units in half a line, and number of lines kept, as powers of two. Together they take half a megabyte. */
const STEP_BITS = 6;
const SLOT_BITS = 11;
/** Stretches longer than half a line are read past the cache, into a buffer that grows up to this many units. */
const MAX_SCRATCH_UNITS = 1 << 16;

/** The text of a segment, read by position. */
export class TextLines {
  readonly #source: ByteSource;
  readonly #position: number;
  readonly #characters: number;
  readonly #lines: LineCache;
  readonly #units: Uint16Array;
  #scratch = new Uint16Array(512);

  /** @param position of the text in `source`, in bytes */
  constructor(source: ByteSource, position: number, characters: number) {
    this.#source = source;
    this.#position = position;
    this.#characters = characters;
    this.#lines = new LineCache(source, { position, length: characters * 2 }, STEP_BITS + 1, SLOT_BITS);
    this.#units = new Uint16Array(this.#lines.bytes.buffer);
  }

  /** At most `length` units from `position`, fewer at the end of the text, in a buffer that a later call overwrites. */
  units(position: number, length: number): Uint16Array {
    const count = Math.max(0, Math.min(length, this.#characters - position));
    if (count > 1 << STEP_BITS || count === 0) return this.#readLong(position, count);
    const at = this.#lines.find(position * 2, count * 2) >>> 1;
    return this.#units.subarray(at, at + count);
  }

  /** Copies what `units` would give into `target`, from index `at` on. Returns how many units there are. */
  copy(position: number, length: number, target: Uint16Array, at: number): number {
    const count = Math.max(0, Math.min(length, this.#characters - position));
    for (let done = 0; done < count; done += 1 << STEP_BITS) {
      const part = Math.min(count - done, 1 << STEP_BITS);
      const from = this.#lines.find((position + done) * 2, part * 2) >>> 1;
      for (let i = 0; i < part; i++) target[at + done + i] = this.#units[from + i]!;
    }
    return count;
  }

  /** Whether the unit at `position` was read before, see `ByteSource.isNear`. */
  isNear(position: number): boolean {
    return this.#source.isNear(this.#position + position * 2);
  }

  /**
   * Compares the text at `position`, cut to the length of `pattern`, with `pattern`: below 0 if it is below, 0 if
   * equal, above 0 if above.
   */
  compare(position: number, pattern: Uint16Array): number {
    const short = pattern.length <= 1 << STEP_BITS;
    const units = short ? this.#units : this.#readLong(position, Math.min(pattern.length, this.#characters - position));
    const count = Math.min(pattern.length, this.#characters - position);
    const at = short ? this.#lines.find(position * 2, count * 2) >>> 1 : 0;
    for (let i = 0; i < count; i++) {
      const difference = units[at + i]! - pattern[i]!;
      if (difference !== 0) return difference;
    }
    return count - pattern.length;
  }

  #readLong(position: number, count: number): Uint16Array {
    if (count > MAX_SCRATCH_UNITS) {
      const units = new Uint16Array(count);
      this.#source.read(this.#position + position * 2, new Uint8Array(units.buffer));
      return units;
    }
    if (count > this.#scratch.length) this.#scratch = new Uint16Array(count * 2);
    this.#source.read(this.#position + position * 2, new Uint8Array(this.#scratch.buffer), count * 2);
    return this.#scratch.subarray(0, count);
  }
}
