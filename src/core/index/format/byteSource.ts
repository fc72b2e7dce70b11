/**
 * Bytes that are read by position: a checksummed file, or memory in tests.
 * `read` copies `length` bytes that begin at `position` into `target`, from its byte `at` on; without `length` and `at` it fills all of `target`. It throws
 * `CorruptIndexError` if the bytes are damaged.
 */
export interface ByteSource {
  readonly size: number;
  read(position: number, target: Uint8Array, length?: number, at?: number): void;
  /** Whether the bytes at `position` were read before, so that reading them again most likely needs no disk. */
  isNear(position: number): boolean;
  /** Reads all of it once. @throws CorruptIndexError if any of it is damaged */
  verify(): void;
  /** Reads and verifies a part that was not read yet. Returns whether there is more. @throws CorruptIndexError if that part is damaged */
  verifyNext(): boolean;
  close(): void;
}

/** The stored index cannot be believed; the cure is to rebuild it from the corpus. */
export class CorruptIndexError extends Error {
  override readonly name = 'CorruptIndexError';
}

/** `bytes` as a source; nothing to close. */
export function memorySource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read(position, target, length = target.length, at = 0) {
      if (position + length > bytes.length) throw new CorruptIndexError('read past the end');
      target.set(bytes.subarray(position, position + length), at);
    },
    isNear: () => true,
    verify() {},
    verifyNext: () => false,
    close() {},
  };
}
