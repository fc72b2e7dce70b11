import {
  bytesBetween,
  entryOffset,
  SEPARATORS,
  SeparatorKind,
  separatorOffset,
  writeSeparator,
} from '../format/suffixSection.ts';
import { TOP_STRIDE, TOP_WIDTH } from '../format/topTable.ts';

/** For a suffix before which no separator can be written. */
const NONE = -1;

/**
 * The suffix array as `format/suffixSection.ts` describes it, in the memory of `sa`, of which nothing is left.
 * @param agreement of `agreementsOf`, with a limit above `TOP_WIDTH`
 */
export function packSuffixes(text: Uint16Array, sa: Int32Array, agreement: Uint8Array): Uint8Array {
  // A block takes less than the numbers it is made of, so that none is overwritten before it was read.
  const bytes = new Uint8Array(sa.buffer, sa.byteOffset, bytesBetween(0, sa.length));
  const kinds = new Int8Array(TOP_STRIDE);
  const cuts = new Uint8Array(SEPARATORS + 2);
  const units = new Uint16Array(SEPARATORS);
  for (let from = 0; from < sa.length; from += TOP_STRIDE) {
    const to = Math.min(from + TOP_STRIDE, sa.length);
    const start = entryOffset(from);
    let found = 0;
    if (to < sa.length) {
      findKinds(agreement, from, kinds);
      found = cutEvenly(kinds, cuts);
      for (let i = 0; i < found; i++) {
        const rank = from + cuts[i + 1]!;
        units[i] = text[sa[rank]! + agreement[rank]!]!;
      }
    }
    for (let rank = from, at = start; rank < to; rank++) {
      const position = sa[rank]!;
      bytes[at++] = position;
      bytes[at++] = position >>> 8;
      bytes[at++] = position >>> 16;
    }
    if (to === sa.length) break;
    bytes.fill(0, start + separatorOffset(found), entryOffset(to));
    for (let i = 0; i < found; i++) {
      const index = cuts[i + 1]!;
      writeSeparator(bytes, start + separatorOffset(i), kinds[index]!, index, units[i]!);
    }
  }
  return bytes;
}

/**
 * Of each suffix of the block from rank `from` on but the first, what kind of separator stands before it. It shares as much with a row as any two
 * neighbours on the way there do at the least: more than the rows only before the first two that do not, or behind the last.
 */
function findKinds(agreement: Uint8Array, from: number, kinds: Int8Array): void {
  const end = from + TOP_STRIDE;
  let shared = TOP_WIDTH;
  for (let rank = from + 1; rank <= end; rank++) shared = Math.min(shared, agreement[rank]!);
  let deepest = Math.min(TOP_WIDTH - shared, 2);
  let first = 1;
  for (; first < TOP_STRIDE && agreement[from + first]! > shared; first++) {
    const deeper = agreement[from + first]! - shared;
    if (deeper > deepest) {
      kinds[first] = NONE;
    } else {
      kinds[first] = deeper === 1 ? SeparatorKind.lower : SeparatorKind.lowerByTwo;
      deepest = deeper;
    }
  }
  let last = TOP_STRIDE - 1;
  if (agreement[end]! > shared) {
    const deeper = shared < TOP_WIDTH ? shared + 1 : NONE;
    for (; last >= first && agreement[from + last]! > shared; last--) {
      kinds[last] = agreement[from + last] === deeper ? SeparatorKind.upper : NONE;
    }
  }
  for (let i = first; i <= last; i++) kinds[i] = agreement[from + i] === shared ? SeparatorKind.shared : NONE;
}

/**
 * Leaves in `cuts`, ascending behind a 0 and before `TOP_STRIDE`, where separators part the block most evenly.
 * @returns their number
 */
function cutEvenly(kinds: Int8Array, cuts: Uint8Array): number {
  cuts[1] = TOP_STRIDE;
  for (let found = 0; found < SEPARATORS; found++) {
    let gap = 1;
    for (let i = 2; i <= found + 1; i++) if (cuts[i]! - cuts[i - 1]! > cuts[gap]! - cuts[gap - 1]!) gap = i;
    const cut = middlemost(kinds, cuts[gap - 1]!, cuts[gap]!);
    if (cut === NONE) return found;
    for (let i = found + 2; i > gap; i--) cuts[i] = cuts[i - 1]!;
    cuts[gap] = cut;
  }
  return SEPARATORS;
}

/** The suffix nearest to the middle of `(low, high)` that has a separator, or `NONE`. */
function middlemost(kinds: Int8Array, low: number, high: number): number {
  const middle = (low + high) >>> 1;
  for (let away = 0; away <= high - middle; away++) {
    if (middle - away > low && kinds[middle - away] !== NONE) return middle - away;
    if (middle + away < high && kinds[middle + away] !== NONE) return middle + away;
  }
  return NONE;
}
