import { sumOfLargest } from '../collections/sumOfLargest.ts';

/**
 * Branches of the tree of continuations that are still to be followed: those of a node lie on top of those of the nodes above it. Each is a range
 * of samples with the same next unit, that unit, the chance that the draft goes on so far, and the chance at the last place where there was a choice.
 * Numbers, no objects: a keystroke has hundreds.
 */
export class BranchStack {
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  readonly #unit: number[] = [];
  readonly #chance: number[] = [];
  readonly #leadChance: number[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  push(from: number, to: number, unit: number, chance: number, leadChance: number): void {
    this.#from[this.#size] = from;
    this.#to[this.#size] = to;
    this.#unit[this.#size] = unit;
    this.#chance[this.#size] = chance;
    this.#leadChance[this.#size++] = leadChance;
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

  /** The unit it begins with. */
  unit(branch: number): number {
    return this.#unit[branch]!;
  }

  chance(branch: number): number {
    return this.#chance[branch]!;
  }

  leadChance(branch: number): number {
    return this.#leadChance[branch]!;
  }

  /** The chances of the likeliest `count` of the branches from `first` to the top, together. */
  chanceOfLikeliest(count: number, first: number): number {
    return sumOfLargest(this.#chance.slice(first, this.#size), count);
  }
}
