import type { Evidence } from './evidence.ts';
import type { Sample } from './levels.ts';

/**
 * A node of the tree of continuations: what the samples of a range, equal up to some depth, go on with. One object is read into for one node
 * after the other: a keystroke looks at hundreds, and arrays for each were a third of all its garbage.
 */
export class NodeCounts {
  /** Samples, a number per level. */
  readonly samples: Float64Array;
  /** Occurrences they stand for. */
  readonly totals: Float64Array;
  /** Different next units, a number per level. */
  readonly distinct: Float64Array;
  readonly #evidence: Evidence;
  /** Where branches begin, and where the last one ends. */
  readonly #starts: Int32Array;
  readonly #isOpen: Uint8Array;
  /** Occurrences by branch and level. */
  readonly #counts: Float64Array;
  /** Samples of the branch that is being read. */
  readonly #ofBranch: Float64Array;
  #branches = 0;

  constructor(evidence: Evidence) {
    const levels = evidence.levels.length;
    const most = evidence.samples.length;
    this.#evidence = evidence;
    this.samples = new Float64Array(levels);
    this.totals = new Float64Array(levels);
    this.distinct = new Float64Array(levels);
    this.#starts = new Int32Array(most + 1);
    this.#isOpen = new Uint8Array(most);
    this.#counts = new Float64Array(most * levels);
    this.#ofBranch = new Float64Array(levels);
  }

  /** Ways on: a branch is all samples with the same next unit. */
  get branches(): number {
    return this.#branches;
  }

  /** The first sample of a branch; of the number of branches, the end of the last one. */
  start(branch: number): number {
    return this.#starts[branch]!;
  }

  /** Whether the next unit may be offered: it does not lie beyond the sentence. */
  isOpen(branch: number): boolean {
    return this.#isOpen[branch] === 1;
  }

  /** Estimated occurrences of a branch at a level. */
  count(branch: number, level: number): number {
    return this.#counts[branch * this.totals.length + level]!;
  }

  /** The node of the samples `[from, to)`, which are equal in their first `depth` units. */
  read(from: number, to: number, depth: number): void {
    const { samples } = this.#evidence;
    this.samples.fill(0);
    this.totals.fill(0);
    this.distinct.fill(0);
    this.#branches = 0;
    for (let start = from; start < to; ) {
      const unit = unitAt(samples[start]!, depth);
      let end = start + 1;
      while (end < to && unitAt(samples[end]!, depth) === unit) end++;
      this.#readBranch(start, end, depth);
      start = end;
    }
    this.#starts[this.#branches] = to;
    this.#scaleUp(this.totals, 0, this.samples);
  }

  #readBranch(from: number, to: number, depth: number): void {
    const { samples } = this.#evidence;
    const levels = this.totals.length;
    const branch = this.#branches++;
    const at = branch * levels;
    this.#starts[branch] = from;
    this.#isOpen[branch] = 0;
    this.#counts.fill(0, at, at + levels);
    this.#ofBranch.fill(0);
    for (let i = from; i < to; i++) {
      const { level, weight, end } = samples[i]!;
      this.#counts[at + level]! += weight;
      this.#ofBranch[level]!++;
      if (end > depth) this.#isOpen[branch] = 1;
    }
    for (let level = 0; level < levels; level++) {
      if (this.#ofBranch[level] === 0) continue;
      this.distinct[level]!++;
      this.samples[level]! += this.#ofBranch[level]!;
      this.totals[level]! += this.#counts[at + level]!;
    }
    this.#scaleUp(this.#counts, at, this.#ofBranch);
  }

  /** Samples to occurrences. A lone sample counts once, however many it stands for: it may be the only one. */
  #scaleUp(counts: Float64Array, at: number, samples: Float64Array): void {
    const { levels } = this.#evidence;
    for (let level = 0; level < levels.length; level++) {
      if (samples[level]! > 1) counts[at + level]! *= levels[level]!.scale;
    }
  }
}

/** The unit after `depth` others, or a number that is none where the text ends. */
function unitAt({ text }: Sample, depth: number): number {
  return depth < text.length ? text.charCodeAt(depth) : -1;
}
