/** Bytes of one entry of the suffix array. */
export const ENTRY_BYTES = 3;

/** The entry `index` of the part of a suffix array that `bytes` are. */
export function entryAt(bytes: Uint8Array, index: number): number {
  const at = index * ENTRY_BYTES;
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16);
}
