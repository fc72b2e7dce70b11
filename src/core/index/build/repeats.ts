/** What mining asks of each suffix, by rank: read in order, where the text would be read all over. */
export interface SuffixFacts {
  /** Of `sortSuffixes`. */
  readonly agreement: Uint8Array;
  /** 1 where a clause mark, or nothing, stands before the suffix. */
  readonly afterEdge: Uint8Array;
}

/**
 * The intervals of suffixes that begin alike (M. I. Abouelhoda, S. Kurtz, E. Ohlebusch, "Replacing suffix trees with
 * enhanced suffix arrays", J. Discrete Algorithms 2, 2004), each with the lengths that are its own: the interval around it
 * agrees in fewer than `shortest` units, its suffixes in `longest`. Only lengths in `[minLength, maxLength]`.
 * @param agreement of `sortSuffixes`, with a limit of `maxLength` or more
 */
export function forEachRepeat(
  agreement: Uint8Array,
  { minLength, maxLength }: { readonly minLength: number; readonly maxLength: number },
  visit: (from: number, to: number, shortest: number, longest: number) => void,
): void {
  const suffixes = agreement.length - 1;
  // Where the intervals that are open begin, and their lengths, outermost first; the first holds all there is.
  const froms = new Int32Array(maxLength + 1);
  const lengths = new Int32Array(maxLength + 1);
  lengths[0] = minLength - 1;
  let open = 0;
  for (let i = 1; i <= suffixes; i++) {
    const shared = Math.max(minLength - 1, Math.min(agreement[i]!, maxLength));
    let from = i - 1;
    while (lengths[open]! > shared) {
      from = froms[open]!;
      const length = lengths[open--]!;
      visit(from, i, Math.max(shared, lengths[open]!) + 1, length);
    }
    if (lengths[open]! < shared) {
      froms[++open] = from;
      lengths[open] = shared;
    }
  }
}
