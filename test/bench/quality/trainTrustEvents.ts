import { caretContext } from '../../../src/core/complete/caretContext.ts';
import { learnedPart } from '../../../src/core/complete/draftText.ts';
import { type Evidence, gatherEvidence } from '../../../src/core/complete/evidence.ts';
import { agreementByChance, LevelViews } from '../../../src/core/complete/levelView.ts';
import { NodeCounts } from '../../../src/core/complete/nodeCounts.ts';
import { rankingWeights } from '../../../src/core/complete/rankingWeights.ts';
import { featuresOf } from '../../../src/core/complete/trust.ts';
import type { CorpusIndex } from '../../../src/core/index/corpusIndex.ts';
import { isSentenceEnd } from '../../../src/core/text/charClass.ts';

/** A node of the tree of continuations that the draft went through: what each level knew, and how much of it was what came. */
export interface TrustEvent {
  /** Values of `trustFeatures`, those of the longest level first. */
  readonly features: Float64Array;
  /** Share of the unit that came among the occurrences of each level: a number a level. */
  readonly shares: Float64Array;
}

/** The events at `positions` places of `draft`, drawn by `random`. Places where nothing is offered have none. */
export function eventsOf(
  index: CorpusIndex,
  draft: string,
  positions: number,
  random: () => number,
): readonly TrustEvent[] {
  return Array.from({ length: positions }, () => Math.floor(random() * draft.length)).flatMap(at =>
    eventsAt(index, draft, at),
  );
}

/** The events from `caret` to the end of the sentence, or to the first unit that no source has. */
export function eventsAt(index: CorpusIndex, draft: string, caret: number): TrustEvent[] {
  const context = caretContext(draft.slice(0, caret), caret);
  if (context === undefined || caret === 0 || draft[caret] === '\n' || draft[caret - 1] === '\n') return [];
  const evidence = gatherEvidence(index, context.before, learnedPart(draft, caret));
  const views = new LevelViews(evidence.levels, agreementByChance(index.characters));
  const truth = draft.slice(caret, caret + rankingWeights.maxContinuation);
  const events: TrustEvent[] = [];
  const node = new NodeCounts().turnTo(evidence.levels, evidence.samples);
  let from = 0;
  let to = evidence.samples.length;
  for (let depth = 0; depth < truth.length && from < to; depth++) {
    node.read(from, to, depth);
    const came = branchOf(node, truth.charCodeAt(depth));
    views.turnTo(depth, (depth === 0 ? context.before.at(-1)! : truth[depth - 1]!).charCodeAt(0));
    events.push(eventAt(evidence.levels, node, came, views));
    if (came === undefined || truth[depth] === '；' || isSentenceEnd(truth[depth]!)) break;
    from = node.start(came);
    to = node.start(came + 1);
  }
  return events;
}

/** The branch that goes on with `unit`. */
function branchOf(node: NodeCounts, unit: number): number | undefined {
  for (let branch = 0; branch < node.branches; branch++) if (node.unit(branch) === unit) return branch;
  return undefined;
}

function eventAt(
  levels: Evidence['levels'],
  node: NodeCounts,
  came: number | undefined,
  views: LevelViews,
): TrustEvent {
  const { totals, samples, distinct } = node;
  const present = levels.map((_, level) => level).filter(level => totals[level]! > 0);
  return {
    features: Float64Array.from(
      present.flatMap((level, i) =>
        Array.from(featuresOf(views.of(level, samples[level]!, distinct[level]!, present.length - i - 1))),
      ),
    ),
    shares: Float64Array.from(present, level => (came === undefined ? 0 : node.count(came, level) / totals[level]!)),
  };
}
