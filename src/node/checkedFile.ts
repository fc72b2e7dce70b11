import { closeSync, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { crc32 } from 'node:zlib';
import { RecentMap } from '../core/collections/recentMap.ts';
import { type ByteSource, CorruptIndexError } from '../core/index/format/byteSource.ts';
import { SEGMENT_MAGIC } from '../core/index/format/segmentFormat.ts';

/** Number of bytes that share a checksum. */
export const BLOCK_BYTES = 16 * 1024;
/** Number of blocks verified in one step, which takes less than a millisecond on a fast disk. */
const BLOCKS_AT_ONCE = 16;
/** CRC of the sums, number of blocks, magic. */
const FOOTER_BYTES = 12;

/**
 * Blocks that this process has verified, by file and its state: the index is reopened after each commit, and most of its files are the
 * same.
 */
const verifiedBefore = new RecentMap<string, Uint8Array>(64);
/** Two changes of a file that are further apart than this get different times in any file system. */
const SURELY_LATER_MS = 3000;

/** The verification marks of a file's blocks; those of an earlier opening if the file has not changed since. */
function marksOf(path: string, { ino, mtimeMs, size }: Stats, blocks: number): Uint8Array {
  if (Date.now() - mtimeMs < SURELY_LATER_MS) return new Uint8Array(blocks);
  const state = `${path} ${ino} ${mtimeMs} ${size}`;
  return verifiedBefore.refreshOrMake(state, () => new Uint8Array(blocks));
}

/** Number of neighbouring blocks that are read and verified together: one read takes little longer for it, and many are saved. */
const BLOCKS_TOGETHER = 2;
/** Buffer for blocks under verification, reused because opening an index verifies a thousand of them. */
const blockBytes = new Uint8Array(BLOCKS_TOGETHER * BLOCK_BYTES);

/**
 * A file written by `writeCheckedFile`, open for reading. Every 16 KiB block is verified before the first byte of it
 * is handed out, once in this process: later reads of it go straight to the file.
 */
export class CheckedFile implements ByteSource {
  readonly size: number;
  readonly #path: string;
  readonly #file: number;
  readonly #sums: Uint32Array;
  readonly #verified: Uint8Array;

  /** @throws CorruptIndexError if the file is cut short or its checksums are damaged; the system's error if it cannot be opened */
  constructor(path: string) {
    this.#path = path;
    this.#file = openSync(path, 'r');
    try {
      const stats = fstatSync(this.#file);
      const total = stats.size;
      if (total < FOOTER_BYTES) throw this.#corrupt('too short');
      const footer = new Uint32Array(3);
      this.#readAt(total - FOOTER_BYTES, new Uint8Array(footer.buffer));
      const [tableSum, blocks, magic] = footer as unknown as [number, number, number];
      this.size = total - FOOTER_BYTES - blocks * 4;
      if (magic !== SEGMENT_MAGIC || this.size < 0 || Math.ceil(this.size / BLOCK_BYTES) !== blocks) {
        throw this.#corrupt('no checksums');
      }
      this.#sums = new Uint32Array(blocks);
      const table = new Uint8Array(this.#sums.buffer);
      this.#readAt(this.size, table);
      if (crc32(table) !== tableSum) throw this.#corrupt('damaged checksums');
      this.#verified = marksOf(path, stats, blocks);
    } catch (error) {
      closeSync(this.#file);
      throw error;
    }
  }

  read(position: number, target: Uint8Array, length = target.length, at = 0): void {
    if (length === 0) return;
    const last = position + length - 1;
    if (last >= this.size) throw this.#corrupt(`read past the end at ${position}`);
    let held: number | undefined;
    for (let block = Math.floor(position / BLOCK_BYTES); block * BLOCK_BYTES <= last; block++) {
      if (this.#verified[block] === 0) held = this.#verify(block);
    }
    if (held !== undefined && position >= held && last < held + blockBytes.length) {
      target.set(blockBytes.subarray(position - held, position - held + length), at);
    } else {
      this.#readAt(position, target, length, at);
    }
  }

  isNear(position: number): boolean {
    return this.#verified[Math.floor(position / BLOCK_BYTES)] === 1;
  }

  verify(): void {
    while (this.verifyNext());
  }

  verifyNext(): boolean {
    for (let verified = 0; verified < BLOCKS_AT_ONCE; verified++) {
      const block = this.#verified.indexOf(0);
      if (block < 0) return false;
      this.#verify(block);
    }
    return true;
  }

  close(): void {
    closeSync(this.#file);
  }

  /**
   * Verifies a block together with its neighbours, whose damage is reported when they are needed.
   * @returns the file offset of the bytes that are now in `blockBytes`
   */
  #verify(block: number): number {
    const first = block - (block % BLOCKS_TOGETHER);
    const start = first * BLOCK_BYTES;
    const bytes = blockBytes.subarray(0, Math.min(blockBytes.length, this.size - start));
    this.#readAt(start, bytes);
    for (let at = 0; at < bytes.length; at += BLOCK_BYTES) {
      const index = first + at / BLOCK_BYTES;
      if (this.#verified[index] === 1) continue;
      if (crc32(bytes.subarray(at, at + BLOCK_BYTES)) === this.#sums[index]) this.#verified[index] = 1;
    }
    if (this.#verified[block] === 0) throw this.#corrupt(`damaged block ${block}`);
    return start;
  }

  #readAt(position: number, target: Uint8Array, length = target.length, at = 0): void {
    for (let read = 0; read < length; ) {
      const got = readSync(this.#file, target, at + read, length - read, position + read);
      if (got === 0) throw this.#corrupt('unexpected end');
      read += got;
    }
  }

  #corrupt(reason: string): CorruptIndexError {
    return new CorruptIndexError(`${this.#path}: ${reason}`);
  }
}
