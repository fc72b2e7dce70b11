/** Whole numbers from 0 up to 2³² as LEB128: seven bits a byte, the lowest first. */
export class VarintWriter {
  #bytes = new Uint8Array(64);
  #length = 0;

  /** Bytes written until now. */
  get length(): number {
    return this.#length;
  }

  write(value: number): void {
    if (this.#length + MOST_BYTES > this.#bytes.length) {
      const larger = new Uint8Array(2 * this.#bytes.length);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    let rest = value;
    for (; rest >= 0x80; rest >>>= 7) this.#bytes[this.#length++] = rest | 0x80;
    this.#bytes[this.#length++] = rest;
  }

  /** All that was written, in memory of its own. */
  bytes(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }
}

/** The most bytes that one number takes. */
const MOST_BYTES = 5;

/** Reads what a `VarintWriter` wrote, one number after the other. */
export class VarintReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  next(): number {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.#bytes[this.#at++]!;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 0x80;
    }
  }
}
