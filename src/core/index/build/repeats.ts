/** What mining asks of each suffix, by rank: read in order, where the text would be read all over. */
export interface SuffixFacts {
  /** Of `agreementsOf`. */
  readonly agreement: Uint8Array;
  /** 1 where a clause mark, or nothing, stands before the suffix. */
  readonly afterEdge: Uint8Array;
}

/** Suffixes whose text is fetched at a time: it stays in the processor's cache until it is compared. */
const BATCH = 256;

/**
 * Units that each suffix has in common with the one before it in rank, up to `limit`; 0 for the first, and one entry more. Each is compared with
 * its neighbour, which costs no more than `limit` units and, in real text, six; the linear way (J. Kärkkäinen, G. Manzini,
 * S. J. Puglisi, CPM 2009) misses the cache three times as often.
 * @param limit below 256
 */
export function agreementsOf(text: Uint16Array, sa: Int32Array, limit: number): Uint8Array {
  const agreement = new Uint8Array(sa.length + 1);
  const heads = new Uint16Array(BATCH);
  let lastHead = 0;
  for (let from = 0; from < sa.length; from += BATCH) {
    const size = Math.min(BATCH, sa.length - from);
    // No comparison decides what is read here, so that the processor waits for many places at once.
    for (let i = 0; i < size; i++) heads[i] = text[sa[from + i]!]!;
    for (let i = 0; i < size; i++) {
      const rank = from + i;
      const head = heads[i]!;
      if (rank > 0 && head === lastHead) agreement[rank] = agreementOf(text, sa[rank - 1]!, sa[rank]!, limit);
      lastHead = head;
    }
  }
  return agreement;
}

function agreementOf(text: Uint16Array, a: number, b: number, limit: number): number {
  const most = Math.min(limit, text.length - Math.max(a, b));
  let length = 0;
  while (length < most && text[a + length] === text[b + length]) length++;
  return length;
}

/**
 * The intervals of suffixes that begin alike (M. I. Abouelhoda, S. Kurtz, E. Ohlebusch, "Replacing suffix trees with
 * enhanced suffix arrays", J. Discrete Algorithms 2, 2004), each with the lengths that are its own: the interval around it
 * agrees in fewer than `shortest` units, its suffixes in `longest`. Only lengths in `[minLength, maxLength]`.
 * @param agreement of `agreementsOf`, with a limit of `maxLength` or more
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
