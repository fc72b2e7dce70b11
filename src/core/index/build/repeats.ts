/** What mining asks of each suffix, as arrays by rank. They are read in order; asking the text would fetch places from all over it. */
export interface SuffixFacts {
  /** How many units a suffix shares with the one before it, see `SortedSuffixes.agreement`. */
  readonly agreement: Uint8Array;
  /** 1 if a clause mark, or nothing, stands before the suffix, else 0. */
  readonly afterEdge: Uint8Array;
}

/**
 * Visits the repeats of a text: the intervals of suffixes that begin alike (M. I. Abouelhoda, S. Kurtz, E. Ohlebusch,
 * "Replacing suffix trees with enhanced suffix arrays", J. Discrete Algorithms 2, 2004). Each comes with its own
 * lengths `[shortest, longest]`: its suffixes agree in `longest` units, and the next larger interval around it agrees
 * in `shortest - 1`. Only lengths in `[minLength, maxLength]` are visited.
 * @param agreement of `sortSuffixes`, with a limit of `maxLength` or more
 * @param visit receives the ranks `[from, to)` of the interval and its lengths
 */
export function forEachRepeat(
  agreement: Uint8Array,
  { minLength, maxLength }: { readonly minLength: number; readonly maxLength: number },
  visit: (from: number, to: number, shortest: number, longest: number) => void,
): void {
  const suffixes = agreement.length - 1;
  // A stack of the open intervals, outermost first: where each begins, and its length. The first holds all suffixes.
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
