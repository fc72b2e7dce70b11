import {
  bytesBetween,
  entryOffset,
  SEPARATOR_BYTES,
  SEPARATORS,
  SeparatorKind,
  separatorOffset,
  writeSeparator,
  writeUnit,
} from '../format/suffixSection.ts';
import { TOP_STRIDE, TOP_WIDTH } from '../format/topTable.ts';

/** The kind for a suffix before which no separator can be written. */
const NONE = -1;
/** Units that are read together at most. */
const PENDING = 512;

/**
 * Makes the suffix array as `format/suffixSection.ts` describes it. The result lies in the memory of `sa`, which is
 * overwritten.
 * @param agreement of `sortSuffixes`, with a limit above `TOP_WIDTH`
 */
export function packSuffixes(text: Uint16Array, sa: Int32Array, agreement: Uint8Array): Uint8Array {
  // A block takes less room than the numbers it is made of, so no number is overwritten before it was read.
  const bytes = new Uint8Array(sa.buffer, sa.byteOffset, bytesBetween(0, sa.length));
  const kinds = new BlockKinds(agreement);
  const cuts = new Uint8Array(SEPARATORS + 2);
  const units = new PendingUnits(text, bytes);
  for (let from = 0; from < sa.length; from += TOP_STRIDE) {
    const to = Math.min(from + TOP_STRIDE, sa.length);
    let found = 0;
    if (to < sa.length) {
      kinds.load(from);
      found = cutEvenly(kinds, cuts);
    }
    const separators = entryOffset(from) + separatorOffset(0);
    for (let i = 0; i < found; i++) {
      const rank = from + cuts[i + 1]!;
      units.add(sa[rank]! + agreement[rank]!, separators + i * SEPARATOR_BYTES);
    }
    for (let rank = from, at = entryOffset(from); rank < to; rank++) {
      const position = sa[rank]!;
      bytes[at++] = position;
      bytes[at++] = position >>> 8;
      bytes[at++] = position >>> 16;
    }
    if (to === sa.length) break;
    bytes.fill(0, separators, entryOffset(to));
    for (let i = 0; i < found; i++) {
      const index = cuts[i + 1]!;
      writeSeparator(bytes, separators + i * SEPARATOR_BYTES, kinds.at(index), index);
    }
    units.flushIfFull();
  }
  units.flush();
  return bytes;
}

/**
 * The last units of separators that are still to be written. They are read many at a time, so that the processor
 * fetches many places at once.
 */
class PendingUnits {
  readonly #text: Uint16Array;
  readonly #bytes: Uint8Array;
  readonly #places = new Int32Array(PENDING);
  readonly #targets = new Int32Array(PENDING);
  #count = 0;

  constructor(text: Uint16Array, bytes: Uint8Array) {
    this.#text = text;
    this.#bytes = bytes;
  }

  /**
   * @param place where the unit stands in the text
   * @param target where its separator begins in the section
   */
  add(place: number, target: number): void {
    this.#places[this.#count] = place;
    this.#targets[this.#count++] = target;
  }

  /**
   * Writes the units if there is no room for those of another block. The separators added so far must have been
   * written, except for their units.
   */
  flushIfFull(): void {
    if (this.#count > PENDING - SEPARATORS) this.flush();
  }

  flush(): void {
    for (let i = 0; i < this.#count; i++) writeUnit(this.#bytes, this.#targets[i]!, this.#text[this.#places[i]!]!);
    this.#count = 0;
  }
}

/**
 * Tells what kind of separator can stand before each suffix of a block but the first. A suffix shares with a row as
 * many units as any two neighbours on the way to it share at least. It shares more with a row than the two rows share
 * with each other only if it lies before the first pair of neighbours, or behind the last, that share no more than the
 * rows.
 */
class BlockKinds {
  readonly #agreement: Uint8Array;
  /** The kinds for suffixes before `#first` and behind `#last`. For those between, the kind follows from what they share with the suffix before. */
  readonly #kinds = new Int8Array(TOP_STRIDE);
  #from = 0;
  #shared = 0;
  #first = 0;
  #last = 0;

  constructor(agreement: Uint8Array) {
    this.#agreement = agreement;
  }

  /** @param from rank of the first suffix of the block */
  load(from: number): void {
    const agreement = this.#agreement;
    const end = from + TOP_STRIDE;
    let shared = TOP_WIDTH;
    for (let rank = from + 1; rank <= end; rank++) {
      const own = agreement[rank]!;
      if (own < shared) shared = own;
    }
    let deepest = Math.min(TOP_WIDTH - shared, 2);
    let first = 1;
    for (; first < TOP_STRIDE && agreement[from + first]! > shared; first++) {
      const deeper = agreement[from + first]! - shared;
      if (deeper > deepest) {
        this.#kinds[first] = NONE;
      } else {
        this.#kinds[first] = deeper === 1 ? SeparatorKind.lower : SeparatorKind.lowerByTwo;
        deepest = deeper;
      }
    }
    let last = TOP_STRIDE - 1;
    if (agreement[end]! > shared) {
      const deeper = shared < TOP_WIDTH ? shared + 1 : NONE;
      for (; last >= first && agreement[from + last]! > shared; last--) {
        this.#kinds[last] = agreement[from + last] === deeper ? SeparatorKind.upper : NONE;
      }
    }
    this.#from = from;
    this.#shared = shared;
    this.#first = first;
    this.#last = last;
  }

  /** The kind of separator that stands before suffix `index` of the block; `NONE` if none can be written. */
  at(index: number): number {
    if (index < this.#first || index > this.#last) return this.#kinds[index]!;
    return this.#agreement[this.#from + index] === this.#shared ? SeparatorKind.shared : NONE;
  }
}

/**
 * Chooses the separators that part the block most evenly. Writes their indexes into `cuts`, ascending, between a 0 and
 * `TOP_STRIDE`.
 * @returns their number
 */
function cutEvenly(kinds: BlockKinds, cuts: Uint8Array): number {
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
function middlemost(kinds: BlockKinds, low: number, high: number): number {
  const middle = (low + high) >>> 1;
  for (let away = 0; away <= high - middle; away++) {
    if (middle - away > low && kinds.at(middle - away) !== NONE) return middle - away;
    if (middle + away < high && kinds.at(middle + away) !== NONE) return middle + away;
  }
  return NONE;
}
