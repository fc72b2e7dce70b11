/**
 * Bytes that are read by position: a checksummed file, or memory in tests.
 * `read` fills all of `target` from `position` or throws `CorruptIndexError`.
 */
export interface ByteSource {
  readonly size: number;
  read(position: number, target: Uint8Array): void;
  /** Reads all of it once. @throws CorruptIndexError if any of it is damaged */
  verify(): void;
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
    read(position, target) {
      if (position + target.length > bytes.length) throw new CorruptIndexError('read past the end');
      target.set(bytes.subarray(position, position + target.length));
    },
    verify() {},
    close() {},
  };
}
