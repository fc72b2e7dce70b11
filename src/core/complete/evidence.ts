import { evenly } from '../collections/evenly.ts';
import { mergeRuns } from '../collections/mergeRuns.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import { corpusLevels } from './corpusLevels.ts';
import { draftMatches } from './draftMatches.ts';
import { kinText } from './kinDocuments.ts';
import { type FoundLevel, type Level, type LevelOrigin, type Sample, type Situation, UNPLACED } from './levels.ts';
import { perIndex } from './perIndex.ts';
import { rankingWeights } from './rankingWeights.ts';
import { openMarks, sayableLength } from './sayable.ts';
import { TOPIC_REACH, Topic } from './topic.ts';

const topicOf = perIndex(() => new Topic());

/** What is known about how the text before the caret may go on. */
export interface Evidence {
  /** Longest context first; of equal ones the draft's first, then that of its kin. */
  readonly levels: readonly Level[];
  /** Sorted by `text`, then by level. */
  readonly samples: readonly Sample[];
}

/** Units of text a sample has. */
const REACH = rankingWeights.maxContinuation + 1;
/** Units before a place of the draft that tell how it is split into words. */
const LEAD = 12;
const NEARNESS: Readonly<Record<LevelOrigin, number>> = { draft: 2, kin: 1, corpus: 0 };

/**
 * Collects what the corpus, and the draft so far, say after the endings of `before` (the paragraph up to the caret, after a
 * line break where the paragraph begins in it).
 * @param draft everything before the caret that may be learned from, `before` included
 */
export function gatherEvidence(index: CorpusIndex, before: string, draft: string): Evidence {
  const situation: Situation = { before, draft, topic: topicOf(index).turnTo(draft), open: openMarks(before) };
  const found = [...corpusLevels(index, situation), ...draftLevels(situation), ...kinLevels(index, situation)].sort(
    ({ level: a }, { level: b }) => b.length - a.length || NEARNESS[b.origin] - NEARNESS[a.origin],
  );
  const samples: Sample[] = [];
  for (const [level, { samples: ofLevel }] of found.entries()) {
    for (const sample of ofLevel) {
      if (sample.end === 0) continue;
      sample.level = level;
      samples.push(sample);
    }
  }
  return { levels: found.map(({ level }) => level), samples: mergeRuns(samples, isBelow) };
}

/** The samples of one level and segment come in this order. */
function isBelow(a: Sample, b: Sample): boolean {
  return a.text < b.text || (a.level < b.level && a.text === b.text);
}

function draftLevels({ before, draft, topic, open }: Situation): FoundLevel[] {
  return draftMatches(draft, before.length).map(({ length, ends }) => ({
    level: { length, scale: 1, origin: 'draft' },
    samples: ends.map(at => {
      const text = draft.slice(at, at + REACH);
      const start = at - length;
      const weight = topic.weightIn(draft, Math.max(0, start - TOPIC_REACH), start);
      const lead = draft.slice(Math.max(0, start - LEAD), start);
      return { level: UNPLACED, text, end: sayableLength(text, open), weight, occurrence: undefined, lead };
    }),
  }));
}

function kinLevels(index: CorpusIndex, { before, draft, topic, open }: Situation): FoundLevel[] {
  const kin = kinText(index, draft);
  if (kin === undefined) return [];
  return kin.matches(before).map(({ length, ends }) => {
    const spread = evenly(ends, length === 1 ? rankingWeights.unitSamples : rankingWeights.samples);
    const samples = spread.map(at => {
      const text = kin.textAt(at, REACH);
      const around = kin.textBefore(at - length, TOPIC_REACH);
      const weight = topic.weightIn(around, 0, around.length);
      return { level: UNPLACED, text, end: sayableLength(text, open), weight, occurrence: kin.occurrence(at - length) };
    });
    return { level: { length, scale: ends.length / spread.length, origin: 'kin' }, samples };
  });
}
