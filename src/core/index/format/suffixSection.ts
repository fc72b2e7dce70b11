import { TOP_STRIDE } from './topTable.ts';

/**
 * The suffix array as a segment keeps it: blocks of `TOP_STRIDE` entries of three bytes, from one row of the top table to the next, each but the
 * last followed by its separators. A separator is the shortest text that is above all suffixes before a rank and a beginning of the one at it, as
 * in prefix B-trees (R. Bayer, K. Unterauer, ACM Transactions on Database Systems 2, 1977): it tells on which side a pattern lies without
 * a look at any text. Only its last unit is written; those before it are units of one of the two rows.
 */
export const ENTRY_BYTES = 3;
/** Of a block, at most. */
export const SEPARATORS = 3;
export const SEPARATOR_BYTES = 3;
/** Bytes of all separators of a block. */
export const SEPARATORS_BYTES = SEPARATORS * SEPARATOR_BYTES;
const BLOCK_BYTES = TOP_STRIDE * ENTRY_BYTES + SEPARATORS_BYTES;

/** Where the entry of `rank` lies in the section. */
export function entryOffset(rank: number): number {
  return Math.floor(rank / TOP_STRIDE) * BLOCK_BYTES + (rank % TOP_STRIDE) * ENTRY_BYTES;
}

/** Bytes from the entry of rank `from` to the end of that before rank `to`. */
export function bytesBetween(from: number, to: number): number {
  return to > from ? entryOffset(to - 1) + ENTRY_BYTES - entryOffset(from) : 0;
}

/** The entry at byte `at`. */
export function entryAt(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16);
}

/** Where the units of a separator before its last are found. */
export const SeparatorKind = {
  /** They are what the two rows share. */
  shared: 0,
  /** One unit more of the lower row. */
  lower: 1,
  /** One unit more of the upper row. */
  upper: 2,
  /** Two units more of the lower row. */
  lowerByTwo: 3,
} as const;

/** By kind. */
const DEEPER = [0, 1, 1, 2];

export interface Separator {
  /** The first suffix not below it, counted from the beginning of the block; not the first of all. */
  readonly index: number;
  /** Units before the last that are more than the rows share. */
  readonly deeper: number;
  /** Those are of the upper row. */
  readonly isUpper: boolean;
  /** Its last unit. */
  readonly unit: number;
}

const KIND_SHIFT = 22;
const INDEX_SHIFT = 16;
const INDEX_MASK = TOP_STRIDE - 1;
const UNIT_BITS = 16;
const UNIT_MASK = (1 << UNIT_BITS) - 1;

/** Writes a separator to byte `at`, but for its unit. */
export function writeSeparator(bytes: Uint8Array, at: number, kind: number, index: number): void {
  bytes[at + 2] = ((kind << KIND_SHIFT) | (index << INDEX_SHIFT)) >>> UNIT_BITS;
}

export function writeUnit(bytes: Uint8Array, at: number, unit: number): void {
  bytes[at] = unit;
  bytes[at + 1] = unit >>> 8;
}

/** The separator at byte `at`; `undefined` if none is written there. */
export function separatorAt(bytes: Uint8Array, at: number): Separator | undefined {
  const code = entryAt(bytes, at);
  if (code === 0) return undefined;
  const kind = code >>> KIND_SHIFT;
  return {
    index: (code >>> INDEX_SHIFT) & INDEX_MASK,
    deeper: DEEPER[kind]!,
    isUpper: kind === SeparatorKind.upper,
    unit: code & UNIT_MASK,
  };
}

/** Where in a block its separators are written, one after the other. */
export function separatorOffset(which: number): number {
  return TOP_STRIDE * ENTRY_BYTES + which * SEPARATOR_BYTES;
}
