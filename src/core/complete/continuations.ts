import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { Occurrence } from '../index/occurrence.ts';
import { isPause } from '../text/charClass.ts';
import { BranchStack } from './branchStack.ts';
import { endsPhrase, isSuitableEnd } from './ends.ts';
import { type Evidence, gatherEvidence } from './evidence.ts';
import type { Sample } from './levels.ts';
import { agreementByChance, levelView, type NodePlace } from './levelView.ts';
import { NodeCounts } from './nodeCounts.ts';
import { rankingWeights } from './rankingWeights.ts';
import { trust } from './trust.ts';
import { WordEdges } from './wordEdges.ts';

/** Something the corpus, or the draft itself, says after the text before the caret. */
export interface Continuation {
  readonly text: string;
  /** Estimated chance that the draft goes on with `text`. */
  readonly probability: number;
  /** The chance at the last place before the end of `text` where the sources went different ways, or a clause began. */
  readonly leadChance: number;
  /** Where the corpus says so, after the longest context that does: start of that context. `undefined`: only the draft does. */
  readonly occurrence: Occurrence | undefined;
  /** Whether the phrase ends with `text` there. */
  readonly isWhole: boolean;
  /** Units before the caret that stand before `text` there too. */
  readonly agreed: number;
  /** Where words start around the caret, in that source. */
  readonly words: WordEdges;
}

/** The continuations of a context, and how the source that agrees with it at most length splits that context into words. */
export interface Outlook {
  /** Of two units and more. Each before those that begin with it, and those right behind it. */
  readonly continuations: readonly Continuation[];
  readonly words: WordEdges | undefined;
}

/** Which continuations are asked for. */
export interface Wanted {
  /** Whether they may end on words that lead on to others, see `isSuitableEnd`. */
  readonly mayLeadOn: boolean;
  /** Rows of the list that they are chosen for. */
  readonly rows: number;
  /** None are wanted where so many rows cannot come to this chance that one of them is right. */
  readonly hitChance: number;
}

const ALL: Wanted = { mayLeadOn: false, rows: Number.POSITIVE_INFINITY, hitChance: 0 };

/**
 * What may come after `before`, by an ∞-gram model over the index and the draft: the longest ending of `before` that occurs,
 * and a few shorter ones, each give a distribution of what follows (read from evenly spaced samples of its suffix interval);
 * they are mixed unit by unit, each believed as far as `trust` says (J. Liu et al., "Infini-gram", COLM 2024; the mixing is
 * Jelinek and Mercer's, with the weights a function of what a level has seen).
 */
