import type { Provenance } from '../document/provenance.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import { isAddress } from '../structure/headings.ts';
import { isPause } from '../text/charClass.ts';
import type { FiledSection, Stretch } from './filedSections.ts';
import { likenessOf } from './occasions.ts';

/** A typical sentence of sections with a function: their first one, or one that expresses the function. */
export interface SectionPhrase {
  readonly text: string;
  /** Number of speeches in the whole corpus that contain it. */
  readonly documents: number;
  readonly occurrences: number;
  /** Share of the examined sections that have it at such a place, 0…1. */
  readonly share: number;
  readonly provenance: Provenance;
}

/** Number of sentences whose speeches are counted in the whole corpus. */
const MOST_COUNTED = 100;
/** The same occasion is worth as much as sixteen speeches. */
const OCCASION_WEIGHT = 4;
const SHORTEST_CLAUSE = 4;

/** What is asked of the examined sections. */
export interface PhraseChoice {
  readonly stretchesOf: (section: FiledSection) => readonly Stretch[];
  /** Occasion of the draft. */
  readonly occasion: string | undefined;
  readonly limit: number;
}

/** A sentence with the examined speeches that contain it, or one that begins with its first clause. */
interface Candidate extends Stretch {
  readonly speeches: Set<number>;
  /** The speeches with any sentence that begins with this one's first clause. Such sentences share the set. */
  readonly speechesOfClause: Set<number>;
  likeness: number;
}

/**
 * Sentences found in many speeches first, and among those of a single speech those from a similar occasion; of sentences with the same
 * first clause only the best.
 */
export function rankPhrases(
  index: CorpusIndex,
  sections: readonly FiledSection[],
  { limit, ...choice }: PhraseChoice,
): SectionPhrase[] {
  const counted = candidatesIn(sections, choice)
    .sort((a, b) => promise(b) - promise(a))
    .slice(0, MOST_COUNTED)
    .map(candidate => ({ candidate, ...index.frequencies.of(candidate.text) }))
    .map(one => ({ ...one, weight: promise(one.candidate) + Math.log2(one.documents) }))
    .sort((a, b) => b.weight - a.weight);
  const seen = new Set<ReadonlySet<number>>();
  return counted
    .filter(({ candidate: { speechesOfClause } }) => !seen.has(speechesOfClause) && seen.add(speechesOfClause))
    .slice(0, limit)
    .map(({ candidate: { text, speechesOfClause, place }, documents, occurrences }) => ({
      text,
      documents,
      occurrences,
      share: speechesOfClause.size / sections.length,
      provenance: index.provenances.of(place, text.length),
    }));
}

function candidatesIn(
  sections: readonly FiledSection[],
  { stretchesOf, occasion }: Omit<PhraseChoice, 'limit'>,
): Candidate[] {
  const candidates = new Map<string, Candidate>();
  const clauses = new Map<string, Set<number>>();
  for (const section of sections) {
    const likeness = likenessOf(section.occasion, occasion);
    for (const stretch of stretchesOf(section)) {
      const clause = firstClause(stretch.text);
      const speechesOfClause = clauses.get(clause) ?? new Set();
      clauses.set(clause, speechesOfClause.add(section.speech));
      const known = candidates.get(stretch.text);
      const candidate = known ?? { ...stretch, speeches: new Set(), speechesOfClause, likeness: 0 };
      candidate.speeches.add(section.speech);
      candidate.likeness = Math.max(candidate.likeness, likeness);
      candidates.set(stretch.text, candidate);
    }
  }
  return [...candidates.values()];
}

/** The weight of a sentence as far as the examined sections tell. */
function promise({ speeches, speechesOfClause, likeness }: Candidate): number {
  return Math.log2(speeches.size) + Math.log2(speechesOfClause.size) + OCCASION_WEIGHT * likeness;
}

/** The text up to its first pause; a form of address before that is skipped. */
function firstClause(text: string): string {
  for (let at = SHORTEST_CLAUSE; at < text.length; at++)
    if (isPause(text[at]!) && !isAddress(text.slice(0, at))) return text.slice(0, at);
  return text;
}
