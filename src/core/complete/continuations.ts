import { sumOfLargest } from '../collections/sumOfLargest.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import { classOf, PAUSE } from '../text/charClass.ts';
import { BranchStack } from './branchStack.ts';
import { ClauseWords } from './clauseWords.ts';
import type { Continuation, Outlook, Wanted } from './continuation.ts';
import { endsPhrase, isSuitableEnd } from './ends.ts';
import { type Evidence, gatherEvidence } from './evidence.ts';
import { separateChances } from './hitBound.ts';
import { agreementByChance, LevelViews } from './levelView.ts';
import { NodeCounts } from './nodeCounts.ts';
import { perIndex } from './perIndex.ts';
import { USUAL_EFFORT } from './rankingWeights.ts';
import { trust } from './trust.ts';
import { WordEdges } from './wordEdges.ts';

const nodeOf = perIndex(() => new NodeCounts());
const LIST_PAUSE = '、'.charCodeAt(0);

/** The evidence, and the text that it is about. */
interface Asked extends Evidence {
  readonly before: string;
  readonly draft: string;
}

const ALL: Wanted = { mayLeadOn: false, rows: Number.POSITIVE_INFINITY, hitChance: 0, effort: USUAL_EFFORT };

/**
 * What may come after `before`, by an ∞-gram model over the index and the draft (J. Liu et al., "Infini-gram", COLM
 * 2024). The longest ending of `before` that occurs, and a few shorter ones, each give a distribution of what follows,
 * read from evenly spaced samples of its suffix interval. The distributions are mixed unit by unit, each believed as
 * far as `trust` says. The mixing is Jelinek and Mercer's, with weights that depend on what a level has seen.
 * @param before the paragraph up to the caret, after a line break if the paragraph begins in it
 * @param draft the `learnedPart` of the draft, which ends with `before`
 */
export function continuations(index: CorpusIndex, before: string, draft: string, wanted: Wanted = ALL): Outlook {
  const evidence = gatherEvidence(index, before, draft, wanted.effort);
  if (evidence.samples.length === 0) return { continuations: [], words: undefined };
  return new ContinuationTree(index, { ...evidence, before, draft }, wanted).follow();
}

/** One place where the end of the text before the caret was seen. */
interface Source extends Pick<Continuation, 'occurrence' | 'agreed' | 'words'> {
  /** What follows it. */
  readonly text: string;
}

/** The tree of what all samples say, followed as far as it is likely enough. */
class ContinuationTree {
  readonly #index: CorpusIndex;
  readonly #asked: Asked;
  readonly #wanted: Wanted;
  readonly #node: NodeCounts;
  readonly #views: LevelViews;
  readonly #shares: Float64Array;
  readonly #branches = new BranchStack();
  readonly #sources = new Map<number, Source>();
  readonly #draftWords: ClauseWords;
  /** What was found below the branch that is being followed. */
  #found: Continuation[] = [];

  constructor(index: CorpusIndex, asked: Asked, wanted: Wanted) {
    this.#index = index;
    this.#asked = asked;
    this.#wanted = wanted;
    this.#node = nodeOf(index).turnTo(asked.levels, asked.samples);
    this.#views = new LevelViews(asked.levels, agreementByChance(index.characters));
    this.#shares = new Float64Array(asked.levels.length);
    this.#draftWords = new ClauseWords(asked.draft);
  }

