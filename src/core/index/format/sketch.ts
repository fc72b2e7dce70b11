/**
 * A small set of numbers that tells how much two texts have in common: the smallest hashes of their stretches of
 * `SHINGLE` units («bottom-k sketch», A. Broder, "On the resemblance and containment of documents", 1997).
 */
export type Sketch = Uint32Array;

/** Numbers in a sketch; shorter texts have fewer. */
export const SKETCH_SIZE = 64;
/** Fills the places of a sketch in a table of sketches when a short text has fewer hashes. */
export const SKETCH_FILLER = 0xffffffff;
const SHINGLE = 8;
/**
 * Two sketches that share at least this share of their hashes are of one speech. Below it they are two speeches that
 * quote the same passages.
 */
const MIN_SHARED = 0.7;

const MULTIPLIER = 0x01000193;
const LEAVING = power(MULTIPLIER, SHINGLE);

/**
 * The sketch of a text, in ascending order.
 * @param units of the text
 */
export function sketchOf(units: Uint16Array): Sketch {
  const smallest = new Uint32Array(SKETCH_SIZE);
  let size = 0;
  let rolling = 0;
  for (let i = 0; i < units.length; i++) {
    rolling = (Math.imul(rolling, MULTIPLIER) + units[i]!) | 0;
    if (i >= SHINGLE) rolling = (rolling - Math.imul(LEAVING, units[i - SHINGLE]!)) | 0;
    if (i < SHINGLE - 1) continue;
    const hash = mixed(rolling);
    if (size < SKETCH_SIZE || hash < smallest[SKETCH_SIZE - 1]!) size = insert(smallest, size, hash);
  }
  return smallest.slice(0, size);
}

/**
 * Groups the sketches of texts that differ only a little. Each group is the ascending list of its indexes; a text that
 * is like no other is in no group. Only sketches that share a hash are compared, so the time grows with the number of
 * sketches, not with its square.
 */
export function similarGroups(sketches: readonly Sketch[]): number[][] {
  const parent = sketches.map((_, i) => i);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root]!;
    return root;
  };
  const holders = new Holders();
  const shared = new Uint8Array(sketches.length);
  sketches.forEach((sketch, index) => {
    const others = holders.add(sketch, index);
    for (const other of others) shared[other]!++;
    for (const other of others) {
      if (shared[other]! >= MIN_SHARED * Math.max(sketch.length, sketches[other]!.length))
        parent[rootOf(index)] = rootOf(other);
      shared[other] = 0;
    }
  });
  const groups = new Map<number, number[]>();
  for (const index of sketches.keys()) {
    const group = groups.get(rootOf(index));
    if (group === undefined) groups.set(rootOf(index), [index]);
    else group.push(index);
  }
  return [...groups.values()].filter(group => group.length > 1);
}

/** Which sketches contain a hash. Most hashes occur in one sketch only, and lists are made only for the others. */
class Holders {
  readonly #first = new Map<number, number>();
  readonly #later = new Map<number, number[]>();

  /** Enters the hashes of sketch `index`. @returns the earlier sketches that share hashes with it, each as often as it shares one */
  add(sketch: Sketch, index: number): number[] {
    const found: number[] = [];
    for (const hash of sketch) {
      const first = this.#first.get(hash);
      if (first === undefined) {
        this.#first.set(hash, index);
        continue;
      }
      found.push(first);
      const later = this.#later.get(hash);
      if (later === undefined) this.#later.set(hash, [index]);
      else {
        for (const other of later) found.push(other);
        if (later.length + 1 < MAX_HOLDERS) later.push(index);
      }
    }
    return found;
  }
}

/** A hash that is in more texts than this belongs to a formula that all of them have. It tells nothing and would cost most. */
const MAX_HOLDERS = 50;

/**
 * Inserts `value` into `sorted`, of which the first `size` places are in use; if there is no room, the greatest value
 * is lost. @returns how many places are then in use
 */
function insert(sorted: Uint32Array, size: number, value: number): number {
  let at = size;
  while (at > 0 && sorted[at - 1]! > value) at--;
  if (at > 0 && sorted[at - 1] === value) return size;
  sorted.copyWithin(at + 1, at, sorted.length - 1);
  sorted[at] = value;
  return Math.min(size + 1, sorted.length);
}

/** Spreads similar values over all 32 bits (the finaliser of MurmurHash3). */
function mixed(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function power(base: number, exponent: number): number {
  let result = 1;
  for (let i = 0; i < exponent; i++) result = Math.imul(result, base);
  return result;
}
