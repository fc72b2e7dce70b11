import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { Occurrence } from '../index/occurrence.ts';
import { isPause } from '../text/charClass.ts';
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
  /** Each before those that begin with it, and those right behind it. */
  readonly continuations: readonly Continuation[];
  readonly words: WordEdges | undefined;
}

/** One way on from a node of the tree: all samples in `[from, to)` have the same next unit. */
interface Branch {
  readonly from: number;
  readonly to: number;
  /** Estimated chance that the draft goes on so far. */
  readonly chance: number;
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
  const visit = (from: number, to: number, depth: number, probability: number, lead: number): void => {
    node.read(from, to, depth);
    const last = (depth === 0 ? before.at(-1) : samples[from]!.text[depth - 1]) ?? '';
    const isChoice = depth === 0 || node.branches > 1 || (isPause(last) && last !== '、');
    // All of them before the first is followed: the node is that of others then.
    for (const branch of likelyBranches(evidence, node, { depth, last, byChance }, probability)) {
      const leadChance = isChoice ? branch.chance : lead;
      const best = bestSource(samples, branch.from, branch.to);
      const words = wordsOf(best);
      const branches = samples[branch.from]!.text[depth + 1] !== samples[branch.to - 1]!.text[depth + 1];
      if (depth > 0 && isSuitableEnd(best.text, depth + 1, words, branches, mayLeadOn)) {
        const agreed = levels[best.level]!.length;
        const text = best.text.slice(0, depth + 1);
        const isWhole = endsPhrase(best.text[depth + 1]);
        const { occurrence } = best;
        found.push({ text, probability: branch.chance, leadChance, occurrence, isWhole, agreed, words });
      }
      if (depth + 1 < rankingWeights.maxContinuation)
        visit(branch.from, branch.to, depth + 1, branch.chance, leadChance);
    }
  };
  if (samples.length === 0) return { continuations: [], words: undefined };
  visit(0, samples.length, 0, 1, 1);
  return { continuations: found, words: wordsOf(bestSource(samples, 0, samples.length)) };
}

/** The ways on from `node`, which itself is as likely as `probability`, that may be offered and are likely enough. */
function likelyBranches(evidence: Evidence, node: NodeCounts, place: NodePlace, probability: number): Branch[] {
  const shares = levelShares(evidence, node, place);
  const likely: Branch[] = [];
  for (let branch = 0; branch < node.branches; branch++) {
    if (!node.isOpen(branch)) continue;
    let chance = 0;
    for (let level = 0; level < shares.length; level++) chance += shares[level]! * node.count(branch, level);
    chance *= probability;
    if (chance < rankingWeights.minProbability) continue;
    likely.push({ from: node.start(branch), to: node.start(branch + 1), chance });
  }
  return likely;
}

/** What one occurrence at a level adds to the chance of the unit it goes on with. */
function levelShares({ levels }: Evidence, node: NodeCounts, place: NodePlace): readonly number[] {
  const shares: number[] = [];
  let rest = 1;
  let shorter = 0;
  for (const count of node.totals) if (count > 0) shorter++;
  for (let level = 0; level < levels.length; level++) {
    const count = node.totals[level]!;
    if (count === 0) {
      shares.push(0);
      continue;
    }
    shorter--;
    const seen = { count: node.samples[level]!, distinct: node.distinct[level]!, shorter };
    const believed = rest * trust(levelView(levels[level]!, seen, place));
    shares.push(believed / count);
    rest -= believed;
  }
  return shares;
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
