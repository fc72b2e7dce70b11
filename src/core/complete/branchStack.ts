import { sumOfLargest } from '../collections/sumOfLargest.ts';

/**
 * The branches of the tree of continuations that are still to be followed. Those of a node lie on top of those of the
 * nodes above it. A branch is a range of samples with the same next unit; it has that unit, the chance that the draft
 * goes on so far, and the chance at the last place where there was a choice. All are numbers in arrays, not objects,
 * since a key has hundreds of branches.
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

  /** The first sample of a branch; branches are counted from the bottom of the stack. */
  from(branch: number): number {
    return this.#from[branch]!;
  }

  /** The end of its samples, which is one behind the last. */
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

  /** The sum of the chances of the `count` likeliest branches among those from `first` to the top. */
  chanceOfLikeliest(count: number, first: number): number {
    return sumOfLargest(this.#chance.slice(first, this.#size), count);
  }
}
