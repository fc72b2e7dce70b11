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

/**
 * What may come after `before`, by an ∞-gram model over the index and the draft: the longest ending of `before` that occurs,
 * and a few shorter ones, each give a distribution of what follows (read from evenly spaced samples of its suffix interval);
 * they are mixed unit by unit, each believed as far as `trust` says (J. Liu et al., "Infini-gram", COLM 2024; the mixing is
 * Jelinek and Mercer's, with the weights a function of what a level has seen).
 * @param mayLeadOn whether they may end on words that lead on to others, see `isSuitableEnd`
 */
export function continuations(index: CorpusIndex, before: string, draft: string, mayLeadOn = false): Outlook {
  const evidence = gatherEvidence(index, before, draft);
  const { samples, levels } = evidence;
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
  const visit = (from: number, to: number, depth: number, probability: number, lead: number): void => {
    node.read(from, to, depth);
    const last = (depth === 0 ? before.at(-1) : samples[from]!.text[depth - 1]) ?? '';
    const isChoice = depth === 0 || node.branches > 1 || (isPause(last) && last !== '、');
    setShares(shares, evidence, node, { depth, last, byChance });
    // All of them before the first is followed: the node is that of others then.
    const first = branches.size;
    pushLikely(branches, node, shares, probability);
    const end = branches.size;
    for (let branch = first; branch < end; branch++) {
      const chance = branches.chance(branch);
      const leadChance = isChoice ? chance : lead;
      // One unit is not worth a key.
      if (depth > 0) offer(branches.from(branch), branches.to(branch), depth + 1, chance, leadChance);
      if (depth + 1 < rankingWeights.maxContinuation)
        visit(branches.from(branch), branches.to(branch), depth + 1, chance, leadChance);
    }
    branches.cutTo(first);
  };
  const offer = (from: number, to: number, length: number, probability: number, leadChance: number): void => {
    const best = bestSource(samples, from, to);
    const words = wordsOf(best);
    const goesOnAlike = samples[from]!.text[length] === samples[to - 1]!.text[length];
    if (!isSuitableEnd(best.text, length, words, !goesOnAlike, mayLeadOn)) return;
    found.push({
      text: best.text.slice(0, length),
      probability,
      leadChance,
      occurrence: best.occurrence,
      isWhole: endsPhrase(best.text[length]),
      agreed: levels[best.level]!.length,
      words,
    });
  };
  if (samples.length === 0) return { continuations: [], words: undefined };
  visit(0, samples.length, 0, 1, 1);
  return { continuations: found, words: wordsOf(bestSource(samples, 0, samples.length)) };
}

/** Puts the ways on from `node`, which itself is as likely as `probability`, on the stack: those that may be offered and are likely enough. */
function pushLikely(branches: BranchStack, node: NodeCounts, shares: Float64Array, probability: number): void {
  for (let branch = 0; branch < node.branches; branch++) {
    if (!node.isOpen(branch)) continue;
    let share = 0;
    for (let level = 0; level < shares.length; level++) share += shares[level]! * node.count(branch, level);
    const chance = share * probability;
    if (chance >= rankingWeights.minProbability) branches.push(node.start(branch), node.start(branch + 1), chance);
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
