import { textOf } from '../../text/units.ts';

/** Finds idioms at positions of one text. */
export interface IdiomFinder {
  /**
   * Whether an idiom may begin with the two units at `start`. Never wrong where it says no; now and then it says yes
   * where no idiom begins so.
   */
  mayBeginAt(start: number): boolean;
  /** The length of the idiom at `start` that is of a length in `[shortest, longest]`, the longest one; 0 if there is none. */
  lengthAt(start: number, shortest: number, longest: number): number;
}

/** Makes a finder of `idioms` in `text`. Idioms have four units or more. */
export function idiomFinder(idioms: ReadonlySet<string>, text: Uint16Array): IdiomFinder {
  const { longestIdiom, pairs, heads } = shapeOf(idioms);
  return {
    mayBeginAt: start => pairs[pairOf(text[start]!, text[start + 1]!)] === 1,
    lengthAt(start, shortest, longest) {
      if (heads[headOf(text[start]!, text[start + 1]!, text[start + 2]!, text[start + 3]!)] === 0) return 0;
      for (let length = Math.min(longest, longestIdiom); length >= shortest; length--) {
        if (idioms.has(textOf(text.subarray(start, start + length)))) return length;
      }
      return 0;
    },
  };
}

/** How idioms begin. Few places have an idiom, and for nearly all others this is enough to tell that they have none. */
interface IdiomShape {
  readonly longestIdiom: number;
  /** 1 where some idiom begins so: at `pairOf` its first two units, at `headOf` its first four. */
  readonly pairs: Uint8Array;
  readonly heads: Uint8Array;
}

const shapes = new WeakMap<ReadonlySet<string>, IdiomShape>();

/** The shape of a set of idioms, made once for all segments. */
function shapeOf(idioms: ReadonlySet<string>): IdiomShape {
  let shape = shapes.get(idioms);
  if (shape === undefined) {
    let longestIdiom = 0;
    const pairs = new Uint8Array(NUMBERS);
    const heads = new Uint8Array(NUMBERS);
    for (const idiom of idioms) {
      longestIdiom = Math.max(longestIdiom, idiom.length);
      const [first, second] = [idiom.charCodeAt(0), idiom.charCodeAt(1)];
      pairs[pairOf(first, second)] = 1;
      heads[headOf(first, second, idiom.charCodeAt(2), idiom.charCodeAt(3))] = 1;
    }
    shape = { longestIdiom, pairs, heads };
    shapes.set(idioms, shape);
  }
  return shape;
}

const NUMBER_BITS = 20;
const NUMBERS = 1 << NUMBER_BITS;

/** A number below `NUMBERS` for two units. Other pairs may have the same number. */
function pairOf(first: number, second: number): number {
  return (first ^ (second << 5)) & (NUMBERS - 1);
}

/** A number below `NUMBERS` for four units. Others may have the same number. */
function headOf(first: number, second: number, third: number, fourth: number): number {
  return (
    Math.imul((first << 16) ^ second ^ Math.imul((third << 16) ^ fourth, 0x85ebca6b), 0x9e3779b1) >>> (32 - NUMBER_BITS)
  );
}
