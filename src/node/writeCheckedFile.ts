import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { SEGMENT_MAGIC } from '../core/index/format/segmentFormat.ts';
import { BLOCK_BYTES } from './checkedFile.ts';

/**
 * Writes `chunks` and their checksums to `path` so that the file is either whole or not there: temporary name in the
 * same folder, flushed, renamed. On any error the temporary file is removed and the error passed on.
 */
export function writeCheckedFile(path: string, chunks: Iterable<Uint8Array>): void {
  const temporary = `${path}.${process.pid}.tmp`;
  const file = openSync(temporary, 'w', 0o600);
  try {
    const sums = new BlockSums();
    for (const chunk of chunks) {
      writeAll(file, chunk);
      sums.add(chunk);
    }
    const table = sums.finish();
    const tableBytes = new Uint8Array(table.buffer);
    writeAll(file, tableBytes);
    writeAll(file, new Uint8Array(Uint32Array.of(crc32(tableBytes), table.length, SEGMENT_MAGIC).buffer));
    fsyncSync(file);
  } catch (error) {
    closeSync(file);
    rmSync(temporary, { force: true });
    throw error;
  }
  closeSync(file);
  try {
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** The CRC of each block of a file that is written in chunks of any length. */
class BlockSums {
  readonly #sums: number[] = [];
  /** CRC and length of the block that is not full yet. */
  #sum = 0;
  #inBlock = 0;

  add(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length; ) {
      const take = Math.min(BLOCK_BYTES - this.#inBlock, chunk.length - at);
      this.#sum = crc32(chunk.subarray(at, at + take), this.#sum);
      at += take;
      this.#inBlock += take;
      if (this.#inBlock === BLOCK_BYTES) this.#endBlock();
    }
  }

  /** To be called at the end of the file: the sums of all its blocks. */
  finish(): Uint32Array<ArrayBuffer> {
    if (this.#inBlock > 0) this.#endBlock();
    return Uint32Array.from(this.#sums);
  }

  #endBlock(): void {
    this.#sums.push(this.#sum);
    this.#sum = 0;
    this.#inBlock = 0;
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at);
}
