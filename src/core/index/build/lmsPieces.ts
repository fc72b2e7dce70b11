/** Symbols of a key behind its first, at least and at most. */
export const LEAST_KEY = 3;
export const MOST_KEY = 16;
/** How far apart a long substring is cut: what is left is no shorter than two, as substrings are. */
const STRIDE = MOST_KEY - 1;

/**
 * The LMS substrings of a text, the long ones cut. The key of a piece, the symbols from its start on and the type of the suffix at the last of them, says
 * how long the piece is: that of an LMS substring goes up to the next LMS position, or three symbols on if that is nearer. So pieces of equal keys are followed by
 * the next piece at the same distance, and of two keys that agree the longer comes first: it has an L-type suffix where the other has an S-type one.
 */
export interface LmsPieces {
  /** Ascending, at least two apart; the complement of one that is a cut and no LMS position. */
  readonly starts: Int32Array;
  /** Twice the number of symbols of the key behind its first, and one more if the suffix at the last of them is S-type. */
  readonly shapes: Uint8Array;
  /** LMS suffixes by their first symbol. */
  readonly lmsCounts: Int32Array;
}

/** @param s `length` symbols, and zeros behind them */
export function lmsPieces(s: Uint16Array, length: number, alphabet: number): LmsPieces {
  const starts = new Int32Array(length >>> 1);
  const shapes = new Uint8Array(length >>> 1);
  const lmsCounts = new Int32Array(alphabet);
  let from = starts.length;
  let isS = false;
  let following = s[length - 1]!;
  let end = length;
  // Where the suffixes begin to be L-type: in the substring that the sweep is in, and in the one behind it.
  let firstL = length - 1;
  let nextL = length;
  for (let i = length - 2; i >= 0; i--) {
    const symbol = s[i]!;
    if (symbol < following) {
      if (!isS) {
        nextL = firstL;
        firstL = i + 1;
      }
      isS = true;
    } else if (symbol > following) {
      if (isS) {
        const start = i + 1;
        lmsCounts[following]!++;
        let last = start;
        while (end - last > MOST_KEY) last += STRIDE;
        starts[--from] = last > start ? ~last : start;
        shapes[from] = shapeOf(last, end, length, nextL);
        while (last > start) {
          last -= STRIDE;
          starts[--from] = last > start ? ~last : start;
          shapes[from] = (MOST_KEY << 1) | (last + MOST_KEY < firstL ? 1 : 0);
        }
        end = start;
      }
      isS = false;
    }
    following = symbol;
  }
  return { starts: starts.subarray(from), shapes: shapes.subarray(from), lmsCounts };
}

/** Of the piece up to an LMS position or the end of the text, behind which the suffixes are L-type from `nextL` on. */
function shapeOf(start: number, end: number, length: number, nextL: number): number {
  const size = end - start;
  if (size >= LEAST_KEY) return (size << 1) | (end < length ? 1 : 0);
  return (LEAST_KEY << 1) | (end < length && end + 1 < nextL ? 1 : 0);
}
