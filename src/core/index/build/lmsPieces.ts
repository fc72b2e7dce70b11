/** A key has at least and at most so many symbols behind its first. */
export const LEAST_KEY = 3;
export const MOST_KEY = 16;
/** Distance of the cuts in a long substring. The last piece of it has two symbols or more, as every LMS substring has. */
const STRIDE = MOST_KEY - 1;

/**
 * The LMS substrings of a text (see `placeLmsSuffixes`), the long ones cut into pieces.
 * The key of a piece is what pieces are sorted by: its symbols from its start to the next LMS position or cut, but at
 * least `LEAST_KEY` behind the first, and the type (S or L) of the suffix at the last of them. A key tells how long its
 * piece is, so behind pieces with equal keys the next pieces begin at the same distance. If two keys agree as far as
 * the shorter one goes, the longer one sorts first: it has an L-type suffix where the shorter one ends with an S-type
 * suffix.
 */
export interface LmsPieces {
  /** Where pieces start: ascending, at least two apart. A start that is a cut and no LMS position is given as its complement. */
  readonly starts: Int32Array;
  /** For each piece, twice the number of symbols of its key behind the first, plus one if the suffix at the last of them is S-type. */
  readonly shapes: Uint8Array;
  /** Number of LMS suffixes that begin with each symbol. */
  readonly lmsCounts: Int32Array;
}

/**
 * Finds the pieces of a text in one pass from its end.
 * @param s `length` symbols, and zeros behind them
 */
export function lmsPieces(s: Uint16Array, length: number, alphabet: number): LmsPieces {
  const starts = new Int32Array(length >>> 1);
  const shapes = new Uint8Array(length >>> 1);
  const lmsCounts = new Int32Array(alphabet);
  let from = starts.length;
  let isS = false;
  let following = s[length - 1]!;
  let end = length;
  // Where suffixes begin to be L-type: in the substring that the pass is in, and in the substring behind it.
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

/** The shape of a piece that ends at `end`, an LMS position or the end of the text. Behind it, suffixes are L-type from `nextL` on. */
function shapeOf(start: number, end: number, length: number, nextL: number): number {
  const size = end - start;
  if (size >= LEAST_KEY) return (size << 1) | (end < length ? 1 : 0);
  return (LEAST_KEY << 1) | (end < length && end + 1 < nextL ? 1 : 0);
}
