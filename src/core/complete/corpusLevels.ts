import type { CorpusDocuments } from '../index/corpusDocuments.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { CorpusText } from '../index/corpusText.ts';
import { DOCUMENT_SEPARATOR, MAX_SEGMENT_CHARACTERS } from '../index/format/segmentFormat.ts';
import type { Occurrence } from '../index/occurrence.ts';
import { type FoundLevel, type FoundSample, type Situation, UNPLACED } from './levels.ts';
import { nearestPlaces } from './nearestPlaces.ts';
import { PlaceRanking } from './placeRanking.ts';
import { rankingWeights } from './rankingWeights.ts';
import { sayableLength } from './sayable.ts';
import { TOPIC_REACH } from './topic.ts';

/** What stands around a place of the corpus. */
type Surroundings = Pick<FoundSample, 'text' | 'end' | 'weight'>;

/**
 * What the corpus says after the longest ending of the text that it has, and after a few shorter ones: of each some samples, from documents
 * of the draft's own time and sections that do what its own does as far as there are such, each weighed by what its surroundings have in common with the draft.
 */
export function corpusLevels(index: CorpusIndex, situation: Situation): FoundLevel[] {
  const { samples: limit, places, run } = rankingWeights;
  const endings = index.endings.of(situation.before);
  const ranking = new PlaceRanking(index, situation.draft);
  const surroundings = new SurroundingsReader(index.text, situation);
  const levels: FoundLevel[] = [];
  for (const length of levelLengths(endings.longest())) {
    const found = endings.sample(length, places, run);
    const occurrences = nearestPlaces(found.places, limit, ranking);
    if (occurrences.length === 0) continue;
    const seen = new Set<string>();
    const samples: FoundSample[] = [];
    for (const occurrence of occurrences) {
      const { text, end, weight } = surroundings.of(occurrence, length);
      if (end === 0 || isRepeated(index.documents, occurrence, text, seen)) continue;
      samples.push({ level: UNPLACED, text, end, weight: weight * ranking.weight(occurrence), occurrence });
    }
    const scale = Math.max(1, found.size / occurrences.length);
    levels.push({ level: { length, scale, origin: 'corpus' }, samples });
  }
  return levels;
}

/** Context lengths to ask for, longest first: the longest that occurs, its neighbours, and the short ones that know most. */
function levelLengths(longest: number): number[] {
  const lengths: number[] = [];
  for (const length of [longest, longest - 1, Math.ceil(longest / 2), 3, 2, 1]) {
    if (length < 1 || length > longest || lengths.some(other => other <= length)) continue;
    if (length === 1 && longest > 1) continue;
    lengths.push(length);
  }
  return lengths.slice(0, rankingWeights.levels);
}

/** Reads what stands around places. The occurrences of a longer context are often among those of a shorter one: they are read once. */
class SurroundingsReader {
  readonly #corpus: CorpusText;
  readonly #situation: Situation;
  readonly #known = new Map<number, Surroundings>();

  constructor(corpus: CorpusText, situation: Situation) {
    this.#corpus = corpus;
    this.#situation = situation;
  }

  /** @param length units of context that the occurrence begins with */
  of(occurrence: Occurrence, length: number): Surroundings {
    const key = occurrence.segment * MAX_SEGMENT_CHARACTERS + occurrence.position + length;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const { topic, open } = this.#situation;
    const reach = Math.min(occurrence.position, TOPIC_REACH);
    const before = this.#corpus.unitsAt(occurrence, reach, -reach);
    const weight = topic.weight(before, before.lastIndexOf(DOCUMENT_SEPARATOR) + 1);
    const text = this.#corpus.at(occurrence, rankingWeights.maxContinuation + 1, length);
    const found = { text, end: sayableLength(text, open), weight };
    this.#known.set(key, found);
    return found;
  }
}

/** Copies of one speech say it once. What one document itself repeats counts as often as it is said. */
function isRepeated(documents: CorpusDocuments, occurrence: Occurrence, text: string, seen: Set<string>): boolean {
  if (!documents.isCopied(occurrence)) return false;
  const key = `${documents.speechKey(occurrence)} ${text}`;
  if (seen.has(key)) return documents.isInVariant(occurrence);
  seen.add(key);
  return false;
}
