/** Item numbers fit below this; with what they are compared by, also below it, they make one whole number a float holds. */
const ITEMS = 2 ** 23;
/** Items at least whose keys are read at a time, of whole groups: nothing is decided meanwhile, so that the processor waits for many at once. */
const BATCH = 256;
/** Up to so many items insertion is quicker than a call of the built-in sort. */
const FEW = 24;

/**
 * Sorts the suffixes of a sequence of names, given the order of the names, by prefix doubling (N. J. Larsson, K.
 * Sadakane, "Faster suffix sorting", Theoretical Computer Science 387, 2007). In rounds with n = 1, 2, 4 …, suffixes
 * that agree in n names form a group, and the names that stand n places behind tell them apart. Only groups are looked
 * at again, so rounds after the first few cost next to nothing in real text. O(n log n) comparisons a round, O(log n)
 * rounds.
 *
 * @param names of at most 2²³ items: the name of an item is the number of items with smaller names. The last item's
 * name is no other's. Overwritten with ranks
 * @param order the items by name; gets them in the order of their suffixes
 * @param groups of the items that have a name in common
 */
export function sortByNames(names: Int32Array, order: Int32Array, groups: Groups): void {
  // An item of a group has at least as many names behind it as the group agrees in: the last name, which is unique, is in no group.
  for (let agreed = 1; !groups.isEmpty; agreed *= 2) groups.split(names, order, agreed);
}

/**
 * Finds the groups of items that have a name in common, and names the items.
 * @param order the items by name, the first of each name complemented; the complements are undone
 * @param names gets the names that `sortByNames` wants
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
  /** The array that was `#bounds` in the round before, to be used again. */
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

  /** Sorts every group by the names that stand `distance` behind its items. Items that have the same one there form the new groups. */
  split(names: Int32Array, order: Int32Array, distance: number): void {
    const groups = this.#bounds;
    const length = this.#length;
    this.#bounds = this.#spare;
    this.#spare = groups;
    this.#length = 0;
    for (let i = 0; i < length; ) {
      let end = i;
      let size = 0;
      for (; end < length && size < BATCH; end += 2) size += groups[end + 1]! - groups[end]!;
      // All keys are read before any name of their group changes, since items of a group may stand behind each other.
      if (size > this.#keys.length) this.#keys = new Float64Array(2 * size);
      const keys = this.#keys;
      readKeys(names, order, distance, groups.subarray(i, end), keys);
      for (let at = 0; i < end; i += 2) {
        const from = groups[i]!;
        const to = groups[i + 1]!;
        const next = at + to - from;
        sortKeys(keys, at, next);
        this.#write(keys, at, names, order, from, to);
        at = next;
      }
    }
  }

  /** Writes the order and the names of the group in `[from, to)`, whose sorted keys begin at index `at`. */
  #write(keys: Float64Array, at: number, names: Int32Array, order: Int32Array, from: number, to: number): void {
    let start = from;
    let last = -1;
    for (let rank = from; rank < to; rank++) {
      const key = keys[at + rank - from]!;
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

/** Makes the keys of the groups, one after the other. A key holds the name and the item in one number. */
function readKeys(
  names: Int32Array,
  order: Int32Array,
  distance: number,
  groups: Int32Array,
  keys: Float64Array,
): void {
  let read = 0;
  for (let i = 0; i < groups.length; i += 2) {
    const to = groups[i + 1]!;
    for (let rank = groups[i]!; rank < to; rank++) {
      const item = order[rank]!;
      keys[read++] = names[item + distance]! * ITEMS + item;
    }
  }
}

/** Sorts the keys in `[from, to)`. */
function sortKeys(keys: Float64Array, from: number, to: number): void {
  if (to - from <= FEW) {
    insertionSort(keys, from, to);
    return;
  }
  const common = Math.floor(keys[(from + to) >>> 1]! / ITEMS);
  let others = 0;
  for (let i = from; i < to; i++) if (keys[i]! < common * ITEMS || keys[i]! >= (common + 1) * ITEMS) others++;
  const group = keys.subarray(from, to);
  if (2 * others > to - from) group.sort();
  else sortOthers(group, common, others);
}

function insertionSort(keys: Float64Array, from: number, to: number): void {
  for (let i = from + 1; i < to; i++) {
    const key = keys[i]!;
    let at = i;
    for (; at > from && keys[at - 1]! > key; at--) keys[at] = keys[at - 1]!;
    keys[at] = key;
  }
}

/** Sorts keys of which most have the `common` name and are in order already, as in periodic text. */
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
