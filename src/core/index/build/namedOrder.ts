/** Item numbers fit below this; with what they are compared by, also below it, they make one whole number a float holds. */
const ITEMS = 2 ** 23;
/** Up to so many items insertion is quicker than a call of the built-in sort. */
const FEW = 24;

/**
 * Sorts the suffixes of a sequence of names, given the order of the names: prefix doubling (N. J. Larsson, K. Sadakane, "Faster
 * suffix sorting", Theoretical Computer Science 387, 2007). Suffixes that agree in 1, 2, 4 … names are a group; what stands so many names
 * behind tells them apart. Only groups are looked at again, so that the rounds after the first few cost next to nothing in real text.
 * O(n log n) comparisons a round, O(log n) rounds.
 *
 * @param names of at most 2²³ items: how many items have smaller names; the last one's is no other's. Overwritten: then they are ranks
 * @param order the items by name; gets them in the order of their suffixes
 * @param groups of the items that have a name in common
 */
export function sortByNames(names: Int32Array, order: Int32Array, groups: Groups): void {
  // Whoever shares a group has as many names behind it as the group agrees in: the last name, being alone, is in none.
  for (let agreed = 1; !groups.isEmpty; agreed *= 2) groups.split(names, order, agreed);
}

/**
 * Groups the items that have a name in common, and names them.
 * @param order the items by name, the first of each name complemented, which it is no longer afterwards
 * @param names gets what `sortByNames` wants
 */
export function groupsOf(order: Int32Array, names: Int32Array): Groups {
  const groups = new Groups();
  let first = 0;
  for (let rank = 0; rank < order.length; rank++) {
    let item = order[rank]!;
    if (item < 0) {
      if (rank - first > 1) groups.add(first, rank);
      first = rank;
      item = ~item;
      order[rank] = item;
    }
    names[item] = first;
  }
  if (order.length - first > 1) groups.add(first, order.length);
  return groups;
}

/** Runs of the order whose items are not yet told apart. */
export class Groups {
  /** Start and end of each. */
  #bounds = new Int32Array(1024);
  #length = 0;
  /** What has been `#bounds` the round before. */
  #spare = new Int32Array(1024);
  #keys = new Float64Array(1024);

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  add(from: number, to: number): void {
    if (this.#length === this.#bounds.length) {
      const larger = new Int32Array(2 * this.#length);
      larger.set(this.#bounds);
      this.#bounds = larger;
    }
    this.#bounds[this.#length++] = from;
    this.#bounds[this.#length++] = to;
  }

  /** Sorts every group by the name that stands `distance` behind its items, and makes groups of those that have the same. */
  split(names: Int32Array, order: Int32Array, distance: number): void {
    const groups = this.#bounds;
    const length = this.#length;
    this.#bounds = this.#spare;
    this.#spare = groups;
    this.#length = 0;
    for (let i = 0; i < length; i += 2) {
      const from = groups[i]!;
      const to = groups[i + 1]!;
      // All keys are read before a name of the group changes: its items may stand behind each other.
      this.#write(this.#sortedKeys(names, order, from, to, distance), names, order, from, to);
    }
  }

  /** Name and item in one number each, ascending. */
  #sortedKeys(names: Int32Array, order: Int32Array, from: number, to: number, distance: number): Float64Array {
    const size = to - from;
    if (size > this.#keys.length) this.#keys = new Float64Array(2 * size);
    const keys = this.#keys;
    const common = names[order[(from + to) >>> 1]! + distance]!;
    let others = 0;
    for (let i = 0; i < size; i++) {
      const item = order[from + i]!;
      const name = names[item + distance]!;
      if (name !== common) others++;
      keys[i] = name * ITEMS + item;
    }
    if (size <= FEW) insertionSort(keys, size);
    else if (2 * others > size) keys.subarray(0, size).sort();
    else sortOthers(keys.subarray(0, size), common, others);
    return keys;
  }

  #write(keys: Float64Array, names: Int32Array, order: Int32Array, from: number, to: number): void {
    let start = from;
    let last = -1;
    for (let rank = from; rank < to; rank++) {
      const key = keys[rank - from]!;
      const name = Math.floor(key / ITEMS);
      if (name !== last) {
        if (rank - start > 1) this.add(start, rank);
        start = rank;
        last = name;
      }
      const item = key - name * ITEMS;
      order[rank] = item;
      names[item] = start;
    }
    if (to - start > 1) this.add(start, to);
  }
}

function insertionSort(keys: Float64Array, size: number): void {
  for (let i = 1; i < size; i++) {
    const key = keys[i]!;
    let at = i;
    for (; at > 0 && keys[at - 1]! > key; at--) keys[at] = keys[at - 1]!;
    keys[at] = key;
  }
}

/** Sorts where most have the `common` name, and those in order: periodic text. */
function sortOthers(keys: Float64Array, common: number, count: number): void {
  const least = common * ITEMS;
  const most = least + ITEMS;
  const others = new Float64Array(count);
  let found = 0;
  let lower = 0;
  let kept = keys.length;
  for (let i = keys.length - 1; i >= 0; i--) {
    const key = keys[i]!;
    if (key >= least && key < most) {
      keys[--kept] = key;
      continue;
    }
    if (key < least) lower++;
    others[found++] = key;
  }
  others.sort();
  keys.copyWithin(lower, kept);
  keys.set(others.subarray(0, lower));
  keys.set(others.subarray(lower), keys.length - (count - lower));
}
