import type { CorpusDocuments } from '../index/corpusDocuments.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { CorpusText } from '../index/corpusText.ts';
import { DOCUMENT_SEPARATOR } from '../index/format/segmentFormat.ts';
import { type Occurrence, occurrenceKey } from '../index/occurrence.ts';
import type { Level, Situation } from './levels.ts';
import { nearestPlaces } from './nearestPlaces.ts';
import { PlaceRanking } from './placeRanking.ts';
import { rankingWeights } from './rankingWeights.ts';
import type { Samples } from './samples.ts';
import { TOPIC_REACH, type Topic } from './topic.ts';

/**
 * What the corpus says after the longest ending of the text that it contains, and after a few shorter ones: some
 * samples of each. They are taken from documents of the draft's own time and from sections that do the same as the
 * draft's section, as far as there are any. Each sample is weighed by how much its surroundings have in common with the
 * draft.
 */
export function corpusLevels(index: CorpusIndex, situation: Situation, samples: Samples): Level[] {
  const { samples: limit, places } = situation.effort;
  const endings = index.endings.of(situation.before);
  const ranking = new PlaceRanking(index, situation.draft);
  // The places of a longer context are often among those of a shorter one.
  const byEnd = new Map<number, number>();
  const levels: Level[] = [];
  for (const length of levelLengths(endings.longest())) {
    if (length < situation.least) break;
    const found = endings.sample(length, places, rankingWeights.run);
    const occurrences = nearestPlaces(found.places, limit, ranking);
    if (occurrences.length === 0) continue;
    const from = samples.length;
    const seen = new Set<string>();
    for (const occurrence of occurrences) {
      const end = occurrenceKey(occurrence) + length;
      const earlier = byEnd.get(end);
      if (earlier !== undefined) samples.addCopy(earlier, occurrence.position);
      else {
        const weight = topicWeight(index.text, occurrence, situation.topic) * ranking.weight(occurrence);
        if (!samples.addPlace(index.text, occurrence, length, situation.open, weight)) continue;
      }
      if (isRepeated(index.documents, occurrence, samples, seen)) samples.cutTo(samples.length - 1);
      else byEnd.set(end, samples.length - 1);
    }
    const scale = Math.max(1, found.size / occurrences.length);
    levels.push({ length, scale, origin: 'corpus', from, to: samples.length });
  }
  return levels;
}

/** The context lengths to ask for, longest first: the longest that occurs, one less, half of it, and the short ones that know most. */
function levelLengths(longest: number): number[] {
  const lengths: number[] = [];
  for (const length of [longest, longest - 1, Math.ceil(longest / 2), 3, 2, 1]) {
    if (length < 1 || length > longest || lengths.some(other => other <= length)) continue;
    if (length === 1 && longest > 1) continue;
    lengths.push(length);
  }
  return lengths.slice(0, rankingWeights.levels);
}

/** The units before a place, until the next place is looked at. */
const unitsBefore = new Uint16Array(TOPIC_REACH);

function topicWeight(corpus: CorpusText, occurrence: Occurrence, topic: Topic): number {
  const reach = Math.min(occurrence.position, TOPIC_REACH);
  corpus.copyUnits(occurrence, reach, -reach, unitsBefore);
  let start = reach;
  while (start > 0 && unitsBefore[start - 1] !== DOCUMENT_SEPARATOR) start--;
  return topic.weight(unitsBefore, start, reach);
}

/**
 * Whether the last sample repeats another one from a copy of the same speech: copies count once. What one document
 * itself repeats counts as often as it says it.
 */
function isRepeated(documents: CorpusDocuments, occurrence: Occurrence, samples: Samples, seen: Set<string>): boolean {
  if (!documents.isCopied(occurrence)) return false;
  const key = `${documents.speechKey(occurrence)} ${samples.text(samples.length - 1)}`;
  if (seen.has(key)) return documents.isInVariant(occurrence);
  seen.add(key);
  return false;
}
