/**
 * Branches of the tree of continuations that are still to be followed: those of a node lie on top of those of the nodes above it. Each is a range
 * of samples with the same next unit and the chance that the draft goes on so far. Numbers, no objects: a keystroke has hundreds.
 */
export class BranchStack {
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  readonly #chance: number[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  push(from: number, to: number, chance: number): void {
    this.#from[this.#size] = from;
    this.#to[this.#size] = to;
    this.#chance[this.#size++] = chance;
  }

  /** Takes away all but the first `size` branches. */
  cutTo(size: number): void {
    this.#size = size;
  }

  /** The first sample of a branch, by its place from the bottom. */
  from(branch: number): number {
    return this.#from[branch]!;
  }

  /** One beyond its last sample. */
  to(branch: number): number {
    return this.#to[branch]!;
  }

  chance(branch: number): number {
    return this.#chance[branch]!;
  }
}