  follow(): Outlook {
    const { before, samples } = this.#asked;
    const { rows, hitChance } = this.#wanted;
    const branches = this.#branches;
    const { words } = this.#source(this.#bestSample(0, samples.length));
    const isHopeless = (first: number): boolean => branches.chanceOfLikeliest(rows, first) < hitChance;
    this.#expand(0, samples.length, 0, before.charCodeAt(before.length - 1) || 0, 1);
    const units = branches.size;
    if (isHopeless(0)) return { continuations: [], words };
    for (let branch = 0; branch < units; branch++) this.#expandBranch(branch, 1);
    // A row has two units or more, since one is not worth a key. So the branches of two units tell how likely any row can be.
    return { continuations: isHopeless(units) ? [] : this.#followPairs(units), words };
  }

  /**
   * Follows the branches of two units, which are those from `first` to the top of the stack, the likeliest first. It
   * stops when what has been found below them, with what is left, can no longer reach the chance that is wanted.
   * Returns what was found, in the order of the branches, or nothing.
   */
  #followPairs(first: number): Continuation[] {
    const { rows, hitChance } = this.#wanted;
    const branches = this.#branches;
    const found: Continuation[][] = Array.from({ length: branches.size - first }, () => []);
    const pairs = Array.from(found.keys()).sort((a, b) => branches.chance(first + b) - branches.chance(first + a));
    const chances: number[] = [];
    let isLikelyEnough = hitChance <= 0;
    for (const [done, pair] of pairs.entries()) {
      if (!isLikelyEnough) {
        const left = pairs.slice(done, done + rows).map(other => branches.chance(first + other));
        if (sumOfLargest([...chances, ...left], rows) < hitChance) return [];
      }
      this.#found = found[pair]!;
      this.#follow(first + pair, 2);
      if (isLikelyEnough) continue;
      chances.push(...separateChances(this.#found));
      isLikelyEnough = sumOfLargest(chances, rows) >= hitChance;
    }
    return found.flat();
  }

  /** Offers the branch itself, which ends after `length` units, and everything it leads to. */
  #follow(branch: number, length: number): void {
    const branches = this.#branches;
    const first = branches.size;
    // This comes first, since reading the node puts its samples in another order.
    const source = this.#source(this.#bestSample(branches.from(branch), branches.to(branch)));
    this.#expandBranch(branch, length);
    const { text, occurrence, agreed, words } = source;
    if (isSuitableEnd(text, length, words, this.#node.branches > 1, this.#wanted.mayLeadOn)) {
      const probability = branches.chance(branch);
      const leadChance = branches.leadChance(branch);
      const isWhole = endsPhrase(text, length);
      this.#found.push({ text: text.slice(0, length), probability, leadChance, occurrence, isWhole, agreed, words });
    }
    const end = branches.size;
    for (let next = first; next < end; next++) this.#follow(next, length + 1);
    branches.cutTo(first);
  }

  #expandBranch(branch: number, length: number): void {
    const branches = this.#branches;
    const lead = branches.leadChance(branch);
    this.#expand(
      branches.from(branch),
      branches.to(branch),
      length,
      branches.unit(branch),
      branches.chance(branch),
      lead,
    );
  }

  /**
   * Puts the ways on from the node of the samples at `[from, to)` on the stack, if they may be offered and are likely
   * enough.
   * @param last the unit before the node
   * @param chance the chance of the node itself
   * @param lead the chance at the last place where there was a choice
   */
  #expand(from: number, to: number, depth: number, last: number, chance: number, lead?: number): void {
    const node = this.#node.read(from, to, depth);
    this.#setShares(this.#views.turnTo(depth, last));
    const { minProbability } = this.#wanted.effort;
    const isChoice = node.branches > 1 || ((classOf(last) & PAUSE) !== 0 && last !== LIST_PAUSE);
    for (let branch = 0; branch < node.branches; branch++) {
      if (!node.isOpen(branch)) continue;
      let share = 0;
      for (let level = 0; level < this.#shares.length; level++)
        share += this.#shares[level]! * node.count(branch, level);
      const next = share * chance;
      if (next < minProbability) continue;
      const leadChance = isChoice ? next : (lead ?? next);
      this.#branches.push(node.start(branch), node.start(branch + 1), node.unit(branch), next, leadChance);
    }
  }

  /** Works out, for each level, what one occurrence adds to the chance of the unit that it goes on with. */
  #setShares(views: LevelViews): void {
    const { totals, samples, distinct } = this.#node;
    const shares = this.#shares;
    let rest = 1;
    let shorter = 0;
    for (let level = 0; level < shares.length; level++) if (totals[level]! > 0) shorter++;
    for (let level = 0; level < shares.length; level++) {
      const count = totals[level]!;
      shares[level] = 0;
      if (count === 0) continue;
      shorter--;
      const believed = rest * trust(views.of(level, samples[level]!, distinct[level]!, shorter));
      shares[level] = believed / count;
      rest -= believed;
    }
  }

  /**
   * Of the samples at `[from, to)`, the first that is of the corpus; if all are of the draft, the first. Must be asked
   * before their node is read: until then they come by level.
   */
  #bestSample(from: number, to: number): number {
    for (let place = from; place < to; place++) {
      const sample = this.#node.sample(place);
      if (!this.#asked.samples.isInDraft(sample)) return sample;
    }
    return this.#node.sample(from);
  }

  #source(sample: number): Source {
    let source = this.#sources.get(sample);
    if (source === undefined) {
      source = this.#readSource(sample);
      this.#sources.set(sample, source);
    }
    return source;
  }

  #readSource(sample: number): Source {
    const { samples } = this.#asked;
    const { length: agreed } = this.#node.levelOf(sample);
    const occurrence = samples.occurrence(sample);
    const position = samples.position(sample);
    const startsAt = (at: number): boolean =>
      occurrence === undefined
        ? this.#draftWords.startsAt(position + at)
        : this.#index.text.isWordStart(occurrence, at);
    return { text: samples.text(sample), occurrence, agreed, words: new WordEdges(agreed, startsAt) };
  }
}
