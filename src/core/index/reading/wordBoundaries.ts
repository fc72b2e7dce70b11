import type { ByteSource } from '../format/byteSource.ts';
import { LineCache } from '../format/lineCache.ts';
import type { SectionEntry } from '../format/segmentFormat.ts';

/** Bytes in half a line, which are the bits of 256 units, and number of lines kept, as powers of two. Together they take 64 kilobytes. */
const STEP_BITS = 5;
const SLOT_BITS = 10;

/** Where words start in a segment's text: one bit a unit, read by position. */
export class WordBoundaries {
  readonly #source: ByteSource;
  readonly #section: SectionEntry;
  readonly #characters: number;
  readonly #lines: LineCache;

  /** @param characters units of the segment's text */
  constructor(source: ByteSource, section: SectionEntry, characters: number) {
    this.#source = source;
    this.#section = section;
    this.#characters = characters;
    this.#lines = new LineCache(source, section, STEP_BITS, SLOT_BITS);
  }

  /** Whether a word starts at `position`; false beyond either end of the text. */
  isStart(position: number): boolean {
    if (position < 0 || position >= this.#characters) return false;
    return (this.#lines.bytes[this.#lines.find(position >>> 3, 1)]! & (1 << (position & 7))) !== 0;
  }

  /** Whether a word starts at each of the `length` units from `position` on; false beyond either end of the text. */
  starts(position: number, length: number): boolean[] {
    const starts: boolean[] = [];
    for (let at = position; at < position + length; at++) starts.push(this.isStart(at));
    return starts;
  }

  /**
   * The bits of `length` units from `start` on, one a unit, beginning with the lowest bit of the first byte. Bits left
   * over in the last byte are 0.
   */
  bits(start: number, length: number): Uint8Array {
    const shift = start & 7;
    const bytes = new Uint8Array(Math.ceil((shift + length) / 8) + 1);
    this.#source.read(this.#section.position + (start >>> 3), bytes.subarray(0, bytes.length - 1));
    const bits = new Uint8Array(Math.ceil(length / 8));
    for (let i = 0; i < bits.length; i++) bits[i] = (bytes[i]! >>> shift) | (bytes[i + 1]! << (8 - shift));
    const tail = length & 7;
    if (tail > 0) bits[bits.length - 1]! &= (1 << tail) - 1;
    return bits;
  }
}
