import { evenly } from '../collections/evenly.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import { markerAt } from '../parallel/markerAt.ts';
import { HEADING_RANK } from '../parallel/markers.ts';
import { corpusLevels } from './corpusLevels.ts';
import { DraftText } from './draftText.ts';
import { kinText } from './kinDocuments.ts';
import type { Level, LevelOrigin, Situation } from './levels.ts';
import { perIndex } from './perIndex.ts';
import { type Effort, USUAL_EFFORT } from './rankingWeights.ts';
import { Samples } from './samples.ts';
import { openMarks } from './sayable.ts';
import { TOPIC_REACH, Topic } from './topic.ts';

const topicOf = perIndex(() => new Topic());
const samplesOf = perIndex(() => new Samples());
const draftOf = perIndex(() => new DraftText());

/** What is known about how the text before the caret may go on. Valid until the next key, which uses the same arrays again. */
export interface Evidence {
  /** Longest context first. Of equally long ones the draft's comes first, then that of its kin. */
  readonly levels: readonly Level[];
  readonly samples: Samples;
}

/** A line break and the longest marker of a heading: «（二十一）». */
const LONGEST_MARKER = 6;
const NEARNESS: Readonly<Record<LevelOrigin, number>> = { draft: 2, kin: 1, corpus: 0 };

/**
 * Collects what the corpus, the kin of the draft and the draft so far say after the endings of `before`.
 * @param before the paragraph up to the caret, after a line break if the paragraph begins in it
 * @param draft the `learnedPart` of the draft, which ends with `before`
 */
export function gatherEvidence(
  index: CorpusIndex,
  before: string,
  draft: string,
  effort: Effort = USUAL_EFFORT,
): Evidence {
  const topic = topicOf(index).turnTo(draft);
  const situation: Situation = { before, draft, topic, least: leastAgreement(before), open: openMarks(before), effort };
  const samples = samplesOf(index);
  samples.clear();
  const levels = [
    ...corpusLevels(index, situation, samples),
    ...draftLevels(index, situation, samples),
    ...kinLevels(index, situation, samples),
  ].sort((a, b) => b.length - a.length || NEARNESS[b.origin] - NEARNESS[a.origin]);
  return { levels, samples };
}

/**
 * Behind the marker of a heading, only what stands there elsewhere says how the heading begins: without the line break, «二、» goes on with 三产业.
 */
function leastAgreement(before: string): number {
  if (before[0] !== '\n' || before.length > LONGEST_MARKER) return 1;
  const marker = markerAt(before, 1, 'line');
  return marker?.end === before.length && HEADING_RANK[marker.style] !== undefined ? before.length : 1;
}

function draftLevels(index: CorpusIndex, { before, draft, topic, least, open }: Situation, samples: Samples): Level[] {
  const matches = draftOf(index)
    .turnTo(draft)
    .matches(before.length)
    .filter(({ length }) => length >= least);
  return matches.map(({ length, ends }) => {
    const from = samples.length;
    for (const at of ends) {
      const start = at - length;
      const weight = topic.weightIn(draft, Math.max(0, start - TOPIC_REACH), start);
      samples.addText(draft, at, open, weight, start);
    }
    return { length, scale: 1, origin: 'draft', from, to: samples.length };
  });
}

function kinLevels(
  index: CorpusIndex,
  { before, draft, topic, least, open, effort }: Situation,
  samples: Samples,
): Level[] {
  const kin = kinText(index, draft);
  if (kin === undefined) return [];
  const matches = kin.matches(before).filter(({ length }) => length >= least);
  return matches.map(({ length, ends }) => {
    const from = samples.length;
    const spread = evenly(ends, length === 1 ? effort.unitSamples : effort.samples);
    for (const at of spread) {
      const { document, offset } = kin.locate(at - length);
      const weight = topic.weightIn(document.text, Math.max(0, offset - TOPIC_REACH), offset);
      samples.addText(document.text, offset + length, open, weight, document.occurrence(offset));
    }
    return { length, scale: ends.length / spread.length, origin: 'kin', from, to: samples.length };
  });
}
