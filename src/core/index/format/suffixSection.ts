import { TOP_STRIDE } from './topTable.ts';

/**
 * The suffix array as a segment keeps it: blocks of `TOP_STRIDE` entries of three bytes. A block begins with a row of
 * the top table and goes up to the next row. Each block but the last is followed by its separators.
 * A separator stands before one of the suffixes of a block. It is the shortest text that is above all suffixes before
 * that one and a beginning of that one, as in prefix B-trees (R. Bayer, K. Unterauer, ACM Transactions on Database
 * Systems 2, 1977). Comparing a pattern with it tells on which side the pattern lies, without reading any text. Only
 * its last unit is written; the units before it are those of one of the two rows around the block.
 */
export const ENTRY_BYTES = 3;
/** Separators of a block at most. */
export const SEPARATORS = 3;
export const SEPARATOR_BYTES = 3;
/** Bytes of all separators of a block. */
export const SEPARATORS_BYTES = SEPARATORS * SEPARATOR_BYTES;
const BLOCK_BYTES = TOP_STRIDE * ENTRY_BYTES + SEPARATORS_BYTES;

/** Where the entry of `rank` lies in the section. */
export function entryOffset(rank: number): number {
  return Math.floor(rank / TOP_STRIDE) * BLOCK_BYTES + (rank % TOP_STRIDE) * ENTRY_BYTES;
}

/** Number of bytes from the start of the entry of rank `from` to the end of the entry of rank `to - 1`; 0 if there is none. */
export function bytesBetween(from: number, to: number): number {
  return to > from ? entryOffset(to - 1) + ENTRY_BYTES - entryOffset(from) : 0;
}

/** The entry that begins at byte `at`: where a suffix begins in the text. */
export function entryAt(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16);
}

/** Where the units of a separator before its last one are found. */
export const SeparatorKind = {
  /** They are the units that the two rows share. */
  shared: 0,
  /** They are those, and one more unit of the lower row. */
  lower: 1,
  /** They are those, and one more unit of the upper row. */
  upper: 2,
  /** They are those, and two more units of the lower row. */
  lowerByTwo: 3,
} as const;

/** `Separator.deeper` of each kind. */
const DEEPER = [0, 1, 1, 2];

/** A separator, decoded. */
export interface Separator {
  /** The suffix it stands before, counted from the start of the block: the first suffix that is not below it. Never 0. */
  readonly index: number;
  /** How many units before its last one it has beyond those that the rows share. */
  readonly deeper: number;
  /** Whether those units are of the upper row. */
  readonly isUpper: boolean;
  /** Its last unit. */
  readonly unit: number;
}

const KIND_SHIFT = 22;
const INDEX_SHIFT = 16;
const INDEX_MASK = TOP_STRIDE - 1;
const UNIT_BITS = 16;
const UNIT_MASK = (1 << UNIT_BITS) - 1;

/** Writes a separator to byte `at`, except for its last unit. */
export function writeSeparator(bytes: Uint8Array, at: number, kind: number, index: number): void {
  bytes[at + 2] = ((kind << KIND_SHIFT) | (index << INDEX_SHIFT)) >>> UNIT_BITS;
}

/** Writes the last unit of the separator at byte `at`. */
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

/** Where in a block separator `which` (from 0) is written. */
export function separatorOffset(which: number): number {
  return TOP_STRIDE * ENTRY_BYTES + which * SEPARATOR_BYTES;
}
