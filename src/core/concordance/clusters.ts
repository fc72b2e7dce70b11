import { evenly } from '../collections/evenly.ts';
import type { CorpusText } from '../index/corpusText.ts';
import { MAX_EXAMINED } from './collocates.ts';
import { contextWords } from './contextWords.ts';
import type { HitDocuments } from './hitDocuments.ts';

/** A recurrent sequence of whole words (an n-gram) that contains the match. */
export interface Cluster {
  readonly text: string;
  readonly occurrences: number;
  readonly documents: number;
}

/** The clusters of a concordance. */
export interface Clusters {
  readonly clusters: readonly Cluster[];
  /** Number of matches examined, evenly spread over all. */
  readonly examined: number;
}

/** Most words around the match, on both sides together. */
const MAX_WORDS = 3;
const MIN_OCCURRENCES = 2;
const MAX_LISTED = 120;

/**
 * The clusters of `chosen` hits, most frequent first: the match with up to three words around it, across no punctuation
 * mark. The match alone is left out, and so is a cluster that never stands without a longer one.
 */
export function clusters(
  corpus: CorpusText,
  documents: HitDocuments,
  chosen: readonly number[],
  query: string,
): Clusters {
  const found = new Map<string, { count: number; documents: Set<number> }>();
  const examined = evenly(chosen, MAX_EXAMINED);
  for (const hit of examined) {
    for (const text of clustersOf(corpus, documents, hit)) {
      const entry = found.get(text) ?? { count: 0, documents: new Set() };
      entry.count++;
      entry.documents.add(documents.numberOf(hit));
      found.set(text, entry);
    }
  }
  const recurrent = Array.from(found, ([text, { count, documents: within }]) => ({
    text,
    occurrences: count,
    documents: within.size,
  })).filter(({ text, occurrences }) => occurrences >= MIN_OCCURRENCES && text !== query);
  recurrent.sort((a, b) => b.occurrences - a.occurrences || b.text.length - a.text.length);
  return { clusters: withoutParts(recurrent), examined: examined.length };
}

function clustersOf(corpus: CorpusText, documents: HitDocuments, hit: number): Set<string> {
  const place = documents.hits.at(hit);
  const match = corpus.at(place, place.length);
  const { before, after } = contextWords(corpus, place);
  const left = before.slice(0, MAX_WORDS).filter(word => word.wall === 0);
  const right = after.slice(0, MAX_WORDS).filter(word => word.wall === 0);
  const texts = new Set<string>();
  for (let l = 0; l <= left.length; l++) {
    const start = left
      .slice(0, l)
      .reverse()
      .map(word => word.text)
      .join('');
    for (let r = 0; r <= right.length && l + r <= MAX_WORDS; r++) {
      const end = right.slice(0, r).map(word => word.text);
      texts.add(start + match + end.join(''));
    }
  }
  return texts;
}

/**
 * The clusters without those that are part of a longer one and occur no more often.
 * @param sorted most frequent first, the longer before the shorter
 */
function withoutParts(sorted: readonly Cluster[]): Cluster[] {
  const kept: Cluster[] = [];
  for (const cluster of sorted) {
    const isPart = kept.some(other => other.occurrences === cluster.occurrences && other.text.includes(cluster.text));
    if (!isPart) kept.push(cluster);
    if (kept.length === MAX_LISTED) break;
  }
  return kept;
}