export function continuations(index: CorpusIndex, before: string, draft: string, wanted: Wanted = ALL): Outlook {
  const evidence = gatherEvidence(index, before, draft);
  const { samples, levels } = evidence;
  if (samples.length === 0) return { continuations: [], words: undefined };
  const byChance = agreementByChance(index.characters);
  const edges = new Map<Sample, WordEdges>();
  const wordsOf = (sample: Sample): WordEdges => {
    const known = edges.get(sample);
    if (known !== undefined) return known;
    const words = new WordEdges(index, sample, before.slice(before.length - levels[sample.level]!.length));
    edges.set(sample, words);
    return words;
  };
  const found: Continuation[] = [];
  const node = new NodeCounts(evidence);
  const shares = new Float64Array(levels.length);
  const branches = new BranchStack();
  /** Puts the ways on from the node of the samples `[from, to)` on the stack, those that may be offered and are likely enough. */
  const expand = (from: number, to: number, depth: number, probability: number, lead?: number): void => {
    node.read(from, to, depth);
    const last = (depth === 0 ? before.at(-1) : samples[from]!.text[depth - 1]) ?? '';
    const isChoice = node.branches > 1 || (isPause(last) && last !== '、');
    setShares(shares, evidence, node, { depth, last, byChance });
    pushLikely(branches, node, shares, probability, isChoice ? undefined : lead);
  };
  const expandBranch = (branch: number, length: number): void =>
    expand(branches.from(branch), branches.to(branch), length, branches.chance(branch), branches.leadChance(branch));
  /** Offers a branch, which ends after `length` units, and all that it leads to. */
  const follow = (branch: number, length: number): void => {
    offer(branch, length);
    if (length === rankingWeights.maxContinuation) return;
    const first = branches.size;
    expandBranch(branch, length);
    const end = branches.size;
    for (let next = first; next < end; next++) follow(next, length + 1);
    branches.cutTo(first);
  };
  const offer = (branch: number, length: number): void => {
    const from = branches.from(branch);
    const to = branches.to(branch);
    const best = bestSource(samples, from, to);
    const words = wordsOf(best);
    const goesOnAlike = samples[from]!.text[length] === samples[to - 1]!.text[length];
    if (!isSuitableEnd(best.text, length, words, !goesOnAlike, wanted.mayLeadOn)) return;
    found.push({
      text: best.text.slice(0, length),
      probability: branches.chance(branch),
      leadChance: branches.leadChance(branch),
      occurrence: best.occurrence,
      isWhole: endsPhrase(best.text[length]),
      agreed: levels[best.level]!.length,
      words,
    });
  };
  // Rows lie below the branches of two units, since one unit is not worth a key: these tell how likely any of them can be.
  const isHopeless = (first: number): boolean => branches.chanceOfLikeliest(wanted.rows, first) < wanted.hitChance;
  expand(0, samples.length, 0, 1);
  const units = branches.size;
  if (!isHopeless(0)) for (let branch = 0; branch < units; branch++) expandBranch(branch, 1);
  const pairs = branches.size;
  if (!isHopeless(units)) for (let branch = units; branch < pairs; branch++) follow(branch, 2);
  return { continuations: found, words: wordsOf(bestSource(samples, 0, samples.length)) };
}

/**
 * Puts the ways on from `node`, which itself is as likely as `probability`, on the stack: those that may be offered and are likely enough.
 * @param lead the last chance at which there was a choice; `undefined` if there is one at `node`
 */
function pushLikely(
  branches: BranchStack,
  node: NodeCounts,
  shares: Float64Array,
  probability: number,
  lead: number | undefined,
): void {
  for (let branch = 0; branch < node.branches; branch++) {
    if (!node.isOpen(branch)) continue;
    let share = 0;
    for (let level = 0; level < shares.length; level++) share += shares[level]! * node.count(branch, level);
    const chance = share * probability;
    if (chance >= rankingWeights.minProbability) {
      branches.push(node.start(branch), node.start(branch + 1), chance, lead ?? chance);
    }
  }
}

/** Sets what one occurrence at each level adds to the chance of the unit it goes on with. */
function setShares(shares: Float64Array, { levels }: Evidence, node: NodeCounts, place: NodePlace): void {
  let rest = 1;
  let shorter = 0;
  for (const count of node.totals) if (count > 0) shorter++;
  for (let level = 0; level < levels.length; level++) {
    const count = node.totals[level]!;
    shares[level] = 0;
    if (count === 0) continue;
    shorter--;
    const seen = { count: node.samples[level]!, distinct: node.distinct[level]!, shorter };
    const believed = rest * trust(levelView(levels[level]!, seen, place));
    shares[level] = believed / count;
    rest -= believed;
  }
}

/** The corpus before the draft; then the longest context. */
function bestSource(samples: readonly Sample[], from: number, to: number): Sample {
  let best = samples[from]!;
  for (let i = from + 1; i < to; i++) {
    const sample = samples[i]!;
    const isCorpus = sample.occurrence !== undefined;
    const isBetter = sample.level < best.level;
    if (best.occurrence === undefined ? isCorpus || isBetter : isCorpus && isBetter) best = sample;
  }
  return best;
}
