/**
 * A small set of numbers that tells how much two texts have in common: the smallest hashes of their stretches of
 * `SHINGLE` units («bottom-k sketch», A. Broder, "On the resemblance and containment of documents", 1997).
 */
export type Sketch = Uint32Array;

/** Numbers in a sketch; shorter texts have fewer. */
export const SKETCH_SIZE = 64;
/** Stands in a table of sketches where a short text has no more hashes. */
export const SKETCH_FILLER = 0xffffffff;
const SHINGLE = 8;
/** Fewer shared hashes than this share of a sketch: two speeches that quote the same passages, not one speech twice. */
const MIN_SHARED = 0.7;

const MULTIPLIER = 0x01000193;
const LEAVING = power(MULTIPLIER, SHINGLE);

export function sketchOf(text: string): Sketch {
  const smallest: number[] = [];
  let rolling = 0;
  let bound = 0xffffffff;
  for (let i = 0; i < text.length; i++) {
    rolling = (Math.imul(rolling, MULTIPLIER) + text.charCodeAt(i)) | 0;
    if (i >= SHINGLE) rolling = (rolling - Math.imul(LEAVING, text.charCodeAt(i - SHINGLE))) | 0;
    if (i < SHINGLE - 1) continue;
    const hash = mixed(rolling);
    if (hash >= bound && smallest.length >= SKETCH_SIZE) continue;
    insert(smallest, hash);
    if (smallest.length >= SKETCH_SIZE) bound = smallest[SKETCH_SIZE - 1]!;
  }
  return Uint32Array.from(smallest);
}

/**
 * Groups of sketches that are of one text with small changes, each group the indexes of its members, ascending; texts that
 * stand alone are in none. Time grows with the number of sketches, not with its square: only those that share a hash are compared.
 */
export function similarGroups(sketches: readonly Sketch[]): number[][] {
  const parent = sketches.map((_, i) => i);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root]!;
    return root;
  };
  const holders = new Map<number, number[]>();
  sketches.forEach((sketch, index) => {
    const shared = new Map<number, number>();
    for (const hash of sketch) {
      const others = holders.get(hash);
      if (others === undefined) {
        holders.set(hash, [index]);
        continue;
      }
      for (const other of others) shared.set(other, (shared.get(other) ?? 0) + 1);
      if (others.length < MAX_HOLDERS) others.push(index);
    }
    for (const [other, count] of shared) {
      if (count >= MIN_SHARED * Math.max(sketch.length, sketches[other]!.length)) parent[rootOf(index)] = rootOf(other);
    }
  });
  const groups = new Map<number, number[]>();
  for (const index of sketches.keys()) groups.set(rootOf(index), [...(groups.get(rootOf(index)) ?? []), index]);
  return [...groups.values()].filter(group => group.length > 1);
}

/** A hash in more texts than this belongs to a formula they all have; it tells nothing and would cost most. */
const MAX_HOLDERS = 50;

function insert(sorted: number[], value: number): void {
  let at = sorted.length;
  while (at > 0 && sorted[at - 1]! > value) at--;
  if (sorted[at - 1] === value) return; // a set
  sorted.splice(at, 0, value);
  if (sorted.length > SKETCH_SIZE) sorted.pop();
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
