import type { Level } from './levels.ts';
import { NO_UNIT, type Samples } from './samples.ts';

/**
 * For each unit, the number of the branch that it leads to from the node being read, counted from 1; 0 for none.
 * Between two nodes all are 0.
 */
const branchOfUnit = new Int16Array(NO_UNIT + 1);

/**
 * A node of the tree of continuations: what the samples that are equal up to some depth go on with. A branch is all
 * samples of the node with the same next unit. A key looks at hundreds of nodes, so one object is used for all of them,
 * one after the other.
 */
export class NodeCounts {
  /** For each level, its samples at the node. */
  samples = new Float64Array(0);
  /** For each level, the occurrences that these stand for. */
  totals = new Float64Array(0);
  /** For each level, the number of different next units. */
  distinct = new Float64Array(0);
  #evidence: Samples | undefined;
  #levels: readonly Level[] = [];
  /** Numbers of samples. Those of a node lie side by side, by branch, and those of a branch by level. */
  #order = new Int32Array(0);
  #moved = new Int32Array(0);
  /** The level of each sample, by the number of the sample. */
  #levelOf = new Uint8Array(0);
  /** The branch of each sample in the order. */
  #branchOf = new Int16Array(0);
  /** Where branches begin, and where the last one ends. */
  #starts = new Int32Array(0);
  #units = new Int32Array(0);
  #isOpen = new Uint8Array(0);
  /** Samples and occurrences by branch and level. */
  #sampled = new Float64Array(0);
  #counts = new Float64Array(0);
  #branches = 0;

  /** Takes up the samples of another keystroke, which are those of the root. */
  turnTo(levels: readonly Level[], samples: Samples): this {
    this.#evidence = samples;
    this.#levels = levels;
    this.#makeRoom(levels.length, samples.length);
    let at = 0;
    for (const [level, { from, to }] of levels.entries()) {
      for (let sample = from; sample < to; sample++) {
        this.#order[at++] = sample;
        this.#levelOf[sample] = level;
      }
    }
    return this;
  }

  /** Number of branches. */
  get branches(): number {
    return this.#branches;
  }

  /** Where the samples of a branch start in the order. For `branch` = `branches` this is the end of the last one. */
  start(branch: number): number {
    return this.#starts[branch]!;
  }

  /** The unit a branch begins with, or `NO_UNIT`. */
  unit(branch: number): number {
    return this.#units[branch]!;
  }

  /** Whether the next unit may be offered: it does not lie beyond the sentence. */
  isOpen(branch: number): boolean {
    return this.#isOpen[branch] === 1;
  }

  /** Estimated occurrences of a branch at a level. */
  count(branch: number, level: number): number {
    return this.#counts[branch * this.#levels.length + level]!;
  }

  /** The number of the sample at a place in the order. The order stays as it is until a node above this one is read. */
  sample(place: number): number {
    return this.#order[place]!;
  }

  levelOf(sample: number): Level {
    return this.#levels[this.#levelOf[sample]!]!;
  }

  /** Reads the node of the samples at `[from, to)` of the order, which are equal in their first `depth` units. */
  read(from: number, to: number, depth: number): this {
    this.#branches = 0;
    for (let place = from; place < to; place++) this.#readSample(place, depth);
    this.#sumUp();
    this.#setStarts(from, to);
    if (this.#branches > 1) this.#group(from, to);
    return this;
  }

  #readSample(place: number, depth: number): void {
    const samples = this.#evidence!;
    const sample = this.#order[place]!;
    const unit = samples.unitAt(sample, depth);
    let branch = branchOfUnit[unit]! - 1;
    if (branch < 0) branch = this.#addBranch(unit);
    const at = branch * this.#levels.length + this.#levelOf[sample]!;
    this.#branchOf[place] = branch;
    this.#starts[branch + 1]!++;
    this.#sampled[at]!++;
    this.#counts[at]! += samples.weight(sample);
    if (samples.end(sample) > depth) this.#isOpen[branch] = 1;
  }

  #addBranch(unit: number): number {
    const branch = this.#branches++;
    const levels = this.#levels.length;
    branchOfUnit[unit] = branch + 1;
    this.#units[branch] = unit;
    this.#starts[branch + 1] = 0;
    this.#isOpen[branch] = 0;
    this.#sampled.fill(0, branch * levels, (branch + 1) * levels);
    this.#counts.fill(0, branch * levels, (branch + 1) * levels);
    return branch;
  }

  /**
   * Adds up branches into levels, and turns samples into occurrences. A lone sample counts once, however many
   * occurrences it stands for, since it may be the only one.
   */
  #sumUp(): void {
    for (let level = 0; level < this.#levels.length; level++) {
      const { scale } = this.#levels[level]!;
      let samples = 0;
      let total = 0;
      let distinct = 0;
      for (let at = level, branch = 0; branch < this.#branches; branch++, at += this.#levels.length) {
        const sampled = this.#sampled[at]!;
        if (sampled === 0) continue;
        distinct++;
        samples += sampled;
        total += this.#counts[at]!;
        if (sampled > 1) this.#counts[at]! *= scale;
      }
      this.samples[level] = samples;
      this.distinct[level] = distinct;
      this.totals[level] = samples > 1 ? total * scale : total;
    }
  }

  /** Turns the sizes of branches into where they start. */
  #setStarts(from: number, to: number): void {
    this.#starts[0] = from;
    for (let branch = 0; branch < this.#branches; branch++) {
      branchOfUnit[this.#units[branch]!] = 0;
      this.#starts[branch + 1]! += this.#starts[branch]!;
    }
    this.#starts[this.#branches] = to;
  }

  /** Puts the samples of each branch side by side, in the order they had. */
  #group(from: number, to: number): void {
    for (let place = from; place < to; place++) {
      this.#moved[this.#starts[this.#branchOf[place]!]!++] = this.#order[place]!;
    }
    for (let branch = this.#branches; branch > 0; branch--) this.#starts[branch] = this.#starts[branch - 1]!;
    this.#starts[0] = from;
    for (let place = from; place < to; place++) this.#order[place] = this.#moved[place]!;
  }

  #makeRoom(levels: number, samples: number): void {
    if (levels > this.samples.length) {
      this.samples = new Float64Array(levels);
      this.totals = new Float64Array(levels);
      this.distinct = new Float64Array(levels);
    }
    if (samples > this.#levelOf.length) {
      this.#order = new Int32Array(samples);
      this.#moved = new Int32Array(samples);
      this.#levelOf = new Uint8Array(samples);
      this.#branchOf = new Int16Array(samples);
      this.#starts = new Int32Array(samples + 1);
      this.#units = new Int32Array(samples);
      this.#isOpen = new Uint8Array(samples);
    }
    if (samples * levels > this.#counts.length) {
      this.#sampled = new Float64Array(samples * levels);
      this.#counts = new Float64Array(samples * levels);
    }
  }
}
