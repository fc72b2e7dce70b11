/**
 * Bytes that are read by position: a file with checksums, or memory in tests.
 * `read` copies `length` bytes from `position` on into `target`, starting at index `at` of it. Without `length` and
 * `at` it fills all of `target`. It throws `CorruptIndexError` if the bytes are damaged.
 */
export interface ByteSource {
  readonly size: number;
  read(position: number, target: Uint8Array, length?: number, at?: number): void;
  /** Whether the bytes at `position` were read before, so that reading them again most likely needs no disk. */
  isNear(position: number): boolean;
  /** Reads all of it once. @throws CorruptIndexError if any of it is damaged */
  verify(): void;
  /**
   * Reads and verifies a part that was not read yet. Returns whether there is more.
   * @throws CorruptIndexError if that part is damaged
   */
  verifyNext(): boolean;
  close(): void;
}

/** The stored index is damaged and cannot be trusted. The remedy is to rebuild it from the corpus. */
export class CorruptIndexError extends Error {
  override readonly name = 'CorruptIndexError';
}

/** `bytes` in memory as a source. It needs no closing. */
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
