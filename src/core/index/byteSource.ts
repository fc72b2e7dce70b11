/**
 * Bytes that are read by position: a checksummed file, or memory in tests.
 * `read` fills `length` bytes of `target` from its byte `at` on (all of it, if neither is said) from `position` or throws `CorruptIndexError`.
 */
export interface ByteSource {
  readonly size: number;
  read(position: number, target: Uint8Array, length?: number, at?: number): void;
  /** Whether what lies at `position` was read before, so that to read it again will hardly take the time of a disk. */
  isNear(position: number): boolean;
  /** Reads all of it once. @throws CorruptIndexError if any of it is damaged */
  verify(): void;
  /** Reads some that was not read yet. Returns whether there is more. @throws CorruptIndexError as `verify` */
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
